// The head of a trace: its name, when it began, how long it took, and how much there is of it.

import { around, byId, element } from "../shared/elements.js";
import { asCount, asDuration, asTime } from "../shared/format.js";

export function writeFacts({ traceId, startedAt, durationNanoseconds, resources, depth, spans }) {
  const [root] = spans;
  const name = root ? `${root.resource}: ${root.name}` : traceId;
  byId("name").textContent = name;
  byId("name").title = `${name} (${traceId})`;
  const facts = [["Started", asTime(startedAt)], ["Duration", asDuration(durationNanoseconds)], ["Resources", resources.length], ["Depth", depth], ["Spans", spans.length]];
  byId("facts").replaceChildren(...facts.map(([term, value]) => around("div", undefined, element("dt", term), element("dd", String(value)))));
  byId("total").textContent = asCount(spans.length, "span");
}
