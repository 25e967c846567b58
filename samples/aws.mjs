// Prints what AWS Rekognition sees in a photo: node aws.mjs photo.jpg
// The client itself reads AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY from the environment.
import { readFile } from "node:fs/promises";
import { DetectLabelsCommand, RekognitionClient } from "@aws-sdk/client-rekognition";

const client = new RekognitionClient({});
const image = { Bytes: await readFile(process.argv[2]) };
const { Labels } = await client.send(new DetectLabelsCommand({ Image: image, MinConfidence: 30 }));
for (const label of Labels) {
  console.log(`${label.Name} (${label.Confidence.toFixed(1)} %)`);
}
