// Versions that look at pictures in the shadow of the live one: how often they would have said something else.

import { sendForJson } from "../shared/api.js";
import { byId, show } from "../shared/elements.js";
import { asPercent } from "../shared/format.js";
import { count } from "../shared/text.js";

/** Says it on the cards that are there. Where the figures cannot be had, or nothing runs in the shadow, nothing is said. */
export async function tellShadows() {
  const { services } = await sendForJson("/status/figures").catch(() => ({ services: [] }));
  for (const { model, version, agreed, disagreed } of services.flatMap(({ figures }) => figures?.shadow ?? [])) {
    const place = byId(`model-${model}`)?.closest("article").querySelector(".shadow");
    if (place && agreed + disagreed > 0) {
      place.textContent = count("shadow", agreed + disagreed, { version, share: asPercent(disagreed / (agreed + disagreed)) });
      show(place, true);
    }
  }
}
