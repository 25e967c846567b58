// Numbers and times for axes that people read easily.

const steps = [1, 2, 5, 10];
const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600];

/** Four or so marks that take in the lowest and the highest value. */
export function ticks(lowest, highest) {
  const span = highest - lowest || 1;
  const magnitude = 10 ** Math.floor(Math.log10(span / 4));
  const step = magnitude * steps.find((one) => one * magnitude >= span / 4 - 1e-12);
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.max(first + 1, Math.ceil(highest / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Round times between two, at most so many. */
export function timeTicks(from, to, most) {
  const step = timeSteps.find((one) => (to - from) / one <= most) ?? timeSteps.at(-1);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, index) => first + index * step);
}
