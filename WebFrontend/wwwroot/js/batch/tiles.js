// The gallery: a tile for each picture, of the same size before and after its result.

import { byId, element, fromTemplate, show } from "../shared/elements.js";
import { titleOf } from "../shared/problem.js";
import { t } from "../shared/text.js";
import { headlineOf } from "./found.js";
import { whenSeen } from "./previews.js";

const tiles = new Map();

/** Adds tiles at the end, all at once. `onOpen` gets the entry whose tile is used. */
export function addTiles(entries, onOpen) {
  const added = document.createDocumentFragment();
  for (const entry of entries) {
    const place = fromTemplate("tile");
    const [picture, name] = ["img", ".name"].map((part) => place.querySelector(part));
    name.textContent = entry.file.name;
    place.querySelector("button").addEventListener("click", () => onOpen(entry));
    tiles.set(entry, place);
    updateTile(entry);
    added.append(place);
    whenSeen(place, entry.file, (copy) => showCopy(picture, copy));
  }

  byId("gallery").append(added);
}

export function updateTile(entry) {
  const place = tiles.get(entry);
  const tile = place.querySelector("button");
  tile.dataset.state = isFlagged(entry) ? "flagged" : entry.state;
  const [text, value] = lineOf(entry);
  place.querySelector(".what").textContent = text;
  place.querySelector(".value").textContent = value;
  place.querySelector(".badge").textContent = badgeOf(entry);
}

export function removeTiles() {
  for (const place of tiles.values()) {
    URL.revokeObjectURL(place.querySelector("img").src);
  }

  tiles.clear();
  byId("gallery").replaceChildren();
}

/** Leaves those tiles whose entries are shown. */
export function showTiles(isShown) {
  for (const [entry, place] of tiles) {
    show(place, isShown(entry));
  }
}

export const focusTile = (entry) => tiles.get(entry)?.querySelector("button").focus();

export const isFlagged = ({ analysis }) => analysis?.moderation?.flagged === true;

function showCopy(picture, copy) {
  if (copy) {
    picture.src = URL.createObjectURL(copy);
  } else {
    picture.replaceWith(element("span", t("noCopy"), "no-copy"));
  }
}

function lineOf({ state, analysis, problem }) {
  switch (state) {
    case "done": return headlineOf(analysis);
    case "failed": return [titleOf(problem), ""];
    default: return [t(`tile.${state}`), ""];
  }
}

function badgeOf(entry) {
  if (isFlagged(entry)) {
    return t("badge.flagged");
  }

  return entry.analysis?.errors.length > 0 ? t("badge.incomplete") : "";
}
