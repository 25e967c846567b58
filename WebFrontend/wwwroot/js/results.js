// Writes an analysis into the page.

import { byId, element, fillDefinitions, show } from "./elements.js";
import { asBytes, asMilliseconds, asPercent, asPixels } from "./format.js";

const warnings = {
  animated: "only the first frame was analysed",
  transparency_flattened: "transparency was laid on white",
  location: "the file says where it was taken",
  low_resolution: "a small picture; little can be told with certainty",
};

export function clearResults() {
  byId("labels").replaceChildren();
  byId("facts").replaceChildren();
  for (const id of ["concepts", "more"]) {
    show(byId(id), false);
  }
}

export function showResults({ analysis, timings }) {
  showLabels(analysis.labels ?? []);
  showConcepts(analysis.concepts ?? []);
  showFacts(analysis.image);
  showTechnical(analysis, timings);
}

function showLabels(labels) {
  byId("labels").replaceChildren(...labels.map(({ name, confidence }) => {
    const row = element("li");
    row.style.setProperty("--share", `${confidence * 100}%`);
    row.append(element("span", name), element("span", asPercent(confidence), "value"));
    return row;
  }));
}

function showConcepts(concepts) {
  byId("concept-list").replaceChildren(...concepts.map(({ name, confidence }) => {
    const row = element("li");
    const chip = element("span", `${name} `, "chip");
    chip.append(element("span", asPercent(confidence), "value"));
    row.append(chip);
    return row;
  }));
  show(byId("concepts"), concepts.length > 0);
}

function showFacts(image) {
  const facts = [
    ["Format", image.format.toUpperCase()],
    ["Size", asPixels(image.width, image.height)],
    ["File", asBytes(image.bytes)],
  ];
  if (image.frames > 1) {
    facts.push(["Frames", String(image.frames)]);
  }

  if (image.warnings.length > 0) {
    facts.push(["Note", image.warnings.map((warning) => warnings[warning] ?? warning).join("; ")]);
  }

  fillDefinitions(byId("facts"), facts);
}

function showTechnical(analysis, timings) {
  fillDefinitions(byId("technical"), [
    ["Model", `${analysis.model.name}, version ${analysis.model.version}`],
    ...timings.map(({ stage, milliseconds }) => [stage, asMilliseconds(milliseconds)]),
    ["Digest", analysis.digest],
  ]);
  show(byId("more"), true);
}
