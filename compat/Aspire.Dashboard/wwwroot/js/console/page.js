// The console logs: what the resources write, as they write it.

import { addressOf, attempt, remove } from "../shared/api.js";
import { bindField, bindHabit } from "../shared/choices.js";
import { byId, icon } from "../shared/elements.js";
import { asCount } from "../shared/format.js";
import { keep, readKept } from "../shared/keep.js";
import { follow } from "../shared/stream.js";
import { watchTelemetry } from "../shared/telemetry.js";
import { say } from "../shared/toast.js";
import { tellEmpty } from "../list/empty.js";
import { commandButtons } from "../resources/commands.js";
import { LineList } from "./line-list.js";
import { drawLine, prepared } from "./line.js";
import { Lines } from "./lines.js";
import { Sources } from "./sources.js";

const lines = new Lines();
const sources = new Sources(connect);
const search = bindField("search", filter);
const isWrapped = bindHabit("wrap", "wrapsLines", false, restyle);
const view = { timestamps: readKept("timestamps") ?? "local", isMixed: sources.isMixed, search: search().toLowerCase(), colorName: sources.colorName };
const list = new LineList(byId("lines"), (line) => drawLine(line, view), (isAtEnd) => {
  byId("to-end").hidden = isAtEnd;
});
let stop;
let writtenCommands;

function connect() {
  stop?.();
  view.isMixed = sources.isMixed;
  byId("download").href = addressOf("console/download", { resource: sources.names });
  lines.reset();
  list.show(lines.shown, false);
  writeCommands();
  stop = follow(addressOf("console/stream", { resource: sources.names }), "lines", (came) => {
    const isLonger = lines.add(came.map((line) => prepared(line, view)));
    list.show(lines.shown, isLonger);
    write();
  }, () => {
    // What follows begins with all that is held.
    lines.reset();
    list.show(lines.shown, false);
    write();
  });
}

function write() {
  const { shown, isPaused, waiting } = lines;
  byId("total").textContent = asCount(shown.length, "line");
  byId("state-text").textContent = isPaused ? `Paused: ${asCount(waiting, "new line waits", "new lines wait")}` : "Live";
  tellEmpty(shown.length > 0 ? undefined : emptyWords());
}

const emptyWords = () => view.search
  ? { title: "No line is like that", text: "No line holds the words that are searched for. New lines appear by themselves." }
  : { title: "No lines yet", text: "What a resource writes to its console appears here at once. Has it been started?" };

function filter() {
  view.search = search().toLowerCase();
  lines.search(view.search);
  list.show(lines.shown, false);
  write();
}

function restyle() {
  byId("lines").classList.toggle("wrap", isWrapped());
  list.restyle();
}

function pause(isPaused) {
  if (isPaused) {
    lines.pause();
  } else {
    const isLonger = lines.resume();
    list.show(lines.shown, isLonger);
  }

  byId("pause").replaceChildren(icon(isPaused ? "resume" : "pause"), isPaused ? "Resume" : "Pause");
  byId("state").classList.toggle("paused", isPaused);
  byId("resume").hidden = !isPaused;
  write();
}

function writeCommands() {
  const resource = sources.only;
  const written = JSON.stringify([resource?.name, resource?.commands]);
  if (written !== writtenCommands) {
    writtenCommands = written;
    byId("commands").replaceChildren(...resource ? commandButtons(resource) : []);
  }
}

byId("timestamps").value = view.timestamps;
byId("timestamps").addEventListener("change", ({ target }) => {
  view.timestamps = target.value;
  keep("timestamps", view.timestamps);
  list.restyle();
});
byId("pause").addEventListener("click", () => pause(!lines.isPaused));
byId("resume").addEventListener("click", () => pause(false));
byId("to-end").addEventListener("click", () => list.toEnd());
byId("clear").addEventListener("click", () => attempt(async () => {
  for (const name of sources.names.length > 0 ? sources.names : [undefined]) {
    await remove("console", { resource: name });
  }

  lines.reset();
  list.show(lines.shown, false);
  write();
  say("The lines are cleared.");
}));

let isColoured = false;
watchTelemetry(() => {
  // The colours of the resources come with the telemetry; lines that were drawn before had others.
  if (!isColoured) {
    isColoured = true;
    list.restyle();
  }
});

follow(addressOf("resources/stream"), "resources", ({ resources }) => {
  sources.offer(resources);
  writeCommands();
});
lines.search(view.search);
restyle();
connect();
