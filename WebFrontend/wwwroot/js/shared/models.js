// The choice of models. The page brings it, made a while ago or not at all; here it is as of now.

import { listModels } from "./api.js";
import { isClassifier } from "./custom-classifiers.js";
import { byId } from "./elements.js";
import { asPercent } from "./format.js";

/** Brings the list up to date. Only a page that came without one has to wait for it. */
export async function fillModels() {
  const filling = fill();
  if (byId("model").length > 0) {
    filling.catch(() => {});
  } else {
    await filling;
  }
}

async function fill() {
  const models = (await listModels()).filter((model) => isClassifier(model) && model.version);
  const list = byId("model");
  const chosen = list.selectedOptions[0];
  list.replaceChildren(...models.map((model) => {
    const accuracy = model.versions.find(({ live }) => live)?.accuracy;
    return new Option(accuracy ? `${model.name} (${asPercent(accuracy)})` : model.name, model.name, model.default, model.default);
  }));
  if (chosen) {
    choose(list, chosen);
  }
}

// What was chosen meanwhile stays, also a version that is not live.
function choose(list, chosen) {
  if (![...list.options].some(({ value }) => value === chosen.value)) {
    list.append(chosen);
  }

  list.value = chosen.value;
}
