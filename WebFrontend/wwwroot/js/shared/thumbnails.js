// Small pictures of what this browser has sent, so that results can be told from each other later. The server keeps none.

import { inStore } from "./database.js";

const sidePixels = 240;
const most = 500;

/** Keeps a small copy of a picture under the digest of its file. */
export async function keepThumbnail(digest, file) {
  const picture = await smallCopyOf(file).catch(() => undefined);
  if (!picture) {
    return;
  }

  await inStore("thumbnails", "readwrite", (store) => store.put({ digest, picture, name: file.name, keptAt: Date.now() }));
  await forgetOldest();
}

/** Gives { picture, name } of a digest, or undefined where this browser has not sent it. */
export const findThumbnail = (digest) => inStore("thumbnails", "readonly", (store) => store.get(digest));

/** All of them, the newest first: [{ digest, picture, name, keptAt }]. */
export const listThumbnails = async () =>
  (await inStore("thumbnails", "readonly", (store) => store.index("keptAt").getAll()) ?? []).toReversed();

export const forgetThumbnails = () => inStore("thumbnails", "readwrite", (store) => store.clear());

/** A copy of at most 240 pixels a side, upright. */
export async function smallCopyOf(file) {
  const full = await createImageBitmap(file);
  const scale = Math.min(1, sidePixels / Math.max(full.width, full.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(full.width * scale)), Math.max(1, Math.round(full.height * scale)));
  canvas.getContext("2d").drawImage(full, 0, 0, canvas.width, canvas.height);
  full.close();
  return canvas.convertToBlob({ type: "image/jpeg", quality: 0.8 });
}

/** Shows a small copy in an image element, and holds no more of it than that. */
export function showCopyIn(image, copy) {
  image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
  image.src = URL.createObjectURL(copy);
}

async function forgetOldest() {
  const kept = await inStore("thumbnails", "readonly", (store) => store.count());
  if (kept > most) {
    const keys = await inStore("thumbnails", "readonly", (store) => store.index("keptAt").getAllKeys(null, kept - most));
    for (const key of keys ?? []) {
      await inStore("thumbnails", "readwrite", (store) => store.delete(key));
    }
  }
}
