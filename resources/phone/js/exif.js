/** When and where a JPEG says it was taken, and the segment that says so, fit to be put into a smaller copy. */

const ORIENTATION = 0x0112;
const SUB = 0x8769;
const GPS = 0x8825;

/** Read a JPEG's EXIF: {at, lon, lat, segment}; null where it has none or is broken. */
export function readExif(buffer) {
  try {
    return parse(buffer);
  } catch (error) {
    if (error instanceof RangeError) return null; // cut off or crooked: the picture still counts, without its data
    throw error;
  }
}

/** A copy of a JPEG with an EXIF segment in front. */
export function withExif(buffer, segment) {
  return [buffer.slice(0, 2), segment, buffer.slice(2)];
}

function parse(buffer) {
  const view = new DataView(buffer);
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 4 < view.byteLength;) {
    const marker = view.getUint16(at);
    if ((marker & 0xff00) !== 0xff00 || marker === 0xffda) return null;
    const size = view.getUint16(at + 2);
    if (marker === 0xffe1 && view.getUint32(at + 4) === 0x45786966) return exif(buffer.slice(at, at + 2 + size));
    at += 2 + size;
  }
  return null;
}

function exif(segment) {
  const tiff = new DataView(segment, 10);
  const little = tiff.getUint16(0) === 0x4949;
  const main = directory(tiff, tiff.getUint32(4, little), little);
  if (main.has(ORIENTATION)) tiff.setUint16(main.get(ORIENTATION).at, 1, little); // the copy is drawn upright
  const sub = main.has(SUB) ? directory(tiff, main.get(SUB).number, little) : new Map();
  const gps = main.has(GPS) ? directory(tiff, main.get(GPS).number, little) : new Map();
  const lat = degrees(tiff, gps.get(2), gps.get(1), little);
  const lon = degrees(tiff, gps.get(4), gps.get(3), little);
  const placed = lat !== null && lon !== null && (lat !== 0 || lon !== 0);
  return { at: moment(text(tiff, sub.get(0x9003)), text(tiff, sub.get(0x9011))), lon: placed ? lon : null, lat: placed ? lat : null, segment };
}

function directory(tiff, start, little) {
  const entries = new Map();
  const count = tiff.getUint16(start, little);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    const type = tiff.getUint16(at + 2, little);
    const items = tiff.getUint32(at + 4, little);
    const size = items * ([0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8][type] ?? 1);
    const place = size > 4 ? tiff.getUint32(at + 8, little) : at + 8;
    entries.set(tiff.getUint16(at, little), { at: place, items, number: tiff.getUint32(at + 8, little) });
  }
  return entries;
}

function text(tiff, entry) {
  if (!entry) return "";
  let read = "";
  for (let index = 0; index < entry.items; index += 1) {
    const code = tiff.getUint8(entry.at + index);
    if (code === 0) break;
    read += String.fromCharCode(code);
  }
  return read;
}

function degrees(tiff, entry, side, little) {
  if (!entry || entry.items < 3) return null;
  const part = (index) => tiff.getUint32(entry.at + index * 8, little) / tiff.getUint32(entry.at + index * 8 + 4, little);
  const value = part(0) + part(1) / 60 + part(2) / 3600;
  if (!Number.isFinite(value)) return null;
  return /[SW]/.test(text(tiff, side)) ? -value : value;
}

/** EXIF keeps the clock on the wall; without a stated offset it is Beijing's. */
function moment(written, offset) {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(written);
  if (!parts) return null;
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : "+08:00";
  const at = new Date(`${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}${zone}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
