// Saves the results of what is shown, for people as a table and for programs as the API gave them.

import { byId } from "../shared/elements.js";
import { save } from "../shared/save.js";
import { csvOf } from "./csv.js";
import { columns, lineOf } from "./table.js";

/** `shown` gives the entries that are to be saved. */
export function listenForExport(shown) {
  byId("save-csv").addEventListener("click", () =>
    save(new Blob([csvOf([columns, ...shown().map(lineOf)])], { type: "text/csv;charset=utf-8" }), "pictures.csv"));
  byId("save-json").addEventListener("click", () =>
    save(new Blob([JSON.stringify(shown().map(reportOf), undefined, 2)], { type: "application/json" }), "pictures.json"));
}

// Of what is not done yet there is neither.
const reportOf = ({ file, folder, analysis, problem }) => ({ file: file.name, folder, analysis, problem });
