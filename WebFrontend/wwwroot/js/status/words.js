// Figures of this page in words.

import { language } from "../shared/text.js";

const clock = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
const decimal = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(language, { style: "percent" });

/** The time of day, to the second. */
export const asClock = (at) => clock.format(new Date(at));

export const asDecimal = (value) => decimal.format(value);

export const asWholePercent = (share) => percent.format(share);

export function asDuration(seconds) {
  if (seconds >= 1 || seconds === 0) {
    return `${decimal.format(seconds)} s`;
  }

  const milliseconds = seconds * 1000;
  return `${decimal.format(milliseconds >= 10 ? Math.round(milliseconds) : milliseconds)} ms`;
}
