// From when on shares and times are counted: these five minutes if anything happened in them, else the start of the service.

import { t } from "../shared/text.js";
import { keptMilliseconds } from "./readings.js";
import { figuresOf, serviceOf } from "./sources.js";

/**
 * Calls `measure` with the figures of a source now and before, until it gives something that is not nothing. Gives that, and words
 * for the time it holds for; where nothing is known, `empty` or that the source is silent.
 */
export function measureSince(readings, source, measure, empty) {
  const { latest } = readings;
  const now = figuresOf(latest, source);
  if (!now) {
    return { words: t(`${source}.silent`) };
  }

  const before = readings.before(latest, serviceOf(latest, source), keptMilliseconds)?.figures;
  const recent = before && measure(now, before);
  if (recent) {
    return { measured: recent, words: t("since.window") };
  }

  const all = measure(now, undefined);
  return { measured: all, words: all ? t("since.start") : empty };
}
