// Google's quickstart for labels; only the endpoint and the key are this server's.
import vision from "@google-cloud/vision";

const { hostname, port, protocol } = new URL(process.env.GOOGLE_VISION_ENDPOINT);
const endpoint = { apiEndpoint: hostname, port: port || 443, protocol: protocol.replace(":", "") };
const client = new vision.ImageAnnotatorClient({ ...endpoint, apiKey: process.env.GOOGLE_API_KEY, fallback: true });
const [result] = await client.labelDetection(process.argv[2]);
result.labelAnnotations.forEach((label) => console.log(`${label.description}: ${label.score.toFixed(2)}`));
