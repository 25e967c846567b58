// The choices of what to show, each with the number of its pictures, as one group of which one is chosen.

import { byId, element, show } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { t } from "../shared/text.js";

const most = 24;
const first = { kind: "state", name: "all" };

const chips = new Map();
let chosen = first;
let isWhole = false;

export const chosenFilter = () => chosen;

export function listenForChoice(onChange) {
  byId("choices").addEventListener("change", ({ target }) => {
    chosen = { kind: target.dataset.kind, name: target.dataset.name };
    onChange();
  });
  byId("more-choices").addEventListener("click", () => {
    isWhole = !isWhole;
    onChange();
  });
}

/** Back to all. */
export function resetChoice() {
  chosen = first;
}

/** Shows choices, [{ kind, name, count }]. While the keyboard is among them they stay in their places. */
export function showChoices(choices) {
  const keys = new Set(choices.map(keyOf));
  if (!keys.has(keyOf(chosen))) {
    resetChoice();
  }

  for (const [key, chip] of chips) {
    if (!keys.has(key)) {
      chips.delete(key);
      chip.remove();
    }
  }

  const shown = choices.map((choice, place) => updated(choice, isWhole || place < most || keyOf(choice) === keyOf(chosen)));
  const isInUse = byId("choices").contains(document.activeElement);
  byId("choices").append(...shown.filter((chip) => !isInUse || !chip.isConnected));

  const isLong = choices.length > most;
  byId("more-choices").disabled = !isLong;
  byId("more-choices").textContent = t(isLong && isWhole ? "fewerChoices" : "moreChoices");
  byId("more-choices").ariaExpanded = String(isLong && isWhole);
}

const keyOf = ({ kind, name }) => `${kind}:${name}`;

function updated(choice, isShown) {
  const key = keyOf(choice);
  const chip = chips.get(key) ?? made(choice);
  chips.set(key, chip);
  chip.querySelector(".count").textContent = asNumber(choice.count);
  chip.querySelector("input").checked = key === keyOf(chosen);
  show(chip, isShown);
  return chip;
}

function made({ kind, name }) {
  const chip = element("label");
  const input = element("input");
  input.type = "radio";
  input.name = "choice";
  Object.assign(input.dataset, { kind, name });
  chip.append(input, element("span", kind === "state" ? t(`choice.${name}`) : name), element("span", "", "count"));
  return chip;
}
