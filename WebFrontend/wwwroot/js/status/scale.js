// Numbers for an axis that people read easily.

const steps = [1, 2, 5, 10];

/** The marks from 0 to at least `highest`, four or so of them. */
export function ticksUpTo(highest) {
  const rough = highest / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * steps.find((one) => one * magnitude >= rough);
  return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, index) => index * step);
}
