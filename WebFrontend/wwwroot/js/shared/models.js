// The choice of models, where the page came without it.

import { listModels } from "./api.js";
import { byId, element } from "./elements.js";
import { asPercent } from "./format.js";

export async function fillModels() {
  if (byId("model").length > 0) {
    return;
  }

  const models = (await listModels()).filter(({ task, version }) => task === "classification" && version);
  byId("model").replaceChildren(...models.map((model) => {
    const accuracy = model.versions.find(({ live }) => live)?.accuracy;
    const option = element("option", accuracy ? `${model.name} (${asPercent(accuracy)})` : model.name);
    option.value = model.name;
    option.selected = model.default;
    return option;
  }));
}
