// Small pieces of the page. Whatever comes from a user or a server becomes text, never markup.

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
