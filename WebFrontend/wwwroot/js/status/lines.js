// The charts that run with the time: what each of them shows of a reading.

import { asNumber } from "../shared/format.js";
import { t } from "../shared/text.js";
import { growthOf, histogramSince, percentileOf } from "./growth.js";
import { figuresOf } from "./sources.js";
import { asDecimal, asDuration, asWholePercent } from "./words.js";

/** One reading alone would jump; a few together still show a peak. */
const spanMilliseconds = 10_000;

const perSecond = (value) => t("perSecond", { value: asDecimal(value) });

/**
 * [{ name, source, lines, values, write, label, least, most }]: `source` is the service that tells it, `values` gives the numbers
 * of a reading, one a line, or undefined where they are not known; `write` puts one into words, `label` beside the scale.
 */
export const lineCharts = [
  {
    name: "requests",
    source: "api",
    lines: ["ok", "refused", "failed"],
    values(readings, reading) {
      const before = readings.before(reading, "api", spanMilliseconds);
      const grown = before && growthOf(reading.services.api.figures.requests, before.figures.requests);
      return grown && this.lines.map((line) => (grown[line] ?? 0) / before.seconds);
    },
    write: perSecond,
    label: perSecond,
    least: 1,
  },
  {
    name: "latency",
    source: "api",
    lines: ["p50", "p95", "p99"],
    values(readings, reading) {
      const before = readings.before(reading, "api", spanMilliseconds);
      const came = before && histogramSince(reading.services.api.figures.analyses, before.figures.analyses);
      return before && [0.5, 0.95, 0.99].map((share) => percentileOf(came, share));
    },
    write(seconds, line, reading) {
      const isAtTheEnd = seconds >= reading.services.api.figures.analyses.bounds.at(-1);
      return isAtTheEnd ? t("over", { value: asDuration(seconds) }) : asDuration(seconds);
    },
    label: asDuration,
    least: 0.01,
  },
  {
    name: "queue",
    source: "engine",
    lines: ["engine", "text"],
    values(readings, reading) {
      const { waiting, capacity } = figuresOf(reading, "engine") ?? {};
      return capacity && this.lines.map((line) => (capacity[line] ? (waiting[line] ?? 0) / capacity[line] : undefined));
    },
    write(value, line, reading) {
      const { waiting, capacity } = figuresOf(reading, "engine");
      return t("queue.of", { count: asNumber(waiting[line] ?? 0), capacity: asNumber(capacity[line]) });
    },
    label: asWholePercent,
    least: 1,
    most: 1,
  },
];
