// Comma-separated values by RFC 4180, which spreadsheet programs read as the text that they are.

// Without the mark such programs take UTF-8 for something else.
const mark = "\uFEFF";

/** A table of rows of values as text; undefined is an empty cell. */
export const csvOf = (rows) => mark + rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");

function cellOf(value) {
  const text = typeof value === "string" ? harmless(value) : String(value ?? "");
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}

// What begins so is a formula to a spreadsheet program, which may do anything; a file's name is anybody's text.
const harmless = (text) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
