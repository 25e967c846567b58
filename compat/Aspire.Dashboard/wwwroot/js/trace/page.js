// One trace: its spans as a waterfall, and all about the one that is picked.

import { choose, chosen } from "../shared/address.js";
import { addressOf, read } from "../shared/api.js";
import { bindField } from "../shared/choices.js";
import { byId, link } from "../shared/elements.js";
import { watchTelemetry } from "../shared/telemetry.js";
import { tellEmpty } from "../list/empty.js";
import { VirtualList } from "../list/virtual-list.js";
import { scale } from "./bar.js";
import { cells } from "./cells.js";
import { writeFacts } from "./facts.js";
import { showSpan } from "./span-pane.js";
import { treeOf, visibleRows } from "./tree.js";

/** Spans arrive late, each service sends its own; after so many readings without a new one the trace is taken as whole. */
const quietReadings = 30;

const traceId = decodeURIComponent(location.pathname.split("/").at(-1));
const folded = new Set();
const search = bindField("search", draw);
let trace;
let tree = [];
let quiet = 0;
let isReading = false;
let isStale = false;

const list = new VirtualList(byId("rows"), {
  label: "Spans",
  role: "treegrid",
  columns: [{ name: "Span" }, { name: "", className: "scale-head" }],
  keyOf: ({ span }) => span.spanId,
  cells: (row) => cells(row, { trace, logs: logsOf(row.span), isFolded: folded.has(row.span.spanId), onFold: () => fold(row) }),
  dress(element, { span, hasChildren }) {
    element.ariaLevel = span.depth + 1;
    element.ariaExpanded = hasChildren ? String(!folded.has(span.spanId)) : null;
  },
  onOpen: ({ span }) => open(span),
  onKey({ key }, row) {
    const isFolded = folded.has(row.span.spanId);
    if (row.hasChildren && (key === "ArrowRight" && isFolded || key === "ArrowLeft" && !isFolded)) {
      fold(row);
    }
  },
});

const logsOf = ({ spanId }) => trace.logs.filter((entry) => entry.spanId === spanId);

function fold({ span }) {
  folded.has(span.spanId) ? folded.delete(span.spanId) : folded.add(span.spanId);
  draw();
}

function draw() {
  list.items = visibleRows(tree, folded, search());
  list.redraw();
  byId("collapse").textContent = folded.size > 0 ? "Expand all" : "Collapse all";
}

function open(span) {
  choose({ span: span.spanId });
  list.select(span.spanId);
  showSpan(span, {
    trace,
    logs: logsOf(span),
    onClose() {
      choose({ span: "" });
      list.select(undefined);
      list.focusActive();
    },
  });
}

async function refresh() {
  // A large trace may take longer than a second; what changes meanwhile is asked for afterwards.
  if (isReading) {
    isStale = true;
    return;
  }

  isReading = true;
  try {
    const found = await read(`traces/${encodeURIComponent(traceId)}`);
    if (found.spans.length === trace?.spans.length && found.logs.length === trace.logs.length) {
      quiet++;
    } else {
      quiet = 0;
      show(found);
    }
  } catch (error) {
    tell(error);
  }

  isReading = false;
  if (isStale) {
    isStale = false;
    await refresh();
  }
}

function show(found) {
  const isFirst = !trace;
  trace = found;
  tree = treeOf(trace.spans);
  tellEmpty(undefined);
  writeFacts(trace);
  byId("rows").querySelector(".scale-head").replaceChildren(scale(trace.durationNanoseconds));
  draw();
  const picked = trace.spans.find(({ spanId }) => spanId === chosen("span"));
  if (isFirst && picked) {
    open(picked);
    list.reveal(picked.spanId);
  }
}

function tell(error) {
  if (error.isLost || trace) {
    // The banner says so, and what is here stays.
    return;
  }

  tellEmpty(error.status === 404
    ? { title: "This trace is not held", text: "It may have given way to newer ones, or none of its spans has arrived yet.", acts: [link("To all traces", "/traces")] }
    : { title: "This cannot be shown", text: error.message });
}

byId("collapse").addEventListener("click", () => {
  if (folded.size > 0) {
    folded.clear();
  } else {
    tree.filter(({ hasChildren }) => hasChildren).forEach(({ span }) => folded.add(span.spanId));
  }

  draw();
});

byId("download").href = addressOf(`traces/${encodeURIComponent(traceId)}/export`);
byId("logs").href = `/structuredlogs?traceId=${encodeURIComponent(traceId)}`;
watchTelemetry(({ paused }, isChanged) => {
  byId("state").classList.toggle("paused", paused);
  byId("state-text").textContent = paused ? "Paused: what arrives is dropped" : "Live";
  if (isChanged && quiet < quietReadings) {
    refresh();
  }
});
