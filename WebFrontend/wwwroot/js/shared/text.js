// The texts of the page's language, which the server put into the page.

const texts = JSON.parse(document.getElementById("texts").textContent);

export const language = document.documentElement.lang;

const plurals = new Intl.PluralRules(language);

/** The text of a name, with {placeholders} filled. A name without a text is a mistake of ours and is shown as it is. */
export function t(name, values = {}) {
  return (texts[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}

/** The text of a number of things: `name.one` or `name.other`, with {count}. */
export function count(name, number, values = {}) {
  const form = `${name}.${plurals.select(number)}`;
  const shown = new Intl.NumberFormat(language).format(number);
  return t(form in texts ? form : `${name}.other`, { count: shown, ...values });
}

/** Whether there is a text of that name. */
export const hasText = (name) => name in texts;
