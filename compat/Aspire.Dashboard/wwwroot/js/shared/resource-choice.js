// The choice of one resource that sends telemetry. It stands in the path of the page.

import { chooseResource, resourceInPath } from "./address.js";
import { byId, option } from "./elements.js";
import { watchTelemetry } from "./telemetry.js";

/** Calls `onChange` when another is chosen. Gives a function that tells the chosen one. */
export function bindResourceChoice(page, onChange) {
  const choice = byId("resource");
  const add = (name) => {
    if (![...choice.options].some(({ value }) => value === name)) {
      choice.append(option(name));
    }
  };

  if (resourceInPath()) {
    add(resourceInPath());
    choice.value = resourceInPath();
  }

  watchTelemetry(({ resources }) => resources.forEach(({ name }) => add(name)));
  choice.addEventListener("change", () => {
    chooseResource(page, choice.value);
    onChange();
  });
  return () => choice.value;
}
