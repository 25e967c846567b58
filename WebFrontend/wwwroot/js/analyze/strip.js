// The pictures of this visit as small copies, to choose which one is shown.

import { byId, element, show } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { showCopyIn, smallCopyOf } from "../shared/thumbnails.js";

const names = { waiting: "stripPending", running: "stripRunning", done: "stripDone", failed: "stripFailed", cancelled: "stripFailed" };

const entries = new Map();

export function addToStrip(picture, onChoose) {
  const entry = element("button");
  entry.type = "button";
  entry.addEventListener("click", () => onChoose(picture));
  const image = element("img");
  image.alt = "";
  image.width = image.height = 72;
  entry.append(image);
  const row = element("li");
  row.append(entry);
  entries.set(picture, entry);
  byId("strip").append(row);
  show(byId("strip"), entries.size > 1);
  updateStrip(picture);

  // Small copies, because ten pictures of fifty megapixels would be all of a phone's memory.
  smallCopyOf(picture.file).then((copy) => showCopyIn(image, copy), () => {});
}

export function updateStrip(picture) {
  const entry = entries.get(picture);
  entry.dataset.state = picture.state;
  entry.ariaLabel = t(names[picture.state], { name: picture.file.name });
}

export function markCurrent(picture) {
  for (const [other, entry] of entries) {
    entry.ariaCurrent = String(other === picture);
  }

  entries.get(picture)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
