// Numbers and times as people of the page's language read them.

import { language } from "./text.js";

const percent = new Intl.NumberFormat(language, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const number = new Intl.NumberFormat(language);
const time = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });

export const asPercent = (share) => percent.format(share);

export const asNumber = (value) => number.format(value);

export const asTime = (value) => time.format(new Date(value));

export const asPixels = (width, height) => `${number.format(width)} × ${number.format(height)}`;

export function asMilliseconds(milliseconds) {
  if (milliseconds >= 10_000) {
    return `${(milliseconds / 1000).toFixed(1)} s`;
  }

  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

export function asBytes(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }

  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(0)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
