// The page as a whole: a form becomes a training, a training a result, a result a classifier of the list.

import { sendForJson } from "../shared/api.js";
import { byId, show } from "../shared/elements.js";
import { listenForPictures } from "../shared/pictures.js";
import { asProblem, Problem } from "../shared/problem.js";
import { isFinished, sentJobs } from "../shared/sent-jobs.js";
import { t } from "../shared/text.js";
import { pause } from "../shared/waiting.js";
import { addPictures, clearFormProblem, knowNames, nameForm, resetForm, settle, showFormProblem, startForm } from "./form.js";
import { refreshList, startList } from "./list.js";
import { showResult } from "./result.js";
import { resume, startTraining, train } from "./training.js";
import { isTrialOpen, openTrial, startTrial, tryPicture } from "./trial.js";

const jobsLookedAt = 5;
const patience = 5;

let shownResult;

/** Shows the form, the training or the result, and goes there. */
function showView(view) {
  for (const other of ["make", "training", "result"]) {
    show(byId(other), other === view);
  }

  byId(`${view}-title`).focus();
}

async function begin(draft, token) {
  clearFormProblem();
  byId("form-status").textContent = "";
  await accompany(() => train(draft, token));
}

/** Stays with a training to its end, whichever it is. */
async function accompany(work) {
  showView("training");
  try {
    const job = await work();
    if (job) {
      settle(job.status === "succeeded");
    }

    if (job?.status === "failed") {
      throw new Problem(job.problem);
    }

    if (job?.status === "succeeded") {
      await finish(job.result);
      return;
    }

    showView("make");
    byId("form-status").textContent = t(job ? "cancelled" : "notSent");
  } catch (error) {
    showView("make");
    showFormProblem(asProblem(error));
  }
}

async function finish(result) {
  shownResult = result;
  showResult(result);
  showView("result");

  // Another replica of the service may hear of the new version a moment later.
  for (let tries = 0; tries < patience && !madeBy(await refreshList(), result); tries++) {
    await pause(1000);
  }
}

const madeBy = (classifiers, { model: { name, version } }) =>
  classifiers.find((one) => one.name === name && one.versions.some((known) => known.version === version));

/** Finds the training again that goes on while the page was away, or the one that the address names. */
async function findTraining() {
  const asked = new URLSearchParams(location.search).get("job");
  const trainings = sentJobs().filter(({ kind }) => kind === "training").slice(0, jobsLookedAt);
  for (const known of asked ? [trainings.find(({ id }) => id === asked) ?? { id: asked }] : trainings) {
    const job = await sendForJson(`/api/jobs/${encodeURIComponent(known.id)}`).catch(() => undefined);
    if (job && (isFinished(job) ? asked && job.result?.holdout : true)) {
      return { ...known, name: known.name ?? job.result?.model.name ?? "" };
    }
  }

  return undefined;
}

function tryResult() {
  const { name, version } = shownResult.model;
  openTrial({ name, versions: [{ version, live: shownResult.promoted }] }, version);
}

startForm(begin);
startTraining();
startTrial();
startList({ onKnown: knowNames, onTry: openTrial });
listenForPictures(byId("folder"), (pictures) => {
  if (isTrialOpen()) {
    tryPicture(pictures[0].file);
  } else if (!byId("make").hidden) {
    addPictures(pictures);
  }
});
byId("try-result").addEventListener("click", tryResult);
byId("train-again").addEventListener("click", () => {
  showView("make");
  nameForm(shownResult.model.name);
});
byId("make-another").addEventListener("click", () => {
  resetForm();
  showView("make");
});

const found = await findTraining();
if (found) {
  accompany(() => resume(found));
}
