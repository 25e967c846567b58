// How long each feature takes, from the engine's histograms.

import { byId } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { t } from "../shared/text.js";
import { histogramSince, percentileOf, totalOf } from "./growth.js";
import { measureSince } from "./since.js";
import { asDuration } from "./words.js";

export function writeFeatures(readings) {
  const section = byId("chart-features");
  const { measured, words } = measureSince(readings, "engine", timesSince, t("features.empty"));
  section.querySelector(".since").textContent = words;
  const longest = Math.max(...Object.values(measured ?? {}).map(({ slow }) => slow));
  for (const row of section.querySelectorAll("[data-feature]")) {
    const times = measured?.[row.dataset.feature];
    const [, bar, median, slow, runs] = row.cells;
    bar.firstElementChild.classList.toggle("known", times !== undefined);
    bar.firstElementChild.style.setProperty("--median", `${times ? times.median / longest * 100 : 0}%`);
    bar.firstElementChild.style.setProperty("--slow", `${times ? times.slow / longest * 100 : 0}%`);
    median.textContent = times ? asDuration(times.median) : "–";
    slow.textContent = times ? asDuration(times.slow) : "–";
    runs.textContent = times ? asNumber(times.runs) : "–";
  }
}

function timesSince(now, before) {
  const times = Object.entries(now.features)
    .map(([feature, histogram]) => [feature, histogramSince(histogram, before?.features[feature])])
    .filter(([, histogram]) => totalOf(histogram) > 0)
    .map(([feature, histogram]) =>
      [feature, { median: percentileOf(histogram, 0.5), slow: percentileOf(histogram, 0.95), runs: totalOf(histogram) }]);
  return times.length > 0 ? Object.fromEntries(times) : undefined;
}
