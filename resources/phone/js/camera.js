/** Pictures: taken with the phone's own camera, made smaller in the page, kept before anything else happens. */

import { uuid } from "./db.js";
import { readExif, withExif } from "./exif.js";

const LONGEST_PX = 1920;
const QUALITY = 0.85;

export class Camera {
  /** The inputs live in the page itself, so that a picture finds us whatever screen is shown when it comes back. */
  constructor(db, { shoot, gallery, film }) {
    this.db = db;
    this.taken = null;
    this.inputs = { shoot, gallery, film };
    for (const input of [shoot, gallery, film]) input.addEventListener("change", () => this.came(input));
  }

  /** Open the camera (or the gallery). Call it from a tap. `taken(files)` hears of the pictures, if any come. */
  take(taken, from = "shoot") {
    this.taken = taken;
    this.inputs[from].click();
  }

  came(input) {
    const files = [...input.files];
    input.value = "";
    if (files.length) this.taken?.(files);
  }

  /** Make a picture smaller and keep it; tells {id, at, lon, lat}. Throws when it is no picture. */
  async keep(file) {
    const buffer = await file.arrayBuffer();
    const exif = readExif(buffer);
    const blob = await smaller(file, exif?.segment);
    const kept = { id: uuid(), blob, at: exif?.at ?? null, lon: exif?.lon ?? null, lat: exif?.lat ?? null };
    await this.db.put("files", kept);
    return kept;
  }
}

/** Draw it upright, at most 1920 px long, and put back when and where it was taken. */
async function smaller(file, segment) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!blob) throw new Error("picture too large for this phone");
  if (!segment) return blob;
  return new Blob(withExif(await blob.arrayBuffer(), segment), { type: "image/jpeg" });
}
