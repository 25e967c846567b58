// What is told of a job, in words.

import { asMilliseconds, asPercent, asTime } from "../shared/format.js";
import { count, t } from "../shared/text.js";

/** Where it stands. */
export const standing = ({ status, progress }) => (status === "running" && progress > 0
  ? t("status.runningShare", { share: asPercent(progress) })
  : t(`status.${status}`));

/** What it is, since when, how long it takes, and how often it was begun. */
export function about({ kind, sentAt, startedAt, finishedAt, attempts }) {
  const parts = [t("about", { kind: t(`kind.${kind}`), time: asTime(sentAt) })];
  if (startedAt) {
    const time = asMilliseconds(Math.max(0, new Date(finishedAt ?? Date.now()) - new Date(startedAt)));
    parts.push(t(finishedAt ? "tookTime" : "runsFor", { time }), count("attempts", attempts));
  }

  return parts.join(" · ");
}

/** What has come of it, or nothing where that is told in another way. */
export function outcome({ kind, status, result }) {
  if (status === "expired") {
    return t("expired");
  }

  if (status !== "succeeded" || kind !== "training") {
    return "";
  }

  const { model, holdout, promoted, reason } = result;
  const words = { name: model.name, version: model.version, accuracy: asPercent(holdout.accuracy), number: holdout.count };
  return `${t("trained", words)} ${promoted ? t("promoted") : t("notPromoted", { reason })}`;
}
