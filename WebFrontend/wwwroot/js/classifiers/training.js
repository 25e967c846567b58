// A training that goes on: the upload, then what the server says of it, until it ends or is cancelled.

import { send } from "../shared/api.js";
import { byId, show } from "../shared/elements.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { rememberJob } from "../shared/sent-jobs.js";
import { t } from "../shared/text.js";
import { followJob } from "./following.js";
import { asRoundPercent } from "./interval.js";
import { sendDraft } from "./sending.js";

/** As far as the server's own figure of progress goes, the rest is the learning itself. */
const embeddingShare = 0.8;

let controller;
let id;

export function startTraining() {
  byId("cancel-training").addEventListener("click", cancel);
}

/** Sends a draft, and follows its training. Gives the finished job, or undefined if no key is given or it is not sent to its end. */
export async function train(draft, token) {
  begin(draft.name);
  show(byId("leave"), false);
  tell(t("sending"), 0);
  try {
    const job = await sendDraft(draft, token, { signal: controller.signal, onProgress: tellSent });
    if (!job) {
      return undefined;
    }

    rememberJob({ id: job.id, kind: "training", name: draft.name });
    return await follow(job.id);
  } catch (error) {
    if (error.name === "AbortError") {
      return undefined;
    }

    throw error;
  }
}

/** Follows a training that was begun before. */
export async function resume(job) {
  begin(job.name);
  return await follow(job.id);
}

function begin(name) {
  controller = new AbortController();
  id = undefined;
  byId("training-title").textContent = t("trainingOf", { name });
  byId("cancel-training").disabled = false;
  clearProblem(byId("training-problem"));
  tell(t("looking"));
}

async function follow(job) {
  id = job;
  show(byId("leave"), true);
  return await followJob(job, { onChange: tellProgress, onCut: () => tell(t("cut")) });
}

// Once the server has all pictures there is a job; before, there is only the request.
async function cancel() {
  if (!id) {
    controller.abort();
    return;
  }

  byId("cancel-training").disabled = true;
  tell(t("cancelling"));
  try {
    await send(`/api/jobs/${id}`, { method: "DELETE" });
  } catch (error) {
    // What has ended in the meantime is told by its events.
    if (error.code !== "job_finished") {
      byId("cancel-training").disabled = false;
      showProblem(byId("training-problem"), asProblem(error));
    }
  }
}

const tellSent = (share) => (share < 1 ? tell(t("sending"), share) : tell(t("accepting")));

function tellProgress({ status, progress }) {
  if (status === "queued") {
    tell(t("waiting"));
  } else if (status === "running" && !byId("cancel-training").disabled) {
    tell(t(progress < embeddingShare ? "seeing" : "learning"), progress);
  }
}

// A screen reader is told of each step, and finds the share of it at the bar.
function tell(text, share) {
  if (byId("training-status").textContent !== text) {
    byId("training-status").textContent = text;
  }

  byId("training-share").textContent = share === undefined ? "" : asRoundPercent(share);
  if (share === undefined) {
    byId("training-bar").removeAttribute("value");
  } else {
    byId("training-bar").value = share;
  }
}
