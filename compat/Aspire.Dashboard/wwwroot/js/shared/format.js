// Numbers and times as people read them.

const number = new Intl.NumberFormat("en");
const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const day = new Intl.DateTimeFormat("en-GB", { day: "2-digit", month: "short" });

export const asNumber = (value) => number.format(value);

/** "1 span", "2 spans". */
export const asCount = (count, one, many = `${one}s`) => `${number.format(count)} ${count === 1 ? one : many}`;

const two = (value) => String(value).padStart(2, "0");

/** The time of day to the millisecond, in this browser's zone. */
function asClock(time) {
  const at = new Date(time);
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, "0")}`;
}

/** The same, with the day where that is not today's. */
export function asTime(time) {
  const at = new Date(time);
  return at.toDateString() === new Date().toDateString() ? asClock(time) : `${day.format(at)} ${asClock(time)}`;
}

export const asUtc = (time) => new Date(time).toISOString();

const sizes = [[3_600e9, "h"], [60e9, "min"], [1e9, "s"], [1e6, "ms"], [1e3, "µs"]];

export function asDuration(nanoseconds) {
  const [size, unit] = sizes.find(([least]) => nanoseconds >= least) ?? [1, "ns"];
  return `${short.format(nanoseconds / size)} ${unit}`;
}

/** Adds a digit's worth of letters: 1.2k, 3.4M. */
export function asShort(value) {
  const size = Math.abs(value);
  const [least, letter] = [[1e9, "G"], [1e6, "M"], [1e3, "k"]].find(([each]) => size >= each) ?? [1, ""];
  return `${short.format(value / least)}${letter}`;
}

/** From one time to a later one, in nanoseconds: a browser's own dates end at the millisecond, ours four digits later. */
export const nanosecondsBetween = (start, time) => (Date.parse(time) - Date.parse(start)) * 1e6 + belowMilliseconds(time) - belowMilliseconds(start);

function belowMilliseconds(time) {
  const [, digits = ""] = time.match(/\.\d{3}(\d{0,6})/) ?? [];
  return Number(digits.padEnd(6, "0"));
}
