import { readFileSync } from "node:fs";
import { AzureKeyCredential } from "@azure/core-auth";
import vision from "@azure-rest/ai-vision-image-analysis";

const client = vision.default(process.env.VISION_ENDPOINT, new AzureKeyCredential(process.env.VISION_KEY));
const image = { body: readFileSync(process.argv[2]), contentType: "application/octet-stream" };
const { body } = await client.path("/imageanalysis:analyze").post({ ...image, queryParameters: { features: ["Caption", "Tags", "Read"] } });

console.log(`Caption: ${body.captionResult.text}`);
body.tagsResult.values.forEach((tag) => console.log(`Tag: ${tag.name} (${tag.confidence})`));
body.readResult.blocks.forEach((block) => block.lines.forEach((line) => console.log(`Text: ${line.text}`)));
