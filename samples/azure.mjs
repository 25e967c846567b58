// Azure's quickstart; only the endpoint and the key are this server's. The client goes to plain http only where it is told to.
import { readFileSync } from "node:fs";
import { AzureKeyCredential } from "@azure/core-auth";
import vision from "@azure-rest/ai-vision-image-analysis";

const { VISION_ENDPOINT: endpoint, VISION_KEY: key } = process.env;
const client = vision.default(endpoint, new AzureKeyCredential(key), { allowInsecureConnection: endpoint.startsWith("http:") });
const image = { body: readFileSync(process.argv[2]), contentType: "application/octet-stream" };
const { body } = await client.path("/imageanalysis:analyze").post({ ...image, queryParameters: { features: ["Caption", "Tags", "Read"] } });
console.log(`Caption: ${body.captionResult.text}`);
body.tagsResult.values.forEach((tag) => console.log(`Tag: ${tag.name} (${tag.confidence})`));
body.readResult.blocks.forEach((block) => block.lines.forEach((line) => console.log(`Text: ${line.text}`)));
