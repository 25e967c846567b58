// One picture of a class as a small copy, which can be taken away again.

import { button, element } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { showCopyIn, smallCopyOf } from "../shared/thumbnails.js";

// One copy at a time: the pictures may be large, and the page must not stand still for them.
let turn = Promise.resolve();

export function tileOf(file, onRemove) {
  const tile = element("li", undefined, "tile");
  const remove = button("✕", onRemove, "remove");
  remove.ariaLabel = t("removePicture", { name: file.name });
  tile.append(remove);
  tile.title = file.name;
  turn = turn.then(() => tile.isConnected && draw(tile, file));
  return tile;
}

async function draw(tile, file) {
  try {
    const image = element("img");
    image.alt = "";
    showCopyIn(image, await smallCopyOf(file));
    tile.prepend(image);
  } catch {
    // The server may be able to read what this browser cannot.
    tile.prepend(element("span", file.name, "name"));
  }
}
