// The resources of the application: as a table, the parameters, and a graph; the details of one beside them.

import { choose, chosen } from "../shared/address.js";
import { addressOf } from "../shared/api.js";
import { byId } from "../shared/elements.js";
import { asCount } from "../shared/format.js";
import { follow } from "../shared/stream.js";
import { closePane } from "../details/pane.js";
import { tellEmpty } from "../list/empty.js";
import { forgetShown, showResource } from "./details.js";
import { ResourceFilters } from "./filters.js";
import { drawGraph } from "./graph.js";
import { ordered } from "./order.js";
import * as parameters from "./parameters.js";
import { ResourceTable } from "./table.js";
import { bindTabs } from "./tabs.js";

let resources = [];
let hasCome = false;

const view = bindTabs(draw);
const filters = new ResourceFilters(draw);
const table = new ResourceTable(byId("view-resources"), "Resources", ["Name", "State", "Started", "Type", "Source", "URLs", "Actions"], open);
const parameterTable = new ResourceTable(byId("view-parameters"), "Parameters", parameters.heads, open, parameters.cellsOf);

const isParameter = ({ type }) => type === "Parameter";

function draw() {
  if (!hasCome) {
    return;
  }

  filters.offer(resources.filter((one) => isParameter(one) === (view() === "parameters")));
  const shown = resources.filter(filters.isShown);
  const selected = chosen("resource");
  table.draw(ordered(shown, (one) => !isParameter(one)), selected);
  parameterTable.draw(ordered(shown, isParameter), selected);
  if (view() === "graph") {
    drawGraph(byId("view-graph"), shown, selected, open);
  }

  const count = shown.filter((one) => isParameter(one) === (view() === "parameters")).length;
  byId("total").textContent = view() === "parameters" ? asCount(count, "parameter") : asCount(count, "resource");
  tellEmpty(count > 0 ? undefined : emptyWords());
  const picked = resources.find(({ name, replicaOf }) => name === selected || replicaOf === selected);
  if (picked) {
    showResource(picked, { resources, onOpen: open, onClose: closed });
  }
}

function emptyWords() {
  const all = resources.filter((one) => isParameter(one) === (view() === "parameters") && !one.isHidden);
  if (all.length > 0) {
    return { title: "Nothing is like that", text: "No resource matches the filters. Take one of them away." };
  }

  return view() === "parameters"
    ? { title: "No parameters", text: "The AppHost declares none. AddParameter adds one." }
    : { title: "No resources yet", text: "They appear as soon as the AppHost starts them." };
}

function open(name) {
  choose({ resource: name });
  draw();
}

function closed() {
  const name = chosen("resource");
  choose({ resource: "" });
  forgetShown();
  draw();
  (view() === "parameters" ? parameterTable : table).focus(name);
}

follow(addressOf("resources/stream"), "resources", (told) => {
  ({ resources } = told);
  hasCome = true;
  byId("state-text").textContent = "Live";
  draw();
  if (chosen("resource") && !resources.some(({ name, replicaOf }) => [name, replicaOf].includes(chosen("resource")))) {
    closePane();
  }
});
