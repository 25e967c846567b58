// Where analyses came from, as shares of all.

import { byId, element } from "../shared/elements.js";
import { asNumber, asPercent } from "../shared/format.js";
import { t } from "../shared/text.js";
import { growthOf, sumOf } from "./growth.js";
import { measureSince } from "./since.js";

export function writeCache(readings) {
  const section = byId("chart-cache");
  const rows = [...section.querySelectorAll("[data-result]")];
  const { measured, words } = measureSince(readings, "api", countsSince, t("cache.empty"));
  section.querySelector(".since").textContent = words;
  const shares = rows.map((row) => {
    const { result } = row.dataset;
    const share = measured ? (measured.counts[result] ?? 0) / measured.total : undefined;
    const [name, count, percent] = row.cells;
    count.textContent = measured ? asNumber(measured.counts[result] ?? 0) : "–";
    percent.textContent = measured ? asPercent(share) : "–";
    return { result, share, name: name.textContent };
  });
  writeBand(section.querySelector(".band"), shares, measured ? undefined : words);
}

function writeBand(band, shares, silence) {
  band.replaceChildren(...shares.filter(({ share }) => share > 0).map(({ result, share }) => {
    const part = element("span", undefined, `part ${result}`);
    part.style.flexGrow = share;
    return part;
  }));
  band.ariaLabel = silence ?? shares.map(({ name, share }) => t("nameAndValue", { name, value: asPercent(share) })).join(", ");
}

function countsSince(now, before) {
  const counts = growthOf(now.cache, before?.cache);
  const total = sumOf(counts);
  return total > 0 ? { counts, total } : undefined;
}
