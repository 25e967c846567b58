// The traces: the newest on top, which resources took part, how long each took against the longest.

import { read } from "../shared/api.js";
import { bindField, bindHabit, bindPressed } from "../shared/choices.js";
import { byId } from "../shared/elements.js";
import { asCount } from "../shared/format.js";
import { bindResourceChoice } from "../shared/resource-choice.js";
import { bindTelemetryBar } from "../shared/telemetry-bar.js";
import { withoutProbes } from "../filters/conditions.js";
import { emptyWords } from "../filters/empty-words.js";
import { Filters } from "../filters/filters.js";
import { LiveList } from "../list/live-list.js";
import { VirtualList } from "../list/virtual-list.js";
import { cells } from "./cells.js";

const restart = () => traces.restart();
const resource = bindResourceChoice("/traces", restart);
const type = bindField("type", restart);
const search = bindField("search", restart);
const errorsOnly = bindPressed("errors", restart);
const hidesProbes = bindHabit("probes", "hidesProbes", true, restart);
const filters = new Filters("traces", restart);
let longest = 0;

const list = new VirtualList(byId("rows"), {
  label: "Traces",
  columns: [{ name: "Started" }, { name: "Name" }, { name: "Spans" }, { name: "Duration" }],
  keyOf: ({ id }) => id,
  cells,
  dress(row, { durationNanoseconds }) {
    row.querySelector(".bar").style.setProperty("--share", longest > 0 ? durationNanoseconds / longest : 0);
  },
  onOpen: ({ traceId }) => location.assign(`/traces/detail/${traceId}`),
  onNearEnd: () => traces.more(),
});

const traces = new LiveList({
  list,
  async read(page, signal) {
    const found = await read("traces", { ...page, ...question() }, signal);
    longest = found.maximumDurationNanoseconds;
    return found;
  },
  word: (total) => asCount(total, "trace"),
  empty: () => emptyWords({
    kind: "traces",
    isFiltered: isFiltered(),
    hidesProbes: hidesProbes(),
    showProbes: () => byId("probes").click(),
    none: { title: "No traces yet", text: "They appear as soon as a resource sends spans by OTLP: ask one of the services for something, and come back." },
  }),
});

function question() {
  return {
    resource: resource(),
    type: type(),
    search: search(),
    errorsOnly: errorsOnly(),
    filter: [...filters.all, ...hidesProbes() ? withoutProbes("trace.name") : []],
  };
}

const isFiltered = () => filters.all.length > 0 || errorsOnly() || [resource(), type(), search()].some((value) => value !== "");

bindTelemetryBar("traces", resource);
