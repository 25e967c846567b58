// All about one span, with the logs that were written within it.

import { copy } from "../shared/clipboard.js";
import { element, iconButton, link } from "../shared/elements.js";
import { asDuration, nanosecondsBetween } from "../shared/format.js";
import { source } from "../shared/source.js";
import { attributes, listSection, properties } from "../details/sections.js";
import { write } from "../filters/conditions.js";
import { openPane } from "../details/pane.js";
import { level } from "../logs/level.js";

export function showSpan(span, { trace, logs, onClose }) {
  openPane({
    title: span.name,
    acts: [iconButton("Copy the span as JSON", "copy", () => copy(JSON.stringify(span, null, 2)))],
    sections: [
      properties("Span", [
        ["Resource", source(span.resource)],
        ["Kind", span.kind],
        ["Status", span.status === "Error" ? element("span", "Error", "bad") : span.status],
        ["Status message", span.statusMessage],
        ["Starts after", asDuration(span.offsetNanoseconds)],
        ["Duration", asDuration(span.durationNanoseconds)],
        ["Destination", span.destination],
        ["Scope", span.scopeName],
        ["Span", span.spanId],
        ["Parent", span.parentSpanId],
      ]),
      attributes("Attributes", span.attributes, { onFilter: (name, value) => location.assign(`/traces?filter=${encodeURIComponent(write(name, "equals", value))}`) }),
      listSection("Logs", logs.map((entry) => logLine(entry, trace)), "None was written within this span."),
      listSection("Events", span.events.map(event)),
      listSection("Links", span.links.map((to) => [spanLink(to), ...to.attributes.map(pair)])),
      listSection("Linked from", span.backlinks.map(spanLink), "No other span links to this one."),
      attributes("Resource", span.resourceAttributes),
    ],
    onClose,
  });
}

function logLine(entry, trace) {
  const to = link(entry.message, `/structuredlogs?traceId=${trace.traceId}&entry=${entry.id}`);
  return [element("span", asDuration(Math.max(0, nanosecondsBetween(trace.startedAt, entry.timestamp))), "note number"), " ", level(entry.level), " ", to];
}

const event = ({ name, offsetNanoseconds, attributes: list }) =>
  [element("span", asDuration(offsetNanoseconds), "note number"), " ", element("strong", name), ...list.map(pair)];

const pair = ({ name, value }) => element("div", `${name}: ${value}`, "note");

const spanLink = ({ traceId, spanId }) => link(`${traceId.slice(0, 7)} / ${spanId}`, `/traces/detail/${traceId}?span=${spanId}`, "mono");
