// The row of a trace.

import { around, element, link } from "../shared/elements.js";
import { asCount, asDuration, asTime } from "../shared/format.js";
import { colorOf } from "../shared/telemetry.js";

/** More chips than this would not fit. */
const mostChips = 6;

export function cells({ traceId, name, startedAt, durationNanoseconds, hasError, spans }) {
  const time = element("time", asTime(startedAt), "time");
  time.dateTime = startedAt;
  const named = around("span", "name", link(name, `/traces/detail/${traceId}`));
  if (hasError) {
    named.append(" ", element("span", "Error", "bad mark"));
  }

  const chips = spans.slice(0, mostChips).map(chip);
  if (spans.length > mostChips) {
    chips.push(element("span", `+${spans.length - mostChips}`, "note"));
  }

  const bar = element("span", undefined, "bar");
  bar.ariaHidden = "true";
  return [time, named, around("span", "chips", ...chips), around("span", "duration", bar, element("span", asDuration(durationNanoseconds), "number"))];
}

function chip({ resource, count, errors }) {
  const made = around("span", `tag ${colorOf(resource)}`, element("span", resource, "cut"), element("b", String(count)));
  made.title = `${resource}: ${asCount(count, "span")}${errors > 0 ? `, ${asCount(errors, "error")}` : ""}`;
  if (errors > 0) {
    made.append(element("span", `${errors}!`, "bad"));
  }

  return made;
}
