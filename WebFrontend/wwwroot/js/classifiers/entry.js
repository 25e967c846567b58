// One classifier in the list: its versions, and what can be done with them.

import { sendForJson } from "../shared/api.js";
import { unknown } from "../shared/custom-classifiers.js";
import { button, element } from "../shared/elements.js";
import { asTime } from "../shared/format.js";
import { t } from "../shared/text.js";
import { asRoundPercent } from "./interval.js";

/** `on` are the acts: { tryOut(model), promote(model, version), rollBack(model), remove(model, version) }. */
export function entryOf(model, on) {
  const entry = element("li", undefined, "entry");
  entry.dataset.name = model.name;
  const title = element("h3", model.name);
  title.tabIndex = -1;
  entry.append(title, standingOf(model), versionsOf(model, on), actionsOf(model, on), classesOf(model));
  return entry;
}

function standingOf({ version, versions }) {
  const live = versions.find((one) => one.live);
  return live
    ? element("p", t(live.accuracy === null ? "live" : "liveAccuracy", { version, accuracy: asRoundPercent(live.accuracy) }))
    : element("p", t("noneLive"), "warn");
}

function versionsOf(model, on) {
  const list = element("ul", undefined, "versions");
  list.ariaLabel = t("versionsOf", { name: model.name });
  list.append(...model.versions.toReversed().map(({ version, createdAt, accuracy, live }) => {
    const row = element("li");
    const facts = element("div");
    const title = element("strong", t("version", { version }));
    facts.append(title);
    if (live) {
      facts.append(" ", element("span", t("isLive"), "chip good"));
    }

    facts.append(element("p", [asTime(createdAt), accuracy !== null && t("accuracyOf", { accuracy: asRoundPercent(accuracy) })]
      .filter(Boolean).join(" · "), "note"));
    row.append(facts);
    if (!live) {
      row.append(versionActionsOf(model, version, on));
    }

    return row;
  }));
  return list;
}

function versionActionsOf(model, version, on) {
  const actions = element("div", undefined, "actions");
  actions.append(...[["promote", on.promote], ["delete", on.remove]].map(([name, act]) => {
    const made = button(t(name), () => act(model, version), "quiet small");
    made.ariaLabel = t(`${name}Version`, { name: model.name, version });
    return made;
  }));
  return actions;
}

function actionsOf(model, on) {
  const actions = element("div", undefined, "actions");
  const tryOut = button(t("tryOut"), () => on.tryOut(model), "small");
  tryOut.ariaLabel = t("tryOutModel", { name: model.name });
  actions.append(tryOut);
  if (model.version) {
    const analyse = element("a", t("analyse"), "button small quiet");
    analyse.href = `/?${new URLSearchParams({ model: model.name })}`;
    analyse.ariaLabel = t("analyseWith", { name: model.name });
    actions.append(analyse);
  }

  // There may be none to go back to; the server knows, and says so.
  if (model.version && model.versions.length > 1) {
    const back = button(t("rollBack"), () => on.rollBack(model), "quiet small");
    back.ariaLabel = t("rollBackModel", { name: model.name });
    actions.append(back);
  }

  return actions;
}

// Asked for only by whoever wants to know.
function classesOf({ name, version, versions }) {
  const details = element("details");
  const list = element("p", undefined, "chips-of");
  details.append(element("summary", t("classesAre")), list);
  details.addEventListener("toggle", async () => {
    if (!details.open || list.childElementCount > 0) {
      return;
    }

    try {
      const asked = encodeURIComponent(`${name}@${version ?? versions.at(-1).version}`);
      const { labels } = await sendForJson(`/api/models/${asked}/labels`);
      list.replaceChildren(...labels.flatMap((label) => [element("span", label.name, label.name === unknown ? "chip note" : "chip"), " "]));
    } catch (error) {
      list.textContent = error.message;
    }
  });
  return details;
}
