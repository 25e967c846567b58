// The parameters of the application, each with its value; a secret one stays masked until it is asked for.

import { attempt, read } from "../shared/api.js";
import { around, button, element, icon } from "../shared/elements.js";
import { fillValue } from "./environment.js";
import { stateOf } from "./state.js";

export const heads = ["Name", "State", "Value", "Source"];

export function cellsOf(resource, _, onOpen) {
  const name = button(resource.name, () => onOpen(resource.name), "name");
  name.dataset.key = "name";
  const value = element("span", undefined, "value");
  const tools = element("span", undefined, "acts");
  attempt(() => read(`resources/${encodeURIComponent(resource.name)}/environment`)).then((found) => {
    const variable = found?.variables.find((one) => one.name === "value");
    if (variable) {
      fillValue(value, tools, resource.name, variable);
    }
  });
  return [
    ["Name", around("span", "named", icon("parameter"), name)],
    ["State", stateOf(resource)],
    ["Value", around("span", "parameter", value, tools)],
    ["Source", element("span", resource.source ?? "", "cut")],
  ];
}
