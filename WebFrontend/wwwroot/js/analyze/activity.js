// What is going on with the picture that is shown, in words and as a bar, and the buttons to hold it.

import { byId, show } from "../shared/elements.js";
import { asMilliseconds, asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";

/** Says something that is not about a picture. */
export const say = (text) => {
  byId("status").textContent = text;
};

export function showActivity(picture) {
  const isBusy = picture.state === "running" || picture.state === "waiting";
  byId("activity").classList.toggle("idle", !isBusy);
  show(byId("pause"), picture.upload !== undefined);
  byId("pause").textContent = t(picture.upload?.isPaused ? "resume" : "pause");
  if (isBusy && !(picture.activity.share < 1)) {
    // How long the rest takes is not known.
    byId("bar").removeAttribute("value");
  } else {
    // A bar without a value moves for ever, and costs its share of a processor even where nobody sees it.
    byId("bar").value = isBusy ? picture.activity.share : 0;
  }

  // A screen reader is told of what happens, not of each percent of it.
  const text = wordsFor(picture);
  if (byId("status").textContent !== text) {
    say(text);
  }
}

function wordsFor({ state, activity, took }) {
  switch (state) {
    case "waiting": return t("queued");
    case "done": return t("done", { time: asMilliseconds(took) });
    case "failed": return t("failed");
    case "cancelled": return t("cancelled");
    default: return running(activity);
  }
}

function running({ name, share = 0, seconds }) {
  const reached = asPercent(Math.floor(share * 10) / 10);
  switch (name) {
    case "upload-sending": return t("uploading", { share: reached });
    case "upload-paused": return t("paused", { share: asPercent(share) });
    case "upload-waiting": return t("connectionLost", { share: asPercent(share) });
    case "patience": return t("waiting", { seconds });
    default: return t(name);
  }
}
