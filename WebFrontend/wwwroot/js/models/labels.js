// The classes that a model knows, for those who look for one.

import { sendForJson } from "../shared/api.js";
import { element, show } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { count, t } from "../shared/text.js";

/** More than anybody reads; what is looked for is found by a letter more. */
const mostShown = 100;

const pauseInTyping = 250;

/** Asks for the labels when the disclosure is opened, and again whenever something else is looked for. */
export function offerLabels(details, { name, classes }) {
  const input = details.querySelector("input");
  details.querySelector("summary").textContent = t("labels", { count: asNumber(classes) });
  show(details, true);
  let asked;
  let timer;

  async function ask() {
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const query = new URLSearchParams({ q: input.value.trim() });
      const { labels } = await sendForJson(`/api/models/${encodeURIComponent(name)}/labels?${query}`, { signal });
      clearProblem(details.querySelector(".problem"));
      writeLabels(details, labels);
    } catch (error) {
      if (!signal.aborted) {
        writeLabels(details, []);
        details.querySelector(".found").textContent = "";
        showProblem(details.querySelector(".problem"), asProblem(error));
      }
    }
  }

  details.addEventListener("toggle", () => details.open && !asked && ask());
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, pauseInTyping);
  });
}

function writeLabels(details, labels) {
  details.querySelector(".found").textContent = labels.length > 0 ? count("found", labels.length) : t("foundNone");
  const shown = labels.slice(0, mostShown).map(({ id, name }) => {
    const row = element("li", name, "chip");
    row.title = id;
    return row;
  });
  const rest = labels.length - shown.length;
  details.querySelector("ul").replaceChildren(...shown, ...rest > 0 ? [element("li", count("more", rest), "note")] : []);
}
