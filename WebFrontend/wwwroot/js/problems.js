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

  if (problem.code) {
    parts.push(reference(problem));
  }

  byId("problem").replaceChildren(...parts);
  show(byId("problem"), true);
}

function reference({ type, code, traceId }) {
  const line = element("small", "Code ");
  if (type?.startsWith("/problems/")) {
    const link = element("a", code);
    link.href = type;
    link.target = "_blank";
    line.append(link);
  } else {
    line.append(code);
  }

  if (traceId) {
    line.append(`, trace ${traceId}`);
  }

  return line;
}
