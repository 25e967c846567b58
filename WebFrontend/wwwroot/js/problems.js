// Tells a problem in words, with what support needs to find it again.

import { byId, element, show } from "./elements.js";

export function clearProblem() {
  show(byId("problem"), false);
}

export function showProblem(problem) {
  const parts = [element("strong", problem.title ?? "Something went wrong")];
  if (problem.detail) {
    parts.push(element("span", problem.detail));
  }

  if (problem.retryAfter) {
    parts.push(element("span", `Try again in ${problem.retryAfter} s.`));
  }

  const reference = [problem.code && `Code ${problem.code}`, problem.traceId && `trace ${problem.traceId}`].filter(Boolean);
  if (reference.length > 0) {
    parts.push(element("small", reference.join(", ")));
  }

  byId("problem").replaceChildren(...parts);
  show(byId("problem"), true);
}
