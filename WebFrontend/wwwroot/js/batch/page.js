// The page as a whole: pictures come in, are analysed one after another, looked through and taken away as a table.

import { byId, show } from "../shared/elements.js";
import { fillModels } from "../shared/models.js";
import { chosenOptions, listenForOptions } from "../shared/options.js";
import { listenForPictures } from "../shared/pictures.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { count, t } from "../shared/text.js";
import { announce, announceProgress } from "./announce.js";
import { chosenFilter, listenForChoice, resetChoice, showChoices } from "./choices.js";
import { openDetail, startDetail, updateDetail } from "./detail.js";
import { Entry } from "./entry.js";
import { listenForExport } from "./export.js";
import { choicesFor, filterBy } from "./filter.js";
import { sift } from "./intake.js";
import { showProgress } from "./progress.js";
import { isWorkStopped, startWork, stopWork } from "./run.js";
import { addTiles, removeTiles, showTiles, updateTile } from "./tiles.js";

const keys = new Set();
let entries = [];
let shown = [];
let isRefreshPending = false;

function take(files) {
  const { taken, skipped, known } = sift(files, keys);
  byId("intake").textContent = [
    ...taken.length > 0 ? [count("taken", taken.length)] : [],
    ...skipped > 0 ? [count("skipped", skipped)] : [],
    ...known > 0 ? [count("known", known)] : [],
  ].join(" ");
  const added = taken.map((picture) => new Entry(picture, { onChange: change, onHalt: halt }));
  entries.push(...added);
  addTiles(added, (entry) => openDetail(entry, shown));
  if (!isWorkStopped()) {
    work(added);
  }

  refresh();
}

function work(some) {
  clearProblem(byId("problem"));
  startWork(some, modelsReady);
}

function change(entry) {
  if (entry.state !== "discarded") {
    updateTile(entry);
    updateDetail(entry, shown);
    refreshSoon();
  }
}

function halt(problem) {
  stopWork(entries);
  showProblem(byId("problem"), problem);
  refresh();
}

// Hundreds of changes in a second are shown at once.
function refreshSoon() {
  if (!isRefreshPending) {
    isRefreshPending = true;
    setTimeout(refresh, 100);
  }
}

function refresh() {
  isRefreshPending = false;
  show(byId("work"), entries.length > 0);
  show(byId("workspace"), entries.length > 0);
  showProgress(entries);
  announceProgress(entries);
  showChoices(choicesFor(entries));
  filter();
}

function filter() {
  const isShown = filterBy(chosenFilter());
  shown = entries.filter(isShown);
  showTiles(isShown);
  byId("gallery").classList.toggle("moderated", chosenOptions().features.includes("moderation"));
  show(byId("nothing"), shown.length === 0 && entries.length > 0);
  byId("save-csv").disabled = byId("save-json").disabled = shown.length === 0;
  const words = shown.length === entries.length
    ? count("allShown", entries.length)
    : count("someShown", entries.length, { shown: shown.length });
  if (byId("shown-count").textContent !== words) {
    byId("shown-count").textContent = words;
  }
}

function analyzeAgain(some) {
  for (const entry of some) {
    entry.reset();
  }

  work(entries.filter(({ state }) => state === "waiting"));
  refresh();
}

function toggleWork() {
  if (isWorkStopped()) {
    work(entries.filter(({ state }) => state === "waiting"));
  } else {
    stopWork(entries);
  }

  refresh();
}

function clear() {
  for (const entry of entries) {
    entry.discard();
  }

  entries = [];
  keys.clear();
  removeTiles();
  resetChoice();
  clearProblem(byId("problem"));
  byId("intake").textContent = byId("search").value = "";
  startWork([], modelsReady);
  refresh();
  announce(t("cleared"));
  byId("folder").focus();
}

const isBusy = () => entries.some(({ state }) => state === "waiting" || state === "running");

// Without the list the server's own default is used.
const modelsReady = fillModels().catch((error) => showProblem(byId("problem"), asProblem(error)));

startDetail(() => shown);
listenForPictures([byId("folder"), byId("files")], take);
listenForOptions("batch-features", filter);
listenForChoice(refresh);
listenForExport(() => shown);
byId("search").addEventListener("input", filter);
byId("stop").addEventListener("click", toggleWork);
byId("retry").addEventListener("click", () => analyzeAgain(entries.filter(({ state }) => state === "failed")));
byId("again").addEventListener("click", () => analyzeAgain(entries));
byId("clear").addEventListener("click", clear);
byId("show-all").addEventListener("click", () => {
  byId("search").value = "";
  resetChoice();
  refresh();
  byId("search").focus();
});
addEventListener("beforeunload", (event) => isBusy() && event.preventDefault());
