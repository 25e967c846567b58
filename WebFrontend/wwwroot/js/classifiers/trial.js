// Tries a classifier on a picture, without leaving the page.

import { analyze } from "../shared/analysis.js";
import { unknown } from "../shared/custom-classifiers.js";
import { byId, element, show } from "../shared/elements.js";
import { listenForChoices, listenForDrops } from "../shared/pictures.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { t } from "../shared/text.js";
import { barsOf } from "../results/lines.js";

const labelsShown = 20;

let picture;
let controller;

export function startTrial() {
  const take = (pictures) => pictures.length > 0 && tryPicture(pictures[0].file);
  listenForChoices(byId("trial-file"), take);
  listenForDrops(byId("trial"), take, (isOver) => byId("trial").classList.toggle("over", isOver));
  byId("trial-version").addEventListener("change", () => picture && run());
  byId("close-trial").addEventListener("click", () => byId("trial").close());
  byId("trial").addEventListener("close", forget);
}

export const isTrialOpen = () => byId("trial").open;

/** Opens the trial of a classifier; of the version named, or the live one, or the newest. */
export function openTrial({ name, version, versions }, chosen = version ?? versions.at(-1).version) {
  byId("trial-title").textContent = t("trialOf", { name });
  byId("trial-version").replaceChildren(...versions.toReversed().map((one) => new Option(
    t(one.live ? "versionLive" : "version", { version: one.version }),
    `${name}@${one.version}`,
    one.version === chosen,
    one.version === chosen)));
  byId("trial").showModal();

  // Not by autofocus, which browsers obey for the page as a whole too, as soon as it is there.
  byId("trial-file").focus();
}

export function tryPicture(file) {
  picture = file;
  const image = byId("trial-picture");
  URL.revokeObjectURL(image.src);
  image.src = URL.createObjectURL(file);
  image.alt = file.name;
  show(image, true);
  byId("trial-stage").classList.add("filled");
  run();
}

async function run() {
  controller?.abort();
  const mine = controller = new AbortController();
  clearProblem(byId("trial-problem"));
  byId("trial-status").textContent = t("trying");
  byId("trial-labels").replaceChildren();
  try {
    const { labels } = await analyze(picture, { features: "labels", top: labelsShown, model: byId("trial-version").value }, {
      signal: mine.signal,
      onWait: (seconds) => { byId("trial-status").textContent = t("patience", { seconds }); },
    });
    showLabels(labels);
  } catch (error) {
    if (mine === controller && error.name !== "AbortError") {
      byId("trial-status").textContent = "";
      showProblem(byId("trial-problem"), asProblem(error));
    }
  }
}

function showLabels(labels) {
  byId("trial-status").textContent = labels[0].name === unknown ? t("looksUnknown") : t("looksLike", { label: labels[0].name });
  byId("trial-labels").replaceChildren(barsOf(labels));
  if (labels.some(({ name }) => name === unknown)) {
    byId("trial-labels").append(element("p", t("unknownIs"), "note"));
  }
}

function forget() {
  controller?.abort();
  controller = picture = undefined;
  const image = byId("trial-picture");
  URL.revokeObjectURL(image.src);
  image.removeAttribute("src");
  show(image, false);
  byId("trial-stage").classList.remove("filled");
  byId("trial-status").textContent = "";
  byId("trial-labels").replaceChildren();
  clearProblem(byId("trial-problem"));
}
