// Where the nodes of the graph stand: in columns, each resource left of what it refers to.

const columnWidth = 270;
const rowHeight = 92;

export const nodeWidth = 200;
export const nodeHeight = 60;

const margin = 24;

/** `edges` are [from, to] by names. Gives { width, height, places: Map(name → { x, y }) }. */
export function layOut(names, edges) {
  const columnOf = columnsOf(names, edges);
  const columns = [];
  for (const name of names) {
    (columns[columnOf.get(name)] ??= []).push(name);
  }

  sortByNeighbours(columns, edges);
  const tallest = Math.max(...columns.map((column) => column.length));
  const places = new Map();
  columns.forEach((column, index) => column.forEach((name, row) => places.set(name, {
    x: margin + index * columnWidth,
    y: margin + (row + (tallest - column.length) / 2) * rowHeight,
  })));
  return { width: 2 * margin + (columns.length - 1) * columnWidth + nodeWidth, height: 2 * margin + (tallest - 1) * rowHeight + nodeHeight, places };
}

/** The column of each: one right of the rightmost that refers to it. Rounds are bounded, for references may go in a circle. */
function columnsOf(names, edges) {
  const columns = new Map(names.map((name) => [name, 0]));
  for (let round = 0; round < names.length; round++) {
    for (const [from, to] of edges) {
      columns.set(to, Math.max(columns.get(to), Math.min(names.length - 1, columns.get(from) + 1)));
    }
  }

  // Who refers only to what stands far right moves up to it, or its lines would run below others.
  for (const name of names) {
    const next = edges.filter(([from]) => from === name).map(([, to]) => columns.get(to) - 1);
    columns.set(name, Math.max(columns.get(name), next.length > 0 ? Math.min(...next) : 0));
  }

  // A circle pushes its members far right; no column stays empty for that.
  const used = [...new Set(columns.values())].sort((one, other) => one - other);
  return new Map([...columns].map(([name, column]) => [name, used.indexOf(column)]));
}

/** Puts each node at the mean height of those left of it that refer to it, so that fewer lines cross. */
function sortByNeighbours(columns, edges) {
  for (let index = 1; index < columns.length; index++) {
    const before = columns[index - 1];
    const heightOf = (name) => {
      const rows = edges.filter(([from, to]) => to === name && before.includes(from)).map(([from]) => before.indexOf(from));
      return rows.length > 0 ? rows.reduce((sum, row) => sum + row, 0) / rows.length : before.length;
    };
    columns[index].sort((one, other) => heightOf(one) - heightOf(other));
  }
}
