// One instrument: its chart and legend, its values as a table, and how it is shown.

import { choose, chosen } from "../shared/address.js";
import { button, byId } from "../shared/elements.js";
import { Chart } from "./chart.js";
import { drawDimensions } from "./dimensions.js";
import { addressOfTrace, drawExemplars } from "./exemplars.js";
import { drawLegend, drawValues } from "./legend.js";
import { linesOf, valueOf } from "./series.js";
import { writerOf } from "./unit.js";

const modes = { "": "Percentiles", count: "Count" };

export class InstrumentView {
  #chart;
  #shown;
  #marked;
  #onChange;

  constructor(onChange) {
    this.#onChange = onChange;
    this.#chart = new Chart(byId("chart").querySelector("svg"), (marked) => {
      this.#marked = marked;
      this.#drawLegend();
    }, (exemplar) => location.assign(addressOfTrace(exemplar)));
    byId("as-table").addEventListener("click", () => {
      choose({ table: chosen("table") ? "" : "true" });
      this.#drawShown();
    });
    byId("modes").append(...Object.entries(modes).map(([mode, text]) => {
      const made = button(text, () => {
        choose({ mode });
        this.#drawShown();
      });
      made.dataset.mode = mode;
      return made;
    }));
  }

  /** `instrument` as in the tree, `data` as the server tells its series. */
  draw(instrument, data) {
    this.#shown = { instrument, data };
    byId("instrument").hidden = false;
    byId("instrument-name").textContent = instrument.name;
    byId("description").textContent = [data.description, data.truncated && "Only the first 50 series are shown: choose values of a dimension to see others."].filter((text) => text).join(" ");
    drawDimensions(data.dimensions ?? [], this.#onChange);
    this.#drawShown();
  }

  hide() {
    byId("instrument").hidden = true;
    this.#shown = undefined;
  }

  #drawShown() {
    const { instrument, data } = this.#shown;
    const isHistogram = data.kind === "Histogram";
    const mode = isHistogram ? chosen("mode") : "";
    const isTable = chosen("table") === "true";
    byId("modes").hidden = !isHistogram;
    for (const one of byId("modes").children) {
      one.ariaPressed = String(one.dataset.mode === mode);
    }

    byId("as-table").ariaPressed = String(isTable);
    byId("chart").hidden = isTable;
    byId("legend").hidden = isTable;
    byId("values").hidden = !isTable;
    const write = mode === "count" ? writerOf("") : writerOf(data.unit, data.kind === "Sum" && instrument.isMonotonic);
    const lines = linesOf(data, mode, instrument.name);
    const exemplars = isHistogram && mode !== "count" ? data.exemplars ?? [] : [];
    Object.assign(this.#shown, { lines, write });
    if (isTable) {
      drawValues(lines, { write, times: data.times, title: instrument.name });
    } else {
      const told = lines.slice(0, 4).map((line) => `${line.name} ${valueOf(line) === undefined ? "unknown" : write(valueOf(line))}`).join("; ");
      this.#chart.draw({ lines, times: data.times, exemplars, write, unit: mode === "count" ? "" : data.unit, label: `${instrument.name}: ${told || "nothing measured"}`, marked: this.#marked });
      this.#drawLegend();
    }

    drawExemplars(exemplars, write);
  }

  #drawLegend() {
    const { lines, write, data } = this.#shown;
    drawLegend(lines, { write, marked: this.#marked, times: data.times });
  }
}
