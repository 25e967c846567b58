// The pictures that this browser keeps small copies of, to choose one of them, or to have them all forgotten.

import { byId, show } from "../shared/elements.js";
import { forgetThumbnails, listThumbnails } from "../shared/thumbnails.js";
import { tileOf } from "./tiles.js";

export async function showKept() {
  byId("forget").addEventListener("click", async () => {
    await forgetThumbnails();
    await fill();
    byId("kept-title").focus();
  });
  await fill();
}

async function fill() {
  const pictures = await listThumbnails();
  byId("kept-tiles").replaceChildren(...pictures.map(({ digest }) => tileOf({ digest })));
  show(byId("kept-none"), pictures.length === 0);
  show(byId("forget"), pictures.length > 0);
}
