// The results of one picture: each kind is written as it arrives, into the place that was kept for it.

import { byId, element } from "../shared/elements.js";
import { showProblem } from "../shared/problems.js";
import { t } from "../shared/text.js";
import { writeCaption } from "./caption.js";
import { writeCode } from "./code.js";
import { writeColors } from "./colors.js";
import { writeEmbedding } from "./embedding.js";
import { writeFaces } from "./faces.js";
import { arrivalsOf, writeFile } from "./file-report.js";
import { writeJson } from "./json.js";
import { writeLabels } from "./labels.js";
import { followMarks } from "./marks.js";
import { writeModeration } from "./moderation.js";
import { writeObjects } from "./objects.js";
import { setSize, showOutlines, startStage } from "./stage.js";
import { panelOf, selectTab, setCount, startTabs } from "./tabs.js";
import { writeText } from "./text-lines.js";

const writers = {
  labels: writeLabels,
  objects: writeObjects,
  faces: writeFaces,
  text: writeText,
  moderation: writeModeration,
  colors: writeColors,
  caption: writeCaption,
  embedding: writeEmbedding,
};

// What is there already; a visitor may have done something with it.
const written = new Set();

const others = ["image", "json", "code"];

/** Once a page, before anything else here. */
export function startResults() {
  startTabs(showOutlines);
  startStage((mark) => {
    selectTab(mark.split("-")[0], showOutlines);
    byId("answer").querySelector(`[data-mark="${mark}"]`)?.focus();
  });
  followMarks(byId("answer"));
  clearResults();
}

/** Empties every place. `asked` are the features that are on their way; without it nothing is. */
export function clearResults(asked) {
  written.clear();
  for (const name of [...Object.keys(writers), ...others]) {
    const isComing = asked?.includes(name) || others.includes(name);
    say(name, t(!asked ? "notYet" : isComing ? "working" : "notAsked"));
    setCount(name, 0);
  }

  byId("answer").ariaBusy = String(asked !== undefined);
}

/** Writes what the server says of the file, which comes first. */
export function showAccepted(image) {
  setSize(image);
  setCount("image", writeFile(panelOf("image"), image));
}

/** Writes one feature. `part` has its member as the API names it, and may be a whole analysis; `file` is what was sent, if it is here. */
export function showFeature(name, part, file) {
  written.add(name);
  if (part.error) {
    tellFailure(name, part.error);
    return;
  }

  setCount(name, writers[name](panelOf(name), part, file));
}

/** Writes of an analysis what is not there yet. `arrivals` are [{ name, milliseconds }]; `options` are given with the file alone. */
export function showAnalysis(analysis, file, options, arrivals) {
  showAccepted(analysis.image);
  for (const name of Object.keys(writers)) {
    if (analysis[name] !== undefined && (!written.has(name) || name === "embedding")) {
      showFeature(name, analysis, file);
    }
  }

  for (const { feature, ...error } of analysis.errors) {
    tellFailure(feature, error);
  }

  showWhole(analysis, file, options, arrivals);
  byId("answer").ariaBusy = "false";
}

function showWhole(analysis, file, options, arrivals) {
  writeFile(panelOf("image"), analysis.image, [
    [t("model"), t("modelVersion", analysis.model)],
    [t("digest"), analysis.digest],
  ]);
  if (arrivals?.length > 0) {
    panelOf("image").append(element("h2", t("arrivals"), "minor"), arrivalsOf(arrivals));
  }

  writeJson(panelOf("json"), analysis);
  if (options) {
    writeCode(panelOf("code"), file, options);
  }
}

function tellFailure(name, error) {
  const place = element("div", undefined, "problem");
  showProblem(place, error);
  panelOf(name).replaceChildren(place);
}

function say(name, text) {
  panelOf(name).replaceChildren(element("p", text, "note"));
}
