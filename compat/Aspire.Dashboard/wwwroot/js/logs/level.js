// The level of a log entry: its word, and a colour that only repeats it.

import { element } from "../shared/elements.js";

const classes = { Trace: "note", Debug: "note", Information: "info", Warning: "warn", Error: "bad", Critical: "bad critical" };

export const level = (name) => element("span", name, `level ${classes[name] ?? "note"}`);
