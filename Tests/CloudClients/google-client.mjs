// Runs Google's own client: node google-client.mjs <address> <key> <call> [arguments...]; prints one JSON document.
import { readFileSync } from 'node:fs';
import vision from '@google-cloud/vision';

const [address, apiKey, call, ...args] = process.argv.slice(2);
const { hostname, port } = new URL(address);
const client = new vision.ImageAnnotatorClient({ fallback: true, apiKey, apiEndpoint: hostname, port, protocol: 'http' });

const calls = {
  // One of the helpers for a single feature.
  async helper(name, photo) {
    return (await client[name](photo))[0];
  },

  // A method of the service; {"photo": path} stands for the bytes of a file.
  async method(name, request) {
    const body = JSON.parse(request, (_, value) => value?.photo ? readFileSync(value.photo) : value);
    return (await client[name](body))[0];
  },
};

try {
  console.log(JSON.stringify({ answer: await calls[call](...args) }));
} catch (error) {
  const { name, code, status, message } = error;
  console.log(JSON.stringify({ error: { class: error.constructor.name, name, code, status, message } }));
}
