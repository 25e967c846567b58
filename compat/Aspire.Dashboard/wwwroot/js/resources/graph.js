// The resources as a drawing: who refers to whom, coloured by their state.

import { drawn } from "../shared/elements.js";
import { layOut, nodeHeight, nodeWidth } from "./graph-layout.js";
import { styleOf, wordsOf } from "./state.js";

const longestName = 22;
const styles = ["error", "warning", "info", "none", "success"];
let written;

/** Replicas are one node; it looks like the worst of them. */
export function drawGraph(host, resources, selected, onOpen) {
  const nodes = Map.groupBy(resources.filter(({ type }) => type !== "Parameter"), ({ name, replicaOf }) => replicaOf ?? name);
  const edges = edgesOf(nodes);
  const drawing = JSON.stringify([[...nodes].map(([name, replicas]) => [name, replicas.map((one) => [one.name, styleOf(one), wordsOf(one)])]), edges, selected]);
  if (drawing === written) {
    return;
  }

  written = drawing;
  if (nodes.size === 0) {
    host.replaceChildren();
    return;
  }

  const focused = document.activeElement?.dataset?.node;
  const { width, height, places } = layOut([...nodes.keys()], edges);
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": "Graph of the resources" },
    drawn("defs", {}, drawn("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" }, drawn("path", { d: "M0 0 8 4 0 8Z" }))),
    ...edges.map(([from, to]) => line(places.get(from), places.get(to))),
    ...[...nodes].map(([name, replicas]) => node(name, replicas, places.get(name), selected, onOpen)));
  host.replaceChildren(svg);
  host.querySelector(`[data-node="${CSS.escape(focused ?? "")}"]`)?.focus();
}

function edgesOf(nodes) {
  const edges = new Map();
  const nodeOf = new Map([...nodes].flatMap(([node, replicas]) => [[node, node], ...replicas.map(({ name }) => [name, node])]));
  for (const [from, replicas] of nodes) {
    for (const { type, resource } of replicas.flatMap(({ relationships }) => relationships)) {
      const to = nodeOf.get(resource);
      if (type === "Reference" && to && to !== from) {
        edges.set(`${from}\n${to}`, [from, to]);
      }
    }
  }

  return [...edges.values()];
}

function line(from, to) {
  const [x1, y1, x2, y2] = [from.x + nodeWidth, from.y + nodeHeight / 2, to.x - 2, to.y + nodeHeight / 2];
  const bend = Math.max(40, Math.abs(x2 - x1) / 2);
  return drawn("path", { class: "edge", d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`, "marker-end": "url(#arrow)" });
}

function node(name, replicas, { x, y }, selected, onOpen) {
  const worst = replicas.toSorted((one, other) => styles.indexOf(styleOf(one)) - styles.indexOf(styleOf(other)))[0];
  const words = wordsOf(worst) ?? "Unknown";
  const title = replicas.length > 1 ? `${name} ×${replicas.length}` : name;
  const isSelected = replicas.some((one) => one.name === selected);
  const made = drawn("g", { class: `node ${styleOf(worst)} ${isSelected ? "selected" : ""}`, transform: `translate(${x} ${y})`, role: "button", tabindex: 0, "data-node": name },
    drawn("rect", { width: nodeWidth, height: nodeHeight, rx: 10 }),
    drawn("circle", { cx: 20, cy: 22, r: 5 }),
    drawn("text", { x: 34, y: 27, class: "title" }, `${short(title)} `),
    drawn("text", { x: 34, y: 46 }, short(words)));
  const open = () => onOpen(worst.name);
  made.addEventListener("click", open);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open();
    }
  });
  return made;
}

const short = (text) => (text.length > longestName ? `${text.slice(0, longestName - 1)}…` : text);
