// What is asked of the pictures. The choice of features is kept for the next visit.

import { byId } from "../shared/elements.js";
import { readLocal, writeLocal } from "../shared/keep.js";

const storedAs = "features";

const switches = () => [...byId("features").querySelectorAll("input")];

/** The options as the API takes them. At least one feature is always asked for. */
export function chosenOptions() {
  const features = switches().filter(({ checked }) => checked).map(({ value }) => value);
  const { top, model, equalize } = Object.fromEntries(new FormData(byId("options")));
  return { features: features.join(",") || "labels", top, ...model && { model }, ...equalize !== "none" && { equalize } };
}

export function listenForOptions(onChange) {
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
