// The page as a whole: pictures come in, are shown, sent, and their answers shown.

import { submit } from "../shared/analysis.js";
import { byId, element } from "../shared/elements.js";
import { listenForPictures } from "../shared/pictures.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { rememberJob } from "../shared/sent-jobs.js";
import { t } from "../shared/text.js";
import { fillModels } from "../shared/models.js";
import { chosenOptions, listenForOptions } from "../shared/options.js";
import { enqueue } from "../shared/queue.js";
import { clearResults, showAccepted, showAnalysis, showFeature, startResults } from "../results/panel.js";
import { showPicture } from "../results/stage.js";
import { say, showActivity } from "./activity.js";
import { listenForPhotographs } from "./camera.js";
import { Picture } from "./picture.js";
import { addToStrip, markCurrent, updateStrip } from "./strip.js";
import { offerUnfinished } from "./unfinished.js";

let current;

function accept(files) {
  const pictures = files.map((file) => new Picture(file, update));
  for (const picture of pictures) {
    addToStrip(picture, select);
    analyze(picture);
  }

  select(pictures[0]);
}

function analyze(picture, options, location) {
  enqueue(async () => {
    await modelsReady;
    await picture.run(options ?? chosenOptions(), location);
  }, () => picture.state === "waiting");
}

function analyzeAgain() {
  current.reset();
  updateStrip(current);
  showKnown(current);
  analyze(current);
}

async function analyzeLater() {
  const { file } = current;
  byId("later").disabled = true;
  clearProblem(byId("problem"));
  try {
    const job = await submit(file, chosenOptions(), { onWait: (seconds) => say(t("waiting", { seconds })) });
    rememberJob({ id: job.id, kind: "analysis", name: file.name });
    const link = element("a", t("toJobs"));
    link.href = "/jobs";
    byId("status").replaceChildren(t("sentLater", { name: file.name }), " ", link);
  } catch (error) {
    showProblem(byId("problem"), asProblem(error));
  } finally {
    byId("later").disabled = false;
  }
}

function select(picture) {
  current = picture;
  markCurrent(picture);
  showPicture(picture.file);
  byId("stage").classList.add("filled");
  byId("again").disabled = byId("later").disabled = false;

  showKnown(picture);
}

function showKnown(picture) {
  const asked = picture.options ?? chosenOptions();
  clearResults(picture.state === "running" || picture.state === "waiting" ? asked.features.split(",") : undefined);
  if (picture.image) {
    showAccepted(picture.image);
  }

  for (const [feature, part] of picture.parts) {
    showFeature(feature, part, picture.file);
  }

  showState(picture);
}

function showState(picture) {
  showActivity(picture);
  if (picture.problem) {
    clearResults();
    showProblem(byId("problem"), picture.problem);
  } else {
    clearProblem(byId("problem"));
  }

  if (picture.analysis) {
    showAnalysis(picture.analysis, picture.file, picture.options, picture.arrivals);
  } else if (picture.state === "cancelled") {
    clearResults();
  }
}

function update(picture, change) {
  updateStrip(picture);
  if (picture !== current) {
    return;
  }

  switch (change) {
    case "state": showState(picture); break;
    case "activity": showActivity(picture); break;
    case "accepted": showAccepted(picture.image); break;
    default: showFeature(change, picture.parts.get(change), picture.file);
  }
}

// Without the list the server's own default is used; the page is as good as before.
const modelsReady = fillModels().catch((error) => showProblem(byId("problem"), asProblem(error)));

startResults();
listenForPictures(byId("file"), (pictures) => accept(pictures.map(({ file }) => file)));
listenForPhotographs((file) => accept([file]), say);
listenForOptions("features", () => current && analyzeAgain());
byId("choose").addEventListener("click", () => byId("file").click());
byId("again").addEventListener("click", analyzeAgain);
byId("later").addEventListener("click", analyzeLater);
byId("abort").addEventListener("click", () => current?.cancel());
byId("pause").addEventListener("click", () => {
  if (current.upload.isPaused) {
    current.upload.resume();
  } else {
    current.upload.pause();
  }

  showActivity(current);
});
offerUnfinished((file, options, location) => {
  const picture = new Picture(file, update);
  addToStrip(picture, select);
  analyze(picture, options, location);
  select(picture);
});
