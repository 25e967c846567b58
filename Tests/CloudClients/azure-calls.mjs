// Makes calls with Azure's own client, as a JSON document tells them, and prints what came of each.
import vision, { isUnexpected } from "@azure-rest/ai-vision-image-analysis";
import { AzureKeyCredential } from "@azure/core-auth";
import { readFileSync } from "node:fs";

const { endpoint, calls } = JSON.parse(process.argv[2]);
const outcomes = [];
for (const { key, file, url, query, options } of calls) {
  const client = vision.default(endpoint, new AzureKeyCredential(key), { retryOptions: { maxRetries: 0 }, ...options });
  const image = file
    ? { body: readFileSync(file), contentType: "application/octet-stream" }
    : { body: { url }, contentType: "application/json" };
  const response = await client.path("/imageanalysis:analyze").post({ ...image, queryParameters: query });
  outcomes.push({
    unexpected: isUnexpected(response),
    status: response.status,
    codeInHeader: response.headers["x-ms-error-code"],
    retryAfter: response.headers["retry-after"],
    body: response.body,
  });
}
console.log(JSON.stringify(outcomes));
