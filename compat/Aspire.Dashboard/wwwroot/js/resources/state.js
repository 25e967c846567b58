// The state of a resource in words, with a dot whose colour only repeats them.

import { around, element } from "../shared/elements.js";

/** success, info, warning, error or none; what runs and is not healthy warns. */
export const styleOf = ({ stateStyle, health }) => (health && health !== "Healthy" ? "warning" : stateStyle ?? "none");

export function wordsOf({ state, exitCode, health, waitingFor }) {
  if (state === "Waiting" && waitingFor?.length > 0) {
    return `Waiting for ${waitingFor.join(", ")}`;
  }

  const words = exitCode === undefined || exitCode === null ? state : `${state} (code ${exitCode})`;
  return health && health !== "Healthy" ? `${words}, ${health.toLowerCase()}` : words;
}

export function stateOf(resource) {
  const words = wordsOf(resource) ?? "Unknown";
  const made = around("span", `state-word ${styleOf(resource)}`, element("span", words, "cut"));
  made.title = words;
  return made;
}
