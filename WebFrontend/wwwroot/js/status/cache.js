// Where analyses came from, as shares of all.

import { byId, element } from "../shared/elements.js";
import { asNumber, asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";
import { growthOf } from "./growth.js";
import { measureSince } from "./since.js";

const results = ["memory", "redis", "coalesced", "miss"];

export function writeCache(readings) {
  const section = byId("chart-cache");
  const { measured, words } = measureSince(readings, "api", sharesSince, t("cache.empty"));
  const band = section.querySelector(".band");
  section.querySelector(".since").textContent = words;
  band.replaceChildren(...results.filter((result) => measured?.[result]?.share > 0).map((result) => {
    const part = element("span", undefined, `part ${result}`);
    part.style.flexGrow = measured[result].share;
    return part;
  }));
  band.ariaLabel = measured
    ? results.map((result) => t("nameAndValue", { name: t(`cache.${result}`), value: asPercent(measured[result].share) })).join(", ")
    : words;
  section.querySelector("tbody").replaceChildren(...results.map((result) => rowOf(result, measured?.[result])));
}

function sharesSince(now, before) {
  const counts = growthOf(now.cache, before?.cache);
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return total > 0
    ? Object.fromEntries(results.map((result) => [result, { count: counts[result] ?? 0, share: (counts[result] ?? 0) / total }]))
    : undefined;
}

function rowOf(result, figures) {
  const row = element("tr");
  const name = element("th", t(`cache.${result}`));
  name.scope = "row";
  name.prepend(element("span", undefined, `part ${result}`));
  row.append(
    name,
    element("td", figures ? asNumber(figures.count) : "–", "number"),
    element("td", figures ? asPercent(figures.share) : "–", "number"));
  return row;
}
