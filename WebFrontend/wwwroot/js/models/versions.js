// The versions of a model, as rows of a table: two each, because a digest is long.

import { element, headCell } from "../shared/elements.js";
import { asPercent } from "../shared/format.js";
import { language, t } from "../shared/text.js";

const shortDigest = "sha256:".length + 12;

const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });

export const rowsOf = (versions) => versions.flatMap(({ version, createdAt, accuracy, digest, live }) => {
  const row = element("tr");
  const name = headCell(version, "row");
  if (live) {
    name.append(" ", element("span", t("live"), "chip live"));
  }

  row.append(
    name,
    element("td", date.format(new Date(createdAt))),
    element("td", accuracy === null || accuracy === undefined ? t("notMeasured") : asPercent(accuracy), "number"));
  return [row, digestRow(digest, version)];
});

function digestRow(digest, version) {
  const row = element("tr", undefined, "digest");
  const cell = element("td");
  cell.colSpan = 3;
  const details = element("details");
  const summary = element("summary");
  summary.append(element("code", `${digest.slice(0, shortDigest)}…`), element("span", t("digestOf", { version }), "outside"));
  details.append(summary, element("code", digest));
  cell.append(details);
  row.append(cell);
  return row;
}
