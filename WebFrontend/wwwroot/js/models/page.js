// The page as a whole: a card for each model that the API names.

import { listModels } from "../shared/api.js";
import { byId, show } from "../shared/elements.js";
import { asProblem } from "../shared/problem.js";
import { clearProblem, showProblem } from "../shared/problems.js";
import { count, t } from "../shared/text.js";
import { cardOf } from "./card.js";
import { tellShadows } from "./shadow.js";
import { inOrder } from "./tasks.js";

async function load() {
  show(byId("again"), false);
  clearProblem(byId("problem"));
  try {
    const models = inOrder(await listModels());
    byId("models").replaceChildren(...models.map(cardOf));
    byId("status").textContent = models.length > 0 ? count("count", models.length) : t("noModels");
    await tellShadows();
  } catch (error) {
    byId("status").textContent = "";
    showProblem(byId("problem"), asProblem(error));
    show(byId("again"), true);
  }
}

byId("again").addEventListener("click", load);
load();
