// One chart of the page: its lines, what they mean, and the same in words and as a table.

import { byId, element } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { drawLines, lineSample, timeAt } from "./line-chart.js";
import { asClock } from "./words.js";

/** The table has a row for so long a time; all readings would be more than anybody reads. */
const rowMilliseconds = 30_000;

export class Chart {
  #chart;
  #section;
  #svg;
  #values;
  #title;
  #drawn = [];
  #until;

  /** `chart` is one of lineCharts. */
  constructor(chart) {
    this.#chart = chart;
    this.#section = byId(`chart-${chart.name}`);
    this.#svg = this.#section.querySelector("svg[role=img]");
    this.#title = this.#section.querySelector("h2").textContent;
    this.#values = chart.lines.map((line, index) => {
      const row = element("li");
      const value = element("strong", "–");
      row.append(lineSample(index), element("span", this.#nameOf(line)), value);
      this.#section.querySelector(".legend").append(row);
      return value;
    });
    this.#svg.addEventListener("pointermove", (event) => this.#point(event));
    this.#svg.addEventListener("pointerleave", () => this.#point());
  }

  /** Draws the readings, from old to new. */
  draw(readings, until) {
    this.#drawn = readings;
    this.#until = until;
    const words = this.#wordsOf(readings.at(-1));
    this.#drawWith();
    this.#svg.ariaLabel = t("chartName", {
      title: this.#title,
      values: this.#chart.lines.map((line, index) => t("nameAndValue", { name: this.#nameOf(line), value: words[index] })).join(", "),
    });
    this.#writeTable(readings);
  }

  /** Where the pointer is, the values of that time are shown instead of the latest ones. */
  #point(event) {
    const wanted = event && timeAt(this.#svg, event.offsetX, this.#until);
    this.#drawWith(event && this.#drawn.reduce(
      (nearest, one) => (Math.abs(one.at - wanted) < Math.abs((nearest ?? one).at - wanted) ? one : nearest ?? one), undefined));
  }

  #drawWith(marked) {
    const { name, least, most, label } = this.#chart;
    const points = this.#drawn.map(({ at, values }) => ({ at, values: values[name] }));
    const shown = marked ?? this.#drawn.at(-1);
    drawLines(this.#svg, points, { until: this.#until, marked: marked?.at, least, most, label, empty: t(`${name}.empty`) });
    this.#section.querySelector(".at").textContent = marked ? asClock(marked.at) : "";
    (shown ? this.#wordsOf(shown) : []).forEach((word, index) => {
      this.#values[index].textContent = word;
    });
  }

  #nameOf(line) {
    return t(`${this.#chart.name}.${line}`);
  }

  #wordsOf(reading) {
    const { name, lines, write } = this.#chart;
    return lines.map((line, index) => {
      const value = reading.values[name]?.[index];
      return value === undefined ? "–" : write(value, line, reading);
    });
  }

  #writeTable(readings) {
    if (!this.#section.querySelector("details").open) {
      return;
    }

    const rows = new Map(readings.map((reading) => [Math.floor(reading.at / rowMilliseconds), reading]));
    const head = element("tr");
    head.append(headOf(t("time"), "col"), ...this.#chart.lines.map((line) => headOf(this.#nameOf(line), "col", "number")));
    const body = [...rows.values()].reverse().map((reading) => {
      const row = element("tr");
      row.append(headOf(asClock(reading.at), "row"), ...this.#wordsOf(reading).map((word) => element("td", word, "number")));
      return row;
    });
    this.#section.querySelector("table").replaceChildren(head, ...body);
  }
}

function headOf(text, scope, className) {
  const head = element("th", text, className);
  head.scope = scope;
  return head;
}
