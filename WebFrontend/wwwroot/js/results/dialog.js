// One result in a dialog: its picture, or as much of it as this browser has, and everything that was found in it.

import { byId, show } from "../shared/elements.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { clearResults, showAnalysis, startResults } from "./panel.js";
import { showOutlines, showPicture } from "./stage.js";
import { offerTabs } from "./tabs.js";

const steps = { ArrowLeft: -1, ArrowRight: 1 };

/** Once a page. Where there are neighbours to go to, `onStep` gets -1 or 1; `onClose` is told that the dialog was closed. */
export function startResultDialog({ onStep, onClose }) {
  const dialog = byId("result");
  startResults();
  byId("result-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => onClose?.());
  if (onStep) {
    byId("result-previous").addEventListener("click", () => onStep(-1));
    byId("result-next").addEventListener("click", () => onStep(1));
    dialog.addEventListener("keydown", (event) => {
      // Where the arrows have a meaning of their own they keep it.
      if (steps[event.key] && !event.target.closest("[role=tablist], pre")) {
        onStep(steps[event.key]);
      }
    });
  }
}

/**
 * Shows a result, and opens the dialog where it is not. `file` is what was sent, with the `options`; without it `small`, a
 * small copy, is shown if there is one. `place` says where the picture is from; `hasNeighbours` offers the steps to others.
 */
export function showResult({ name, place = "", file, small, options, analysis, problem, hasNeighbours = false }) {
  byId("result-name").textContent = name;
  byId("result-place").textContent = place;
  for (const id of ["result-previous", "result-next"]) {
    show(byId(id), hasNeighbours);
  }

  showAnyPicture(file ?? small);
  clearResults();
  show(byId("answer"), analysis !== undefined);
  if (analysis) {
    offerTabs(tabsOf(analysis, options), showOutlines);
    showAnalysis(analysis, file, options);
  }

  if (problem) {
    showProblem(byId("result-problem"), problem);
  } else {
    clearProblem(byId("result-problem"));
  }

  if (!byId("result").open) {
    byId("result").showModal();
  }
}

function showAnyPicture(picture) {
  show(byId("no-picture"), !picture);
  if (picture) {
    showPicture(picture);
  } else {
    show(byId("shown"), false);
    show(byId("no-preview"), false);
  }
}

// Only what was asked for has something to say.
const tabsOf = (analysis, options) => [
  ...Object.keys(analysis),
  ...analysis.errors.map(({ feature }) => feature),
  "json",
  ...options ? ["code"] : [],
];
