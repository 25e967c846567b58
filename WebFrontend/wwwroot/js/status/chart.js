// One chart of the page: its lines, what they mean, and the same in words and as a table.

import { byId } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { writeTable } from "./chart-table.js";
import { drawLines, timeAt } from "./line-chart.js";
import { figuresOf } from "./sources.js";
import { asClock } from "./words.js";

export class Chart {
  #chart;
  #section;
  #svg;
  #title;
  #names;
  #values;
  #readings = [];
  #pointer;

  /** `chart` is one of lineCharts. */
  constructor(chart) {
    this.#chart = chart;
    this.#section = byId(`chart-${chart.name}`);
    this.#svg = this.#section.querySelector("svg[role=img]");
    this.#title = this.#section.querySelector("h2").textContent;
    const legend = chart.lines.map((line) => this.#section.querySelector(`[data-line=${line}]`));
    this.#names = legend.map((row) => row.querySelector("span").textContent);
    this.#values = legend.map((row) => row.querySelector("strong"));
    this.#svg.addEventListener("pointermove", ({ offsetX }) => this.#point(offsetX));
    this.#svg.addEventListener("pointerleave", () => this.#point(undefined));
  }

  /** Draws the readings, from old to new; the last one stands at the right end. */
  draw(readings) {
    this.#readings = readings;
    this.#drawLines();
    if (this.#section.querySelector("details").open) {
      writeTable(this.#section.querySelector("table"), this.#names, readings, (reading) => this.#wordsOf(reading));
    }
  }

  #point(left) {
    this.#pointer = left;
    if (this.#readings.length > 0) {
      this.#drawLines();
    }
  }

  #drawLines() {
    const { name, source, least, most, label } = this.#chart;
    const latest = this.#readings.at(-1);
    const marked = this.#pointer === undefined ? undefined : this.#nearestTo(timeAt(this.#svg, this.#pointer, latest.at));
    const points = this.#readings.map(({ at, values }) => ({ at, values: values[name] }));
    const empty = t(figuresOf(latest, source) ? `${name}.empty` : `${source}.silent`);
    drawLines(this.#svg, points, { until: latest.at, marked: marked?.at, least, most, label, empty });
    this.#nameDrawing(latest, empty);

    // Where the pointer is, the values of that time are told instead of the latest ones.
    this.#section.querySelector(".at").textContent = marked ? asClock(marked.at) : "";
    this.#wordsOf(marked ?? latest).forEach((word, index) => {
      this.#values[index].textContent = word;
    });
  }

  #nameDrawing(latest, empty) {
    const isKnown = latest.values[this.#chart.name]?.some((value) => value !== undefined);
    const words = this.#wordsOf(latest).map((value, index) => t("nameAndValue", { name: this.#names[index], value }));
    this.#svg.ariaLabel = t("chartName", { title: this.#title, values: isKnown ? words.join(", ") : empty });
  }

  #nearestTo(time) {
    return this.#readings.reduce((nearest, one) => (Math.abs(one.at - time) < Math.abs(nearest.at - time) ? one : nearest));
  }

  #wordsOf(reading) {
    const { name, lines, write } = this.#chart;
    return lines.map((line, index) => {
      const value = reading.values[name]?.[index];
      return value === undefined ? "–" : write(value, line, reading);
    });
  }
}
