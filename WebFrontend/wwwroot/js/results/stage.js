// The picture, with the outlines of what was found in it.

import { byId, drawn, show } from "../shared/elements.js";
import { followMarks } from "./marks.js";

let address;

/** Shows a file as a picture, without outlines, at once. */
export function showPicture(file) {
  const image = byId("preview");
  veil(false);
  byId("boxes").replaceChildren();
  image.onload = () => setVisible(true);
  image.onerror = () => setVisible(false);
  image.alt = file.name;
  showCopy(file);
}

/** Shows another picture of the same size in the place of the one that is shown. */
export function showCopy(blob) {
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(blob);
  byId("preview").src = address;
}

/** Outlines are in the pixels of the upright image, whose size this is. */
export function setSize({ width, height }) {
  byId("boxes").setAttribute("viewBox", `0 0 ${width} ${height}`);
}

/** Draws the outlines of one kind of result: [{ points: [[x, y], …] }]. */
export function drawOutlines(kind, outlines) {
  const group = drawn("g", { "data-kind": kind });
  group.append(...outlines.map(({ points, dots = [] }, index) => {
    const one = drawn("g", { "data-mark": `${kind}-${index}` });
    one.append(drawn("polygon", { points: points.map((point) => point.join(",")).join(" ") }));
    one.append(...dots.map(([cx, cy]) => drawn("path", { d: `M${cx} ${cy}h0` })));
    return one;
  }));
  byId("boxes").querySelector(`[data-kind="${kind}"]`)?.remove();
  byId("boxes").append(group);
}

/** The corners of an upright box. */
export const cornersOf = ({ x, y, width, height }) => [[x, y], [x + width, y], [x + width, y + height], [x, y + height]];

/** Shows the outlines of one kind alone. */
export function showOutlines(kind) {
  byId("boxes").dataset.shown = kind;
}

/** Hides a picture until somebody asks for it. */
export function veil(isVeiled) {
  byId("shown").classList.toggle("veiled", isVeiled);
  show(byId("veil"), isVeiled);
}

export function startStage(onChoose) {
  byId("unveil").addEventListener("click", () => veil(false));
  followMarks(byId("boxes"), onChoose);
}

function setVisible(isPicture) {
  show(byId("shown"), isPicture);
  show(byId("no-preview"), !isPicture);
}
