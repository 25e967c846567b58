// The waterfall: where a span lies in its trace, on a scale of ticks.

import { around, element } from "../shared/elements.js";
import { asDuration } from "../shared/format.js";

/** A bar that ends beyond this share of the width has its duration before it, or within where there is no room either. */
const rightmost = 0.85;
const leftmost = 0.15;

const ticks = [0, 0.25, 0.5, 0.75, 1];

export function scale(total) {
  const marks = ticks.map((share) => {
    const mark = element("span", asDuration(share * total), "tick");
    mark.style.setProperty("--at", share);
    return mark;
  });
  return around("span", "scale", ...marks);
}

/** `moments` are [{ at, className, title }] on the span's line: logs and events. */
export function bar(span, total, moments) {
  const start = shareOf(span.offsetNanoseconds, total);
  const end = shareOf(span.offsetNanoseconds + span.durationNanoseconds, total);
  const made = element("span", undefined, "span");
  made.style.setProperty("--start", start);
  made.style.setProperty("--length", end - start);
  const duration = element("span", asDuration(span.durationNanoseconds), "length");
  if (end > rightmost && start < leftmost) {
    made.append(duration);
  } else {
    duration.classList.toggle("before", end > rightmost);
    duration.style.setProperty("--at", end > rightmost ? 1 - start : end);
  }

  const dots = moments.map(({ at, className, title }) => {
    const dot = element("span", undefined, `moment ${className}`);
    dot.title = title;
    dot.style.setProperty("--at", shareOf(at, total));
    return dot;
  });
  return around("span", "track", made, ...duration.parentNode ? [] : [duration], ...dots);
}

// A clock of another machine may put a span outside of its trace; it stays within the drawing.
const shareOf = (nanoseconds, total) => Math.min(1, Math.max(0, total > 0 ? nanoseconds / total : 0));
