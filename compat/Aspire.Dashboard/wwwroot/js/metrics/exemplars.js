// Single measurements that were taken within a trace, as links to it.

import { around, byId, element, link } from "../shared/elements.js";
import { clock } from "./chart.js";

const mostShown = 12;

export const addressOfTrace = ({ traceId, spanId }) => `/traces/detail/${traceId}${spanId ? `?span=${spanId}` : ""}`;

let written;

/** They are written only when they are others, because somebody may be about to follow one. */
export function drawExemplars(exemplars, write) {
  const list = byId("exemplars").querySelector("ul");
  const drawing = JSON.stringify(exemplars);
  if (drawing === written) {
    return;
  }

  written = drawing;
  byId("exemplars").hidden = exemplars.length === 0;
  const focused = list.contains(document.activeElement) ? document.activeElement.href : undefined;
  const shown = exemplars.toSorted((one, other) => other.time - one.time).slice(0, mostShown);
  list.replaceChildren(...shown.map((exemplar) => {
    const to = link(`${write(exemplar.value)} at ${clock(exemplar.time)}`, addressOfTrace(exemplar));
    to.title = exemplar.traceId;
    return around("li", undefined, to);
  }));
  if (exemplars.length > mostShown) {
    list.append(element("li", `and ${exemplars.length - mostShown} more in the chart`, "note"));
  }

  [...list.querySelectorAll("a")].find(({ href }) => href === focused)?.focus();
}
