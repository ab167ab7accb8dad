/** Where this phone is: the best fix so far, looked for only while a screen asks for it or a patrol goes on. */

const FRESH_MS = 120_000;
const METRES_PER_DEGREE = 111_320;

/** Distance in metres between two {lon, lat}. */
export function metres(a, b) {
  const east = (a.lon - b.lon) * METRES_PER_DEGREE * Math.cos(((a.lat + b.lat) / 2) * (Math.PI / 180));
  return Math.hypot(east, (a.lat - b.lat) * METRES_PER_DEGREE);
}

export class Position {
  constructor() {
    this.fix = null; // {lon, lat, accuracy_m, at}
    this.trouble = ""; // denied | unavailable | missing
    this.hearers = new Set();
    this.watching = null;
  }

  /** Hear every fix and every trouble until the returned function is called. */
  watch(hear) {
    this.hearers.add(hear);
    this.start();
    return () => {
      this.hearers.delete(hear);
      if (!this.hearers.size) this.stop();
    };
  }

  start() {
    if (this.watching !== null) return;
    if (!navigator.geolocation) {
      this.failed("missing");
      return;
    }
    this.watching = navigator.geolocation.watchPosition(
      (found) => this.found(found),
      (error) => this.failed(error.code === error.PERMISSION_DENIED ? "denied" : "unavailable"),
      { enableHighAccuracy: true, maximumAge: 5_000, timeout: 30_000 },
    );
  }

  stop() {
    if (this.watching !== null) navigator.geolocation.clearWatch(this.watching);
    this.watching = null;
    this.fix = null;
  }

  found({ coords, timestamp }) {
    const fix = { lon: round(coords.longitude), lat: round(coords.latitude), accuracy_m: Math.round(coords.accuracy), at: timestamp };
    this.trouble = "";
    this.latest = fix;
    if (!this.current() || fix.accuracy_m <= this.fix.accuracy_m || metres(fix, this.fix) > fix.accuracy_m + this.fix.accuracy_m) this.fix = fix;
    this.tell(fix);
  }

  failed(trouble) {
    this.trouble = trouble;
    this.tell(null);
  }

  tell(fix) {
    for (const hear of this.hearers) hear(fix);
  }

  /** The best fix that is not too old, or null. */
  current() {
    return this.fix && Date.now() - this.fix.at < FRESH_MS ? this.fix : null;
  }
}

/** The middle of a section's path, where someone stands who says only which section he is on. */
export function middleOf(path) {
  if (!Array.isArray(path) || !path.length) return null;
  const legs = path.slice(1).map((point, index) => metres(pair(path[index]), pair(point)));
  let left = legs.reduce((sum, leg) => sum + leg, 0) / 2;
  for (const [index, leg] of legs.entries()) {
    if (left <= leg && leg > 0) {
      const [from, to, share] = [pair(path[index]), pair(path[index + 1]), left / leg];
      return { lon: round(from.lon + (to.lon - from.lon) * share), lat: round(from.lat + (to.lat - from.lat) * share) };
    }
    left -= leg;
  }
  return pair(path[0]);
}

/** How far a point is from a path, in metres; null without a path. */
export function metresToPath(point, path) {
  if (!Array.isArray(path) || !path.length) return null;
  return Math.min(...path.map((corner, index) => toLeg(point, pair(corner), pair(path[index + 1] ?? corner))));
}

/** Distance of a point from the leg between two others, in metres. */
export function toLeg(point, from, to) {
  const scale = Math.cos(point.lat * (Math.PI / 180));
  const [px, py] = [(point.lon - from.lon) * scale, point.lat - from.lat];
  const [tx, ty] = [(to.lon - from.lon) * scale, to.lat - from.lat];
  const length = tx * tx + ty * ty;
  const share = length ? Math.max(0, Math.min(1, (px * tx + py * ty) / length)) : 0;
  return Math.hypot(px - share * tx, py - share * ty) * METRES_PER_DEGREE;
}

function pair(point) {
  return Array.isArray(point) ? { lon: point[0], lat: point[1] } : point;
}

function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6; // a tenth of a metre
}
