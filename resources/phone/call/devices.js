/** Camera and microphone of the phone. The microphone is always asked for first: without it a browser hides its address. */

const PATIENCE_MS = 20_000;

/** Tells {stream, audio, video}; what the person or the phone does not give is simply missing. */
export async function openDevices(facing) {
  const sound = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  for (const wanted of [{ audio: sound, video: picture(facing) }, { audio: sound }, { video: picture(facing) }]) {
    try {
      const stream = await patient(navigator.mediaDevices.getUserMedia(wanted));
      return { stream, audio: stream.getAudioTracks().length > 0, video: stream.getVideoTracks().length > 0 };
    } catch (error) {
      console.warn(`devices: ${error.name}`); // the next wish asks for less
    }
  }
  return { stream: new MediaStream(), audio: false, video: false };
}

/** The other camera's track, or null when there is none. */
export async function openCamera(facing) {
  try {
    const stream = await patient(navigator.mediaDevices.getUserMedia({ video: picture(facing) }));
    return stream.getVideoTracks()[0] ?? null;
  } catch (error) {
    console.warn(`camera: ${error.name}`);
    return null;
  }
}

function picture(facing) {
  return { facingMode: facing, width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15, max: 15 } };
}

function patient(asked) {
  let late = false;
  const timeout = new Promise((_, reject) => {
    setTimeout(() => { late = true; reject(new DOMException("no answer", "TimeoutError")); }, PATIENCE_MS);
  });
  asked.then((stream) => { if (late) for (const track of stream.getTracks()) track.stop(); }, () => {});
  return Promise.race([asked, timeout]);
}
