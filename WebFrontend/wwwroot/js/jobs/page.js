// The page as a whole: the jobs of this browser, followed until they are done, opened, taken back and forgotten.

import { byId, show } from "../shared/elements.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { forgetJob, listenForJobs, sentJobs } from "../shared/sent-jobs.js";
import { count, t } from "../shared/text.js";
import { findThumbnail } from "../shared/thumbnails.js";
import { pause } from "../shared/waiting.js";
import { showResult, startResultDialog } from "../results/dialog.js";
import { SentJob } from "./job.js";
import { focusRow, showRows, updateRow } from "./rows.js";
import { watch } from "./watch.js";
import { about, standing } from "./words.js";

const patienceSeconds = 5;

let jobs = [];

/** Takes over what this browser remembers; what is known of a job already stays. */
function load() {
  jobs = sentJobs().map((sent) => jobs.find(({ id }) => id === sent.id) ?? new SentJob(sent));
  showRows(jobs, { open, cancel, remove });
  summarize();
}

function summarize() {
  const unfinished = jobs.filter(({ isFinished }) => !isFinished).length;
  const words = count("jobs", jobs.length);
  byId("summary").textContent = unfinished > 0 ? t("unfinished", { jobs: words, count: unfinished }) : words;
  byId("clear").disabled = unfinished === jobs.length;
  show(byId("empty"), jobs.length === 0);
}

async function read(job) {
  const before = job.status;
  try {
    await job.read();
    clearProblem(byId("problem"));
    update(job, before);
  } catch (error) {
    showProblem(byId("problem"), asProblem(error));
    await pause((error.retryAfter ?? patienceSeconds) * 1000);
  }
}

function update(job, before) {
  // It may have been removed from the list while its answer was on the way.
  if (jobs.includes(job)) {
    updateRow(job);
    summarize();
    if (job.status !== before && before !== "unknown") {
      byId("said").textContent = t("became", { name: job.name, status: standing(job) });
    }
  }
}

async function open(job) {
  const kept = await findThumbnail(job.result.digest);
  showResult({
    name: job.name,
    place: about(job),
    small: kept && new File([kept.picture], job.name, { type: kept.picture.type }),
    analysis: job.result,
  });
}

async function cancel(job, control) {
  const before = job.status;
  control.disabled = true;
  try {
    await job.cancel();
    update(job, before);
    focusRow(job);
  } catch (error) {
    showProblem(byId("problem"), asProblem(error));
  } finally {
    control.disabled = false;
  }
}

function remove(job) {
  const place = jobs.indexOf(job);
  forgetJob(job.id);
  load();
  focusRow(jobs[place] ?? jobs.at(-1));
}

function clear() {
  for (const { id } of jobs.filter(({ isFinished }) => isFinished)) {
    forgetJob(id);
  }

  load();
  focusRow(jobs[0]);
}

startResultDialog({});
byId("clear").addEventListener("click", clear);
listenForJobs(load);
load();
watch(
  () => jobs.filter(({ isFinished }) => !isFinished).toSorted((one, other) => one.readAt - other.readAt),
  read);
