// The classifiers that there are. What is done to one shows at once, and is said.

import { listModels } from "../shared/api.js";
import { isCustom } from "../shared/custom-classifiers.js";
import { byId, show } from "../shared/elements.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { t } from "../shared/text.js";
import { promote, removeVersion, rollBack } from "./acts.js";
import { entryOf } from "./entry.js";

const on = {
  promote: (model, version) => act(model, () => promote(model, version), (now) => t("nowLive", { name: now.name, version: now.version })),
  rollBack: (model) => act(model, () => rollBack(model), (now) => t("nowLive", { name: now.name, version: now.version })),
  remove: (model, version) => act(model, () => removeVersion(model, version), () => t("deleted", { name: model.name, version })),
};

let classifiers = [];
let onNames;

/** `onKnown` gets the names that are taken: { own, others }; `onTry` gets the classifier that somebody wants to try. */
export async function startList({ onKnown, onTry }) {
  onNames = onKnown;
  on.tryOut = onTry;
  await refreshList();
}

/** Asks the server anew. Gives the classifiers. */
export async function refreshList() {
  clearProblem(byId("list-problem"));
  try {
    const models = await listModels();
    classifiers = models.filter(isCustom);
    onNames({ own: classifiers.map(({ name }) => name), others: models.filter((model) => !isCustom(model)).map(({ name }) => name) });
    draw();
  } catch (error) {
    byId("list-status").textContent = "";
    showProblem(byId("list-problem"), asProblem(error));
  }

  return classifiers;
}

function draw() {
  byId("list").replaceChildren(...classifiers.map((model) => entryOf(model, on)));
  show(byId("list-empty"), classifiers.length === 0);
  byId("list-status").textContent = "";
}

async function act(model, work, inWords) {
  clearProblem(byId("list-problem"));
  try {
    const now = await work();
    if (now) {
      classifiers = classifiers.map((other) => (other.name === now.name ? now : other)).filter(({ versions }) => versions.length > 0);
      onNames({ own: classifiers.map(({ name }) => name) });
      draw();
      byId("list-status").textContent = inWords(now);
      focusOn(now.name);
    }
  } catch (error) {
    showProblem(byId("list-problem"), asProblem(error));
    byId("list-problem").scrollIntoView({ block: "nearest" });
  }
}

// The button that was pressed is gone with the old list.
function focusOn(name) {
  const entry = [...byId("list").children].find((one) => one.dataset.name === name);
  (entry?.querySelector("h3") ?? byId("list-title")).focus();
}
