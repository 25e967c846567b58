// The parts of a list that are always there: its head, and the room in which the rows are placed.

import { around, element } from "../shared/elements.js";

const withRole = (made, role) => {
  made.role = role;
  return made;
};

/** The row of an item, which it holds for those who find the row in the page. */
export const rowOf = (item, cells) => Object.assign(withRole(around("div", "row", ...cells.map((cell) => withRole(cell, "gridcell"))), "row"), { item });

export function frame(host, { label, columns, role = "grid" }) {
  host.role = role;
  host.ariaLabel = label;
  const heads = columns.map(({ name, className }) => withRole(element("span", name, className), "columnheader"));
  const headRow = withRole(around("div", "row", ...heads), "row");
  headRow.ariaRowIndex = 1;
  const room = withRole(element("div", undefined, "room"), "presentation");
  const scroll = withRole(around("div", "scroll", room), "rowgroup");
  host.replaceChildren(withRole(around("div", "head", headRow), "rowgroup"), scroll);
  return { scroll, room };
}
