// The jobs that this browser has sent. Their ids are secrets of whoever sent them; nobody else can list them.

import { readLocal, writeLocal } from "./keep.js";

const storedAs = "jobs";
const most = 200;

/** The newest first: { id, kind: "analysis" or "training", name, sentAt }. */
export const sentJobs = () => readLocal(storedAs) ?? [];

export function rememberJob({ id, kind, name }) {
  const others = sentJobs().filter((job) => job.id !== id);
  writeLocal(storedAs, [{ id, kind, name, sentAt: new Date().toISOString() }, ...others].slice(0, most));
}

export function forgetJob(id) {
  writeLocal(storedAs, sentJobs().filter((job) => job.id !== id));
}

/** Whether the state of a job, as the API tells it, will not change any more. */
export const isFinished = ({ status }) => status === "succeeded" || status === "failed" || status === "canceled";

/** Tells when another tab of this browser has sent or forgotten a job. */
export const listenForJobs = (onChange) => addEventListener("storage", ({ key }) => key === storedAs && onChange());
