// Lines over the last five minutes, in SVG. Where there was no reading, they have a gap.

import { drawn } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { keptMilliseconds } from "./readings.js";
import { ticksUpTo } from "./scale.js";

const height = 190;
const margin = { left: 56, right: 14, top: 12, bottom: 26 };
const minute = 60_000;
const narrow = 480;

/** Two readings that are further apart than this have others missing between them. */
const longestStep = 5000;

/**
 * Draws into an svg element. `points` are [{ at, values }], values one a line or undefined; `until` is the time at the right end.
 * `least` is the least height of the scale, `most` its fixed one, `label` writes a number beside it. `marked` is a time that is pointed at.
 */
export function drawLines(svg, points, { until, marked, least, most, label, empty }) {
  const width = svg.clientWidth;
  const known = points.flatMap(({ values }) => values?.filter((value) => value !== undefined) ?? []);
  const ticks = ticksUpTo(most ?? Math.max(least, ...known));
  const x = (at) => width - margin.right - (until - at) / keptMilliseconds * innerWidth(width);
  const y = (value) => height - margin.bottom - value / ticks.at(-1) * (height - margin.top - margin.bottom);
  const lines = Math.max(0, ...points.map(({ values }) => values?.length ?? 0));
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.replaceChildren(
    ...ticks.flatMap((tick) => scaleMark(width, y(tick), label(tick))),
    ...(width < narrow ? [4, 2, 0] : [5, 4, 3, 2, 1, 0]).map((minutes) => timeMark(x(until - minutes * minute), minutes)),
    ...marked === undefined ? [] : [drawn("path", { class: "marked", d: `M${x(marked).toFixed(1)} ${margin.top}V${height - margin.bottom}` })],
    ...Array.from({ length: lines }, (_, line) => drawn("path", { class: `line line-${line}`, d: pathOf(points, line, x, y) })),
    ...known.length === 0 ? [emptyMark(width, empty)] : []);
}

/** The time that stands at a place from the left of a drawing. */
export const timeAt = (svg, left, until) =>
  until - (svg.clientWidth - margin.right - left) / innerWidth(svg.clientWidth) * keptMilliseconds;

const innerWidth = (width) => width - margin.left - margin.right;

function pathOf(points, line, x, y) {
  let path = "";
  let last;
  for (const { at, values } of points) {
    const value = values?.[line];
    if (value === undefined) {
      last = undefined;
      continue;
    }

    // A lone reading is a dot: a line of no length with round ends.
    const place = `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    path += last !== undefined && at - last <= longestStep ? `L${place}` : `M${place}h0`;
    last = at;
  }

  return path;
}

function scaleMark(width, y, text) {
  const mark = drawn("text", { x: margin.left - 8, y: y + 4, "text-anchor": "end" });
  mark.textContent = text;
  return [drawn("path", { class: "grid", d: `M${margin.left} ${y.toFixed(1)}H${width - margin.right}` }), mark];
}

function timeMark(x, minutes) {
  const mark = drawn("text", { x, y: height - 6, "text-anchor": minutes === 0 ? "end" : "middle" });
  mark.textContent = minutes === 0 ? t("now") : t("minutesAgo", { minutes });
  return mark;
}

function emptyMark(width, text) {
  const mark = drawn("text", { class: "empty", x: (width + margin.left) / 2, y: height / 2, "text-anchor": "middle" });
  mark.textContent = text;
  return mark;
}
