/** The picture of one member with name and state; the chosen one is large. */

const STALLED_S = 4;

export class Tile {
  constructor(parent, device, name, post, chosen) {
    this.device = device;
    this.name = name;
    this.frames = 0;
    this.stalled = 0;
    this.root = element("figure", "tile");
    this.root.dataset.device = device;
    this.video = Object.assign(element("video"), { autoplay: true, playsInline: true, muted: true });
    this.sound = Object.assign(document.createElement("audio"), { autoplay: true });
    this.notice = element("div", "notice");
    this.badge = element("span", "badge");
    const caption = element("figcaption");
    caption.append(text("b", name), text("span", post), this.badge);
    this.root.append(this.video, this.notice, caption);
    this.root.onclick = () => chosen(device);
    parent.append(this.root);
  }

  /** What is drawn for snapshots and recording: the video, or the canvas of a relay. */
  get picture() {
    return this.canvas ?? this.video;
  }

  showStream(stream) {
    this.canvas?.remove();
    this.canvas = null;
    this.video.hidden = false;
    if (this.video.srcObject !== stream) this.video.srcObject = stream;
    this.video.play().catch(() => {}); // a stream that ended meanwhile
  }

  showCanvas(canvas) {
    if (this.canvas === canvas) return;
    this.canvas?.remove();
    this.canvas = canvas;
    this.video.hidden = true;
    this.root.prepend(canvas);
  }

  playSound(track) {
    this.sound.srcObject = track ? new MediaStream([track]) : null;
    if (track) this.sound.play().catch(() => {});
  }

  say(words, badge = "") {
    this.notice.textContent = words;
    this.notice.hidden = !words;
    this.badge.textContent = badge;
    this.badge.hidden = !badge;
  }

  /** Called once a second with the pictures shown so far; tells for how many seconds the picture has stood still. */
  count(frames) {
    this.stalled = frames > this.frames || !frames ? 0 : this.stalled + 1;
    this.frames = frames;
    return this.stalled >= STALLED_S ? this.stalled : 0;
  }

  shownFrames() {
    return this.video.getVideoPlaybackQuality().totalVideoFrames;
  }

  remove() {
    this.video.srcObject = null;
    this.sound.srcObject = null;
    this.root.remove();
  }
}

function element(tag, name = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  return made;
}

function text(tag, words) {
  const made = document.createElement(tag);
  made.textContent = words;
  return made;
}
