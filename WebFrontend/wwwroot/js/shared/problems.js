// Tells a problem in words, with what support needs to find it again.

import { element, show } from "./elements.js";
import { titleOf } from "./problem.js";
import { t } from "./text.js";

export function clearProblem(place) {
  show(place, false);
  place.replaceChildren();
}

export function showProblem(place, problem) {
  const parts = [element("strong", titleOf(problem))];
  if (problem.detail) {
    parts.push(element("span", problem.detail));
  }

  for (const [member, messages] of Object.entries(problem.errors ?? {})) {
    parts.push(element("span", `${member}: ${messages.join(" ")}`));
  }

  if (problem.retryAfter) {
    parts.push(element("span", t("tryAgainIn", { seconds: problem.retryAfter })));
  }

  if (problem.code) {
    parts.push(reference(problem));
  }

  place.replaceChildren(...parts);
  show(place, true);
}

function reference({ type, code, traceId }) {
  const line = element("small", `${t("code")} `);
  if (type?.startsWith("/problems/")) {
    const link = element("a", code);
    link.href = type;
    link.target = "_blank";
    line.append(link);
  } else {
    line.append(code);
  }

  if (traceId) {
    line.append(`, ${t("trace")} ${traceId}`);
  }

  return line;
}
