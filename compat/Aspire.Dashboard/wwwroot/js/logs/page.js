// The structured logs: the newest on top, filtered, each with its details.

import { choose, chosen } from "../shared/address.js";
import { read } from "../shared/api.js";
import { bindField, bindHabit } from "../shared/choices.js";
import { byId, element, link } from "../shared/elements.js";
import { asNumber, asTime } from "../shared/format.js";
import { bindResourceChoice } from "../shared/resource-choice.js";
import { source } from "../shared/source.js";
import { bindTelemetryBar } from "../shared/telemetry-bar.js";
import { withoutProbes } from "../filters/conditions.js";
import { emptyWords } from "../filters/empty-words.js";
import { Filters } from "../filters/filters.js";
import { LiveList } from "../list/live-list.js";
import { VirtualList } from "../list/virtual-list.js";
import { showEntry } from "./entry.js";
import { level } from "./level.js";

const restart = () => logs.restart();
const resource = bindResourceChoice("/structuredlogs", restart);
const leastLevel = bindField("level", restart);
const search = bindField("search", restart);
const hidesProbes = bindHabit("probes", "hidesProbes", true, restart);
const filters = new Filters("logs", restart);

const list = new VirtualList(byId("rows"), {
  label: "Log entries",
  columns: [{ name: "Time" }, { name: "Resource" }, { name: "Level" }, { name: "Message" }, { name: "Trace" }],
  keyOf: ({ id }) => String(id),
  cells,
  dress: (row, { level: name }) => row.classList.toggle("failed", name === "Error" || name === "Critical"),
  onOpen: ({ id }) => open(String(id)),
  onNearEnd: () => logs.more(),
});

const logs = new LiveList({
  list,
  read: (page, signal) => read("logs", { ...page, ...question() }, signal),
  word: (total) => `${asNumber(total)} ${total === 1 ? "entry" : "entries"}`,
  empty: () => emptyWords({
    kind: "logs",
    isFiltered: isFiltered(),
    hidesProbes: hidesProbes(),
    showProbes: () => byId("probes").click(),
    none: { title: "No log entries yet", text: "They appear as soon as a resource sends logs by OTLP. Services with the service defaults do that by themselves." },
  }),
});

function question() {
  return {
    resource: resource(),
    level: leastLevel(),
    search: search(),
    filter: [...filters.all, ...hidesProbes() ? withoutProbes("log.message") : []],
  };
}

function isFiltered() {
  const { filter, ...others } = question();
  return filters.all.length > 0 || Object.values(others).some((value) => value !== "");
}

function cells(entry) {
  const message = element("span", entry.message, "message");
  if (entry.hasException) {
    message.prepend(element("span", "exception", "exception"), " ");
  }

  const trace = element("span", undefined, "trace");
  if (entry.traceId) {
    const to = link(entry.traceId.slice(0, 7), `/traces/detail/${entry.traceId}${entry.spanId ? `?span=${entry.spanId}` : ""}`, "mono");
    to.ariaLabel = `Trace ${to.textContent}`;
    trace.append(to);
  }

  const time = element("time", asTime(entry.timestamp), "time");
  time.dateTime = entry.timestamp;
  return [time, source(entry.resource), level(entry.level), message, trace];
}

async function open(id) {
  choose({ entry: id });
  list.select(id);
  await showEntry(id, {
    onFilter: (field, value) => filters.add(field, "equals", value),
    onClose() {
      choose({ entry: "" });
      list.select(undefined);
      list.focusActive();
    },
  });
}

bindTelemetryBar("logs", resource);
if (chosen("entry")) {
  open(chosen("entry"));
}

// A link from a trace asks for its entries; as a filter they can be seen and taken away.
for (const field of ["traceId", "spanId"]) {
  if (chosen(field)) {
    const value = chosen(field);
    choose({ [field]: "" });
    filters.add(`log.${field.toLowerCase()}`, "equals", value);
  }
}
