// A card for each service: how it is, and what is missing where it is not well.

import { byId, element } from "../shared/elements.js";
import { asBytes, asNumber } from "../shared/format.js";
import { hasText, t } from "../shared/text.js";
import { sumOf } from "./growth.js";
import { asWholePercent } from "./words.js";

/** What is no news as long as it is well: that a process answers, that it goes on, that there is room in its queue. */
const silent = new Set(["self", "draining", "queue"]);

const spanMilliseconds = 10_000;

export function writeServices(readings) {
  for (const service of Object.values(readings.latest.services)) {
    const card = byId(`service-${service.name}`);
    if (card) {
      writeService(card, service, readings);
    }
  }
}

function writeService(card, { name, state, checks, figures }, readings) {
  card.dataset.state = state;
  card.querySelector(".badge").textContent = t(`state.${state}`);
  card.querySelector(".summary").textContent = state !== "Away" && !figures ? t("noFigures") : t(`stateNote.${state}`);
  card.querySelector(".checks").replaceChildren(...linesOf(name, state, checks).map(([text, checkState]) => {
    const line = element("li", text);
    line.dataset.state = checkState;
    return line;
  }));
  const facts = factsOf(name, figures, readings);
  for (const place of card.querySelectorAll("[data-fact]")) {
    place.textContent = facts?.[place.dataset.fact] ?? "–";
  }
}

function linesOf(name, state, checks) {
  const lines = Object.entries(checks).filter(([check, checkState]) => checkState !== "Healthy" || !silent.has(check)).map(([check, checkState]) => {
    const key = `check.${check}.${checkState}`;
    return [hasText(key) ? t(key) : t("check.other", { name: check, state: t(`state.${checkState}`) }), checkState];
  });
  return name === "api" && state !== "Away" && !checks.redis ? [...lines, [t("check.redis.missing"), "Missing"]] : lines;
}

function factsOf(name, figures, readings) {
  if (!figures) {
    return undefined;
  }

  const before = readings.before(readings.latest, name, spanMilliseconds);
  return {
    processor: before && asWholePercent((figures.processorSeconds - before.figures.processorSeconds) / before.seconds),
    memory: asBytes(figures.memoryBytes),
    jobs: asNumber(sumOf(figures.jobs)),
    refusals: asNumber(sumOf(figures.refusals)),
  };
}
