// The page as a whole: a reading comes every two seconds, and everything is drawn anew from those of the last five minutes.

import { sendForJson } from "../shared/api.js";
import { byId, show } from "../shared/elements.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { t } from "../shared/text.js";
import { writeCache } from "./cache.js";
import { Chart } from "./chart.js";
import { writeFeatures } from "./features.js";
import { lineCharts } from "./lines.js";
import { poll } from "./poll.js";
import { Readings } from "./readings.js";
import { writeServices } from "./services.js";
import { asClock } from "./words.js";

/** Longer than the server waits for its services. */
const patience = 10_000;

const readings = new Readings();
const charts = lineCharts.map((chart) => new Chart(chart));

async function read() {
  try {
    readings.add(await sendForJson("/status/figures", { signal: AbortSignal.timeout(patience) }));
    clearProblem(byId("problem"));
    say("live");
  } catch (error) {
    if (error.code === "route_not_found") {
      switchOff();
      return;
    }

    readings.miss();
    showProblem(byId("problem"), asProblem(error));
    say("lost");
  }

  draw();
}

function draw() {
  const { latest, all } = readings;
  latest.values ??= latest.services
    ? Object.fromEntries(lineCharts.map((chart) => [chart.name, chart.values(readings, latest)]))
    : {};
  for (const chart of charts) {
    chart.draw(all);
  }

  if (latest.services) {
    byId("read-at").textContent = t("readAt", { time: asClock(latest.at) });
    writeServices(readings);
  }

  writeCache(readings);
  writeFeatures(readings);
}

/** Says it once, however often it is so: the words are read aloud. */
function say(state) {
  if (!polling.isPaused && byId("state").dataset.state !== state) {
    byId("state").dataset.state = state;
    byId("state").textContent = t(state);
  }
}

function switchOff() {
  polling.isPaused = true;
  show(byId("off"), true);
  show(byId("figures"), false);
}

const polling = poll(read);

byId("pause").addEventListener("click", () => {
  polling.isPaused = !polling.isPaused;
  byId("pause").textContent = t(polling.isPaused ? "resume" : "pause");
  byId("state").dataset.state = polling.isPaused ? "paused" : "live";
  byId("state").textContent = t(polling.isPaused ? "paused" : "live");
});

for (const details of document.querySelectorAll(".chart details")) {
  details.addEventListener("toggle", () => readings.latest && draw());
}

addEventListener("resize", () => readings.latest && draw());
