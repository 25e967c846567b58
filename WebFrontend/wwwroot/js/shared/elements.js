// Small pieces of a page. Whatever comes from a user or a server becomes text, never markup.

export const byId = (id) => document.getElementById(id);

export function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }

  if (className) {
    made.className = className;
  }

  return made;
}

const vectors = "http://www.w3.org/2000/svg";

/** An element of a drawing, with its attributes. */
export function drawn(name, attributes = {}) {
  const made = document.createElementNS(vectors, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }

  return made;
}

export function button(text, onClick, className = "quiet") {
  const made = element("button", text, className);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

/** A head of a table: of a row or of a column (`scope` "row" or "col"). */
export function headCell(text, scope, className) {
  const made = element("th", text, className);
  made.scope = scope;
  return made;
}

/** A table with its cells of the head, and its rows. */
export function tableOf(className, headCells, rows) {
  const made = element("table", undefined, className);
  const head = made.createTHead().insertRow();
  head.append(...headCells);
  made.createTBody().append(...rows);
  return made;
}

/** A copy of a template of the page. */
export const fromTemplate = (id) => byId(id).content.firstElementChild.cloneNode(true);

export const show = (target, isVisible) => {
  target.hidden = !isVisible;
};

export function fillDefinitions(list, entries) {
  list.replaceChildren(...entries.map(([term, value]) => {
    const row = element("div");
    row.append(element("dt", term), element("dd", value));
    return row;
  }));
}
