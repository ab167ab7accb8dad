/** The desk's own camera and microphone. A desk often has neither: then it only receives, and says so. */

const PATIENCE_MS = 10_000;
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15, max: 15 } };

/** Ask for both, then for sound alone. Tells {stream, audio, video, why}; `why` is the code of what is missing. */
export async function ownDevices(headset) {
  const sound = { echoCancellation: !headset, noiseSuppression: true, autoGainControl: true };
  let why = "";
  for (const wanted of [{ audio: sound, video: PICTURE }, { audio: sound }, { video: PICTURE }]) {
    try {
      const stream = await patient(navigator.mediaDevices.getUserMedia(wanted));
      return { stream, audio: stream.getAudioTracks().length > 0, video: stream.getVideoTracks().length > 0, why };
    } catch (error) {
      why = reason(error);
      if (why === "not_allowed" || why === "too_slow") break;
    }
  }
  return { stream: new MediaStream(), audio: false, video: false, why };
}

/** Without a handler for permissions an engine never answers. */
function patient(asked) {
  let late = false;
  const timeout = new Promise((_, reject) => {
    setTimeout(() => { late = true; reject(new DOMException("no answer", "TimeoutError")); }, PATIENCE_MS);
  });
  asked.then((stream) => { if (late) for (const track of stream.getTracks()) track.stop(); }, () => {});
  return Promise.race([asked, timeout]);
}

function reason(error) {
  return {
    NotFoundError: "none", OverconstrainedError: "none", NotAllowedError: "not_allowed", AbortError: "not_allowed",
    NotReadableError: "in_use", TimeoutError: "too_slow",
  }[error.name] ?? "failed";
}
