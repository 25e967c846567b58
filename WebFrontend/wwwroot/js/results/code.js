// The lines by which a program does what the page did.

import { element } from "../shared/elements.js";
import { t } from "../shared/text.js";
import { copyButton } from "./copy-button.js";
import { preformatted } from "./json.js";

export function writeCode(panel, file, options) {
  const samples = [[t("curl"), curlOf(file, options)], [t("csharp"), csharpOf(file, options)]];
  panel.replaceChildren(...samples.flatMap(([name, text]) =>
    [element("h2", name, "minor"), preformatted(text), copyButton(t("copyCode"), () => text)]));
}

const curlOf = (file, options) => [
  "curl -H 'Content-Type: application/octet-stream' \\",
  `  --data-binary @${quoted(file.name)} \\`,
  `  ${quoted(`${location.origin}/api/analyze?${new URLSearchParams(options)}`)}`,
].join("\n");

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

const csharpOf = (file, { features, top, model, equalize }) => [
  "using Client;",
  "using Contracts;",
  "",
  `using var http = new HttpClient { BaseAddress = new Uri(${JSON.stringify(location.origin)}) };`,
  "var images = new ImageClient(http);",
  `await using var photo = File.OpenRead(${JSON.stringify(file.name)});`,
  "var analysis = await images.AnalyzeAsync(photo, new AnalysisOptions",
  "{",
  `    Features = ${features.split(",").map((feature) => `Features.${capital(feature)}`).join(" | ")},`,
  `    Top = ${top},`,
  ...model ? [`    Model = ${JSON.stringify(model)},`] : [],
  ...equalize && equalize !== "none" ? [`    Equalize = Equalization.${capital(equalize)},`] : [],
  "});",
].join("\n");

const capital = (word) => word[0].toUpperCase() + word.slice(1);
