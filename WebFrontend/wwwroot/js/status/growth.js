// What counters and histograms, which only ever grow, say of the time between two readings.

/** Whether two readings are of one run of one process: after a restart everything begins at nothing again. */
export function isSameRun(now, before) {
  return Boolean(now && before) && now.instance === before.instance && now.processorSeconds >= before.processorSeconds
    && hasGrown(now.requests, before.requests) && hasGrown(now.cache, before.cache);
}

const hasGrown = (now, before) => Object.entries(before).every(([name, count]) => (now[name] ?? 0) >= count);

/** How much each counter grew; all of it, where nothing is known of before. */
export const growthOf = (now, before = {}) =>
  Object.fromEntries(Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)]));

/** The sum of all counters of a kind. */
export const sumOf = (counts) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/** A histogram of what came since `before`; without it, of all. */
export const histogramSince = (now, before) => now && { bounds: now.bounds, counts: now.counts.map((count, index) => count - (before?.counts[index] ?? 0)) };

export const totalOf = (histogram) => histogram?.counts.at(-1) ?? 0;

/** The value that a share of all do not exceed, taken as spread evenly between two bounds; undefined for an empty histogram. */
export function percentileOf(histogram, share) {
  const total = totalOf(histogram);
  if (total <= 0) {
    return undefined;
  }

  const { bounds, counts } = histogram;
  const rank = share * total;
  const index = counts.findIndex((count) => count >= rank);
  if (index >= bounds.length) {
    // More is not known of those above the last bound.
    return bounds.at(-1);
  }

  const [lower, below] = index === 0 ? [0, 0] : [bounds[index - 1], counts[index - 1]];
  return lower + (bounds[index] - lower) * (rank - below) / (counts[index] - below);
}
