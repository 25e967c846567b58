// What the lines mean, with their latest values or those of the time that is pointed at; and all values as a table.

import { around, byId, element } from "../shared/elements.js";
import { clock, colorOfLine } from "./chart.js";
import { valueOf } from "./series.js";

const words = (value, write) => (value === null || value === undefined ? "–" : write(value));

export function drawLegend(lines, { write, marked, times }) {
  const entries = lines.map((line, index) => {
    const text = element("span", line.name);
    return around("li", colorOfLine(index), text, element("strong", words(marked === undefined ? valueOf(line) : line.values[marked], write), "number"));
  });
  byId("legend").replaceChildren(...entries);
  byId("tip").hidden = marked === undefined;
  byId("tip").textContent = marked === undefined ? "" : clock(times[marked]);
}

/** Latest first. */
export function drawValues(lines, { write, times, title }) {
  const heads = ["Time", ...lines.map(({ name }) => name)].map((name, index) => {
    const head = element("th", name, index > 0 ? "number" : undefined);
    head.scope = "col";
    return head;
  });
  const rows = times.map((time, index) => ({ time, values: lines.map(({ values }) => values[index]) }))
    .filter(({ values }) => values.some((value) => value !== null && value !== undefined))
    .reverse()
    .map(({ time, values }) => {
      const head = element("th", clock(time));
      head.scope = "row";
      return around("tr", undefined, head, ...values.map((value) => element("td", words(value, write), "number")));
    });
  byId("values").replaceChildren(around("table", undefined, element("caption", title, "outside"), around("thead", undefined, around("tr", undefined, ...heads)), around("tbody", undefined, ...rows)));
}
