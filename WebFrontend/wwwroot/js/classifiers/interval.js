// How good a classifier is, as far as few pictures can tell: in words, and as a span between nothing and all.

import { drawn } from "../shared/elements.js";
import { language, count } from "../shared/text.js";

const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });

const left = 14;
const width = 372;

/** In whole percent; all is said only of all. */
export const asRoundPercent = (share) => percent.format(share < 1 ? Math.min(share, 0.99) : 1);

export const intervalInWords = ({ count: pictures, accuracy, low, high }) => count("interval", pictures, {
  accuracy: asRoundPercent(accuracy),
  low: asRoundPercent(low),
  high: asRoundPercent(high),
});

/** Says nothing that the words do not, so it is for those who see alone. */
export function drawInterval({ accuracy, low, high }) {
  const drawing = drawn("svg", { class: "interval", viewBox: "0 0 400 46", "aria-hidden": "true" });
  drawing.append(
    drawn("rect", { class: "track", x: left, y: 8, width, height: 8, rx: 4 }),
    drawn("rect", { class: "span", x: placeOf(low), y: 8, width: Math.max(2, placeOf(high) - placeOf(low)), height: 8, rx: 4 }),
    drawn("circle", { class: "point", cx: placeOf(accuracy), cy: 12, r: 8 }),
    ...[0, 0.5, 1].map((share) => {
      const text = drawn("text", { x: placeOf(share), y: 40, "text-anchor": "middle" });
      text.textContent = percent.format(share);
      return text;
    }));
  return drawing;
}

const placeOf = (share) => left + share * width;
