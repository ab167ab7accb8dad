/** Sound of a call: every phone hears all but itself, the recording hears everything. */

export class Mixer {
  constructor() {
    this.context = new AudioContext({ sampleRate: 48_000 });
    this.own = this.context.createGain();
    this.tape = this.context.createMediaStreamDestination();
    this.own.connect(this.tape);
    this.phones = new Map();
  }

  /** The desk's microphone. */
  setOwn(stream) {
    this.ownSource?.disconnect();
    this.ownSource = null;
    if (!stream.getAudioTracks().length) return;
    this.ownSource = this.context.createMediaStreamSource(stream);
    this.ownSource.connect(this.own);
  }

  mute(on) {
    this.own.gain.value = on ? 0 : 1;
  }

  /** A place for a phone; tells the track that it is to hear. */
  add(device) {
    const found = this.phones.get(device);
    if (found) return found.hears.stream.getAudioTracks()[0];
    const phone = { said: this.context.createGain(), hears: this.context.createMediaStreamDestination(), source: null };
    this.own.connect(phone.hears);
    phone.said.connect(this.tape);
    for (const other of this.phones.values()) {
      other.said.connect(phone.hears);
      phone.said.connect(other.hears);
    }
    this.phones.set(device, phone);
    return phone.hears.stream.getAudioTracks()[0];
  }

  /** What a phone says comes from this stream now. */
  hear(device, stream) {
    const phone = this.phones.get(device);
    if (!phone) return;
    phone.source?.disconnect();
    phone.source = this.context.createMediaStreamSource(stream);
    phone.source.connect(phone.said);
  }

  /** Where the sound of a phone without WebRTC is played in. */
  said(device) {
    return this.phones.get(device)?.said;
  }

  heard(device) {
    return this.phones.get(device)?.hears;
  }

  remove(device) {
    const phone = this.phones.get(device);
    if (!phone) return;
    this.phones.delete(device);
    phone.source?.disconnect();
    phone.said.disconnect();
    this.own.disconnect(phone.hears);
    for (const other of this.phones.values()) other.said.disconnect(phone.hears);
  }

  close() {
    this.ownSource?.disconnect();
    return this.context.close();
  }
}
