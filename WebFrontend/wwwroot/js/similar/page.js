// The pictures that are most like the one that the address names; without one, those to choose from.

import { sendForJson } from "../shared/api.js";
import { byId, element, show } from "../shared/elements.js";
import { asProblem } from "../shared/problem.js";
import { showProblem } from "../shared/problems.js";
import { count, t } from "../shared/text.js";
import { showKept } from "./kept.js";
import { faceOf, tileOf } from "./tiles.js";

const most = 24;

const asked = new URLSearchParams(location.search);

async function showSimilar(digest, model) {
  showAsked(digest);
  try {
    const { similar: images, model: found } = await sendForJson(
      `/api/similar/${encodeURIComponent(digest)}?${new URLSearchParams({ k: most, ...model && { model } })}`);
    byId("comparison").textContent = t("comparedBy", { model: found.name });
    byId("status").textContent = images.length > 0 ? count("found", images.length) : "";
    byId("tiles").replaceChildren(...images.map((image) => tileOf({ ...image, model: found.name })));
    show(byId("alone"), images.length === 0);
  } catch (error) {
    byId("status").textContent = "";
    if (error.code === "result_not_found") {
      show(byId("not-found"), true);
    } else {
      showProblem(byId("problem"), asProblem(error));
    }
  }
}

function showAsked(digest) {
  const name = element("span", undefined, "name");
  byId("asked").prepend(faceOf(digest, name));
  byId("asked-name").append(name);
  byId("digest").textContent = digest;
  byId("status").textContent = t("looking");
}

const digest = asked.get("digest");
show(byId("answer"), Boolean(digest));
show(byId("kept"), !digest);
if (digest) {
  showSimilar(digest, asked.get("model"));
} else {
  showKept();
}
