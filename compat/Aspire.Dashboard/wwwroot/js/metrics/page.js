// The metrics of a resource: its instruments, and the one that is picked over the last minutes.

import { choose, chooseResource, chosen, resourceInPath } from "../shared/address.js";
import { read } from "../shared/api.js";
import { bindField } from "../shared/choices.js";
import { byId, option } from "../shared/elements.js";
import { asCount } from "../shared/format.js";
import { bindTelemetryBar } from "../shared/telemetry-bar.js";
import { watchTelemetry } from "../shared/telemetry.js";
import { tellEmpty } from "../list/empty.js";
import { chosenDimensions } from "./dimensions.js";
import { InstrumentView } from "./instrument.js";
import { drawTree } from "./tree.js";

const resource = byId("resource");
const minutes = bindField("minutes", refresh);
const view = new InstrumentView(refresh);
let asked = new AbortController();
let isReading = false;
let isStale = false;

resource.append(resourceInPath() ? option(resourceInPath()) : option("", "No resource yet"));

resource.addEventListener("change", () => {
  chooseResource("/metrics", resource.value);
  choose({ meter: "", instrument: "", dimension: [] });
  refresh();
});

function offer({ resources }) {
  for (const { name } of resources.filter(({ instruments }) => instruments > 0)) {
    if (![...resource.options].some(({ value }) => value === name)) {
      resource.append(option(name));
    }
  }

  const none = resource.querySelector("[value='']");
  if (none && resource.options.length > 1) {
    none.remove();
  }

  // There is no chart of all resources; the first one is as good as any.
  if (!resourceInPath() && resource.value) {
    chooseResource("/metrics", resource.value);
  }
}

/** The latest question of a person counts; one that is still under way is dropped. */
async function refresh() {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  isReading = true;
  try {
    const { meters } = resource.value ? await read("metrics/instruments", { resource: resource.value }, signal) : { meters: [] };
    const picked = { meter: chosen("meter"), instrument: chosen("instrument") };
    drawTree(meters, picked, addressOf, pick);
    byId("total").textContent = asCount(meters.reduce((sum, { instruments }) => sum + instruments.length, 0), "instrument");
    await draw(meters, picked, signal);
  } catch (error) {
    if (error.name !== "AbortError" && !error.isLost) {
      view.hide();
      tellEmpty({ title: "This cannot be shown", text: error.message });
    }
  }

  // Who aborted this question has asked another one, which goes on.
  if (!signal.aborted) {
    isReading = false;
    if (isStale) {
      isStale = false;
      refresh();
    }
  }
}

async function draw(meters, { meter, instrument }, signal) {
  const found = meters.find(({ name }) => name === meter)?.instruments.find(({ name }) => name === instrument);
  if (!found) {
    view.hide();
    tellEmpty(meters.length > 0
      ? { title: "Pick an instrument", text: "The list shows what this resource measures, by meter." }
      : { title: "No metrics yet", text: "They appear as soon as a resource sends metrics by OTLP; most send them once in a while, not at once." });
    return;
  }

  const data = await read("metrics/series", { resource: resource.value, meter, instrument, minutes: minutes(), dimension: chosenDimensions() }, signal);
  tellEmpty(undefined);
  view.draw(found, data);
}

function addressOf(meter, instrument) {
  const address = new URL(location.href);
  address.searchParams.set("meter", meter);
  address.searchParams.set("instrument", instrument);
  address.searchParams.delete("dimension");
  return address.pathname + address.search;
}

function pick(meter, instrument) {
  choose({ meter, instrument, dimension: [] });
  refresh();
}

bindTelemetryBar("metrics", () => resource.value);
watchTelemetry((state, isChanged) => {
  if (isChanged) {
    offer(state);
    if (isReading) {
      isStale = true;
    } else {
      refresh();
    }
  }
});
