// Lines over time, in SVG. Where nothing was measured, they have a gap.

import { drawn } from "../shared/elements.js";
import { ticks, timeTicks } from "./scale.js";
import { baseOf } from "./unit.js";

const height = 320;
const margin = { right: 16, top: 14, bottom: 28 };
const letterWidth = 7;
const colors = 12;

export const colorOfLine = (index) => `color-${index % colors}`;

export class Chart {
  #svg;
  #onPoint;
  #onExemplar;
  #drawing;
  #place;

  /** `onPoint` is told the index of the time that is pointed at, or undefined. */
  constructor(svg, onPoint, onExemplar) {
    this.#svg = svg;
    this.#onPoint = onPoint;
    this.#onExemplar = onExemplar;
    svg.addEventListener("pointermove", ({ offsetX }) => this.#point(offsetX));
    svg.addEventListener("pointerleave", () => this.#point(undefined));
    new ResizeObserver(() => this.#drawing && this.draw(this.#drawing)).observe(svg);
  }

  /** `lines` are [{ name, values }] over `times` (seconds); `write` puts a value into words, `label` is read aloud. */
  draw(drawing) {
    this.#drawing = drawing;
    const { lines, times, exemplars = [], write, unit, label, marked } = drawing;
    const known = [...lines.flatMap(({ values }) => values), ...exemplars.map(({ value }) => value)].filter((value) => value !== null && value !== undefined);
    const highest = Math.max(known.length > 0 ? 0 : 1, ...known);
    const base = baseOf(unit, highest);
    const marks = ticks(Math.min(0, ...known) / base, highest / base).map((mark) => mark * base);
    const words = marks.map(write);
    const left = 12 + letterWidth * Math.max(...words.map(({ length }) => length));
    const width = this.#svg.clientWidth;
    const [from, to] = [times[0], times.at(-1)];
    const x = (time) => left + (time - from) / (to - from || 1) * (width - left - margin.right);
    const y = (value) => height - margin.bottom - (value - marks[0]) / (marks.at(-1) - marks[0]) * (height - margin.top - margin.bottom);
    this.#place = { x, times };
    this.#svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.#svg.ariaLabel = label;
    this.#svg.replaceChildren(
      ...marks.flatMap((mark, index) => [
        drawn("path", { class: "grid", d: `M${left} ${y(mark).toFixed(1)}H${width - margin.right}` }),
        drawn("text", { x: left - 8, y: y(mark) + 4, "text-anchor": "end" }, words[index]),
      ]),
      ...timeTicks(from, to, Math.max(2, width / 130)).map((time) => drawn("text", { x: x(time), y: height - 8, "text-anchor": "middle" }, clock(time, to - from))),
      ...marked === undefined ? [] : [drawn("path", { class: "marked", d: `M${x(times[marked]).toFixed(1)} ${margin.top}V${height - margin.bottom}` })],
      ...lines.map(({ values }, index) => drawn("path", { class: `line ${colorOfLine(index)}`, d: pathOf(values, times, x, y) })),
      ...exemplars.filter(({ time }) => time >= from && time <= to).map((exemplar) => this.#exemplar(exemplar, x, y, write)));
  }

  #exemplar(exemplar, x, y, write) {
    const dot = drawn("circle", { class: "exemplar", cx: x(exemplar.time).toFixed(1), cy: y(exemplar.value).toFixed(1), r: 5 }, drawn("title", {}, `${write(exemplar.value)}: open the trace`));
    dot.addEventListener("click", () => this.#onExemplar(exemplar));
    return dot;
  }

  #point(left) {
    if (!this.#drawing) {
      return;
    }

    const { x, times } = this.#place;
    const marked = left === undefined ? undefined : times.reduce((nearest, time, index) => (Math.abs(x(time) - left) < Math.abs(x(times[nearest]) - left) ? index : nearest), 0);
    if (marked !== this.#drawing.marked) {
      this.draw({ ...this.#drawing, marked });
      this.#onPoint(marked);
    }
  }
}

function pathOf(values, times, x, y) {
  let path = "";
  let isOpen = false;
  values.forEach((value, index) => {
    const isKnown = value !== null && value !== undefined;
    if (isKnown) {
      // A lone value is a dot: a line of no length with round ends.
      const place = `${x(times[index]).toFixed(1)} ${y(value).toFixed(1)}`;
      path += isOpen ? `L${place}` : `M${place}h0`;
    }

    isOpen = isKnown;
  });
  return path;
}

export function clock(time, span = 0) {
  const text = new Date(time * 1000).toLocaleTimeString("en-GB");
  return span > 1800 ? text.slice(0, 5) : text;
}
