// The list of the jobs, the newest first. A row stays where it is whatever becomes of its job.

import { byId, fromTemplate, show } from "../shared/elements.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { findThumbnail } from "../shared/thumbnails.js";
import { t } from "../shared/text.js";
import { about, outcome, standing } from "./words.js";

const rows = new Map();

/** Shows exactly these jobs. `acts` has open, cancel and remove, each of which gets a job. */
export function showRows(jobs, acts) {
  for (const [job, row] of rows) {
    if (!jobs.includes(job)) {
      URL.revokeObjectURL(row.querySelector("img").src);
      row.remove();
      rows.delete(job);
    }
  }

  for (const job of jobs.filter((one) => !rows.has(one))) {
    rows.set(job, made(job, acts));
    updateRow(job);
  }

  // Only what is not there yet is moved: a row that is moved loses the focus.
  const places = jobs.map((job) => rows.get(job));
  for (const [place, row] of places.toReversed().entries()) {
    const next = places[places.length - place] ?? null;
    if (row.nextElementSibling !== next || !row.isConnected) {
      byId("jobs").insertBefore(row, next);
    }
  }
}

export function updateRow(job) {
  const row = rows.get(job);
  const part = (selector) => row.querySelector(selector);
  const isAnalysed = job.status === "succeeded" && job.kind === "analysis";
  row.dataset.status = job.status;
  part(".about").textContent = about(job);
  part(".status").textContent = standing(job);
  part(".outcome").textContent = outcome(job);
  show(part(".outcome"), outcome(job) !== "");
  showShare(part("progress"), job);
  show(part(".open"), isAnalysed);
  show(part(".to-classifiers"), job.status === "succeeded" && job.kind === "training");
  show(part(".cancel"), !job.isFinished);
  show(part(".remove"), job.isFinished);
  if (job.problem) {
    showProblem(part(".problem"), job.problem);
  } else {
    clearProblem(part(".problem"));
  }

  if (isAnalysed) {
    showSmallCopy(part("img"), job);
  }
}

/** The first thing that can be done with a job, or the head of the list. */
export function focusRow(job) {
  const row = rows.get(job);
  const first = row && [...row.querySelectorAll(".actions > *")].find(({ hidden }) => !hidden);
  (first ?? byId("sent-title")).focus();
}

function made(job, acts) {
  const row = fromTemplate("job");
  row.querySelector(".name").textContent = job.name;
  for (const [act, run] of Object.entries(acts)) {
    const control = row.querySelector(`.${act}`);
    control.ariaLabel = t(`${act}Named`, { name: job.name });
    control.addEventListener("click", () => run(job, control));
  }

  return row;
}

function showShare(bar, { status, progress }) {
  bar.classList.toggle("idle", status !== "running");
  if (progress > 0) {
    bar.value = progress;
  } else {
    // How long it takes is not known.
    bar.removeAttribute("value");
  }
}

async function showSmallCopy(image, { result }) {
  if (!image.src) {
    const kept = await findThumbnail(result.digest);
    if (kept && !image.src) {
      image.src = URL.createObjectURL(kept.picture);
    }
  }
}
