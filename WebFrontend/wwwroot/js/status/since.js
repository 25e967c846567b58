// From when on shares and times are counted: these five minutes if anything happened in them, else the start of the service.

import { t } from "../shared/text.js";
import { keptMilliseconds } from "./readings.js";

/**
 * Calls `measure` with the figures of a service now and before, until it gives something that is not nothing. Gives that and the
 * words for the time it holds for.
 */
export function measureSince(readings, name, measure) {
  const now = readings.latest.services?.[name]?.figures;
  const before = now && readings.before(readings.latest, name, keptMilliseconds)?.figures;
  const recent = before && measure(now, before);
  if (recent) {
    return { measured: recent, words: t("since.window") };
  }

  return { measured: now && measure(now, undefined), words: t("since.start") };
}
