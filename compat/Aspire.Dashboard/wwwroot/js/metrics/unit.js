// Values with their unit, which instruments give in the letters of UCUM.

import { asDuration, asShort } from "../shared/format.js";

const nanosecondsOf = { s: 1e9, ms: 1e6, us: 1e3, ns: 1 };
const byteSizes = [[2 ** 30, "GiB"], [2 ** 20, "MiB"], [2 ** 10, "KiB"]];

/** Gives what writes a value; a rate is one a second. */
export function writerOf(unit, isRate) {
  const per = isRate ? "/s" : "";
  if (nanosecondsOf[unit] && !isRate) {
    return (value) => (value < 0 ? `-${asDuration(-value * nanosecondsOf[unit])}` : value === 0 ? "0" : asDuration(value * nanosecondsOf[unit]));
  }

  if (unit === "By") {
    return (value) => asBytes(value) + per;
  }

  const word = !unit || unit === "1" ? "" : ` ${unit.replace(/^\{(.*)\}$/, "$1")}`;
  return (value) => asShort(value) + word + per;
}

/** What marks of an axis are whole multiples of: bytes are counted in powers of two. */
export const baseOf = (unit, highest) => (unit === "By" ? byteSizes.find(([size]) => highest >= size)?.[0] ?? 1 : 1);

function asBytes(value) {
  const [size, unit] = byteSizes.find(([least]) => Math.abs(value) >= least) ?? [1, "B"];
  return `${asShort(value / size)} ${unit}`;
}
