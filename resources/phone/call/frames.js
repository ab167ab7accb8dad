/** Media over the line: a frame is kind, flags and time in ms, then what it carries; long ones come in pieces. */

export const VP8 = 1;
export const JPEG = 2;
export const OPUS = 3;
const KEY = 1;
const MORE = 2;
const HEAD = 6;
const PIECE = 48 * 1024;

/** Cut what is to be sent into pieces that the line takes. */
export function* packed(kind, key, timeMs, bytes) {
  for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
    const part = bytes.subarray(at, at + PIECE);
    const frame = new Uint8Array(HEAD + part.length);
    frame[0] = kind;
    frame[1] = (key ? KEY : 0) | (at + PIECE < bytes.length ? MORE : 0);
    new DataView(frame.buffer).setUint32(2, timeMs >>> 0);
    frame.set(part, HEAD);
    yield frame;
  }
}

/** Puts pieces together again; tells {kind, key, timeMs, bytes} when the last one has come, else null. */
export class Unpacker {
  constructor() {
    this.pieces = new Map();
  }

  take(frame) {
    if (frame.length < HEAD) return null;
    const [kind, flags] = frame;
    const kept = this.pieces.get(kind) ?? [];
    kept.push(frame.subarray(HEAD));
    if (flags & MORE) {
      this.pieces.set(kind, kept.length < 40 ? kept : []);
      return null;
    }
    this.pieces.delete(kind);
    const bytes = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of kept) {
      bytes.set(part, at);
      at += part.length;
    }
    const timeMs = new DataView(frame.buffer, frame.byteOffset).getUint32(2);
    return { kind, key: Boolean(flags & KEY), timeMs, bytes };
  }
}
