// The embedding is for machines; people get what it is good for: pictures that are alike.

import { element } from "../shared/elements.js";
import { asNumber } from "../shared/format.js";
import { t } from "../shared/text.js";

export function writeEmbedding(panel, { embedding: { dimensions }, digest, model }) {
  panel.replaceChildren(element("p", t("similarIntro", { dimensions: asNumber(dimensions) })));

  // Only the whole analysis says which picture and which model it is of.
  if (digest) {
    const link = element("a", t("findSimilar"), "button");
    link.href = `/similar?${new URLSearchParams({ digest, model: model.name })}`;
    panel.append(link);
  }
}
