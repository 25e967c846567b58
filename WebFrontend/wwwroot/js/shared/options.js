// What is asked of the pictures. Each page keeps its choice of features for the next visit.

import { byId } from "./elements.js";
import { readLocal, writeLocal } from "./keep.js";

const switches = () => [...byId("features").querySelectorAll("input")];

/** The options as the API takes them; what a page does not offer is as always. At least one feature is always asked for. */
export function chosenOptions() {
  const features = switches().filter(({ checked }) => checked).map(({ value }) => value);
  const { top = "5", model, equalize = "none" } = Object.fromEntries(new FormData(byId("options")));
  return { features: features.join(",") || "labels", top, ...model && { model }, ...equalize !== "none" && { equalize } };
}

/** `storedAs` is the name under which the choice is kept. */
export function listenForOptions(storedAs, onChange) {
  const kept = readLocal(storedAs);
  const asked = new URLSearchParams(location.search).get("model");
  for (const input of switches()) {
    input.checked = kept?.includes(input.value) ?? input.checked;
  }

  if (asked && ![...byId("model").options].some(({ value }) => value === asked)) {
    byId("model").append(new Option(asked, asked));
  }

  if (asked) {
    byId("model").value = asked;
  }

  byId("options").addEventListener("change", () => {
    writeLocal(storedAs, switches().filter(({ checked }) => checked).map(({ value }) => value));
    onChange();
  });
}
