// All about one log entry, in the pane.

import { attempt, read } from "../shared/api.js";
import { element, iconButton, link } from "../shared/elements.js";
import { copy } from "../shared/clipboard.js";
import { asTime, asUtc } from "../shared/format.js";
import { attributes, properties, section } from "../details/sections.js";
import { openPane } from "../details/pane.js";
import { level } from "./level.js";

let latest;

/** Reads an entry and shows it; if another was picked meanwhile, that one stays. */
export async function showEntry(id, { onFilter, onClose }) {
  latest = id;
  const entry = await attempt(() => read(`logs/${id}`));
  if (!entry || latest !== id) {
    return;
  }

  openPane({
    title: entry.eventName || entry.category || "Log entry",
    acts: [iconButton("Copy the entry as JSON", "copy", () => copy(JSON.stringify(entry, null, 2)))],
    sections: sectionsOf(entry, onFilter),
    onClose,
  });
}

function sectionsOf(entry, onFilter) {
  const trace = entry.traceId && link(entry.traceId, `/traces/detail/${entry.traceId}${entry.spanId ? `?span=${entry.spanId}` : ""}`, "mono");
  const time = element("time", asTime(entry.timestamp));
  time.title = asUtc(entry.timestamp);
  return [
    section("Message", [element("pre", entry.message)]),
    ...entry.exception ? [section("Exception", [element("pre", entry.exception, "trace")])] : [],
    properties("Entry", [["Level", level(entry.level)], ["Time", time], ["Category", entry.category], ["Event", entry.eventName], ["Trace", trace], ["Span", entry.spanId]]),
    attributes("Attributes", entry.attributes, { onFilter }),
    attributes("Resource", [{ name: "service.name", value: entry.resource }, ...entry.resourceAttributes.filter(({ name }) => name !== "service.name")]),
  ];
}
