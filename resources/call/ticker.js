/** A worker that beats: timers of a page that is not on the screen are slowed to one a second, a worker's are not. */

let beat = null;

self.onmessage = ({ data }) => {
  clearInterval(beat);
  beat = data > 0 ? setInterval(() => self.postMessage(0), data) : null;
};
