// All about one resource, in the pane. Its environment is read once, and stays revealed while the resource changes.

import { around, button, element, outerLink } from "../shared/elements.js";
import { asTime } from "../shared/format.js";
import { listSection, properties, section } from "../details/sections.js";
import { openPane } from "../details/pane.js";
import { commandButtons } from "./commands.js";
import { environment } from "./environment.js";
import { pageLinks } from "./links.js";
import { stateOf } from "./state.js";

let shown = {};

export function showResource(resource, { resources, onOpen, onClose }) {
  const written = JSON.stringify([resource, backReferences(resource, resources)]);
  if (shown.name !== resource.name) {
    shown = { name: resource.name, variables: environment(resource.name) };
  } else if (shown.written === written) {
    return;
  }

  shown.written = written;
  openPane({ title: resource.name, sections: sectionsOf(resource, resources, onOpen), onClose });
}

export function forgetShown() {
  shown = {};
}

function sectionsOf(resource, resources, onOpen) {
  const to = (name, types) => [button(name, () => onOpen(name), "plain to"), element("span", types, "note")];
  return [
    around("div", "acts-line actions", ...commandButtons(resource), ...pageLinks(resource)),
    properties("Resource", [
      ["State", stateOf(resource)],
      ["Health", resource.health],
      ["Type", resource.type],
      ["Source", resource.source],
      ["Started", resource.startedAt && asTime(resource.startedAt)],
      ["Stopped", resource.stoppedAt && asTime(resource.stoppedAt)],
      ["Process", resource.processId && String(resource.processId)],
      ["Exit code", resource.exitCode === null || resource.exitCode === undefined ? undefined : String(resource.exitCode)],
      ["Replica of", resource.replicaOf],
    ]),
    properties("URLs", resource.urls.map(({ name, url, isInternal }) => [isInternal ? `${name} (internal)` : name, outerLink(url, url)])),
    listSection("Health checks", resource.healthReports.map(report), "None is set up for it."),
    listSection("References", together(resource.relationships.map(({ type, resource: name }) => [name, type])).map(([name, types]) => to(name, types))),
    listSection("Referenced by", together(backReferences(resource, resources)).map(([name, types]) => to(name, types))),
    section("Environment", [shown.variables]),
  ];
}

function report({ name, status, description, lastRunAt }) {
  const word = element("span", status ?? "Not yet run", status === "Healthy" ? "good" : status ? "bad" : "note");
  return [word, " ", element("strong", name), element("div", [description, lastRunAt && `last run ${asTime(lastRunAt)}`].filter((text) => text).join(" · "), "note")];
}

const backReferences = ({ name, replicaOf }, resources) => resources.flatMap((other) =>
  other.relationships.filter(({ resource }) => resource === name || resource === replicaOf).map(({ type }) => [other.name, type]));

/** One line a resource, however many kinds of reference there are to it. */
const together = (pairs) => [...Map.groupBy(pairs, ([name]) => name)].map(([name, all]) => [name, all.map(([, type]) => words[type] ?? type).join(", ")]);

const words = { Reference: "reference", WaitFor: "waits for", Parent: "parent" };
