// What the server tells of an instrument, as lines with names and values.

const percentiles = [["p99", "99 % within"], ["p90", "90 % within"], ["p50", "Median"]];

/** [{ name, values, total }]; `total` is there where all values together say more than the latest. A histogram is shown by its percentiles or by how many measurements there were (`mode` "count"). */
export function linesOf(data, mode, instrument) {
  if (data.kind === "Histogram") {
    return mode === "count"
      ? [{ name: "Measurements", values: data.counts ?? [], total: (data.counts ?? []).reduce((sum, count) => sum + (count ?? 0), 0) }]
      : percentiles.map(([key, name]) => ({ name, values: data.percentiles?.[key] ?? [] }));
  }

  const series = data.series ?? [];
  return series.map(({ attributes, values }) => ({ name: nameOf(attributes, series) || instrument, values }));
}

/** What all have in common tells nothing apart. */
const nameOf = (attributes, series) => Object.entries(attributes ?? {})
  .filter(([name, value]) => series.length === 1 || series.some((other) => other.attributes?.[name] !== value))
  .map(([name, value]) => `${name}=${value}`)
  .join(", ");

/** The one value that stands for a line. */
export const valueOf = ({ values, total }) => total ?? values.findLast((value) => value !== null && value !== undefined);
