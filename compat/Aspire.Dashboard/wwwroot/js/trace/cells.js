// The row of a span: its place in the tree, whose it is, and its bar.

import { around, element, iconButton } from "../shared/elements.js";
import { nanosecondsBetween } from "../shared/format.js";
import { colorOf } from "../shared/telemetry.js";
import { bar } from "./bar.js";

/** `logs` are those of this span; `onFold` is called when a person folds or unfolds it. */
export function cells({ span, hasChildren }, { trace, logs, isFolded, onFold }) {
  const fold = hasChildren
    ? iconButton(isFolded ? "Unfold" : "Fold", "open", onFold, isFolded ? "plain fold" : "plain fold unfolded")
    : element("span", undefined, "fold");
  if (hasChildren) {
    // The keyboard folds by the arrows of the row.
    fold.tabIndex = -1;
  }

  const name = element("span", span.name, "cut");
  name.title = span.name;
  const label = around("span", `label ${colorOf(span.resource)}`, fold, element("span", span.resource, "resource cut"), name);
  label.style.setProperty("--depth", span.depth);
  if (span.destination) {
    label.append(element("span", `→ ${span.destination}`, "note cut"));
  }

  if (span.status === "Error") {
    label.append(element("span", "Error", "bad error"));
  }

  const moments = [
    ...span.events.map(({ name: event, offsetNanoseconds }) => ({ at: offsetNanoseconds, className: "event", title: `Event: ${event}` })),
    ...logs.map(({ timestamp, level, message }) => ({
      at: nanosecondsBetween(trace.startedAt, timestamp),
      className: level === "Error" || level === "Critical" ? "log failed" : "log",
      title: `${level}: ${message}`,
    })),
  ];
  const place = around("span", `place ${colorOf(span.resource)}`, bar(span, trace.durationNanoseconds, moments));
  return [label, place];
}
