// Makes the calls of a plan with the official client of AWS Rekognition, and prints what each of them gave or threw.
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import * as aws from "@aws-sdk/client-rekognition";

const plan = JSON.parse(process.argv[2]);

// The clock of this computer may be wrong; the client reads it at each call.
const { clockOffset = 0 } = plan;
const RightDate = Date;
globalThis.Date = class extends RightDate {
  constructor(...parts) {
    super(...(parts.length > 0 ? parts : [RightDate.now() + clockOffset]));
  }

  static now() {
    return RightDate.now() + clockOffset;
  }
};

const client = new aws.RekognitionClient({ region: "eu-central-1", ...plan.client });

// Behind everything that the client does with a request, and before everything that it does with a reply.
let raw;
client.middlewareStack.add((next) => async (args) => {
  const { request } = args;
  if (plan.alter) {
    request.body = Buffer.from(Buffer.from(request.body).toString().replace(...plan.alter));
  }
  const result = await next(args);
  const pieces = [];
  for await (const piece of result.response.body) pieces.push(piece);
  raw = Buffer.concat(pieces).toString();
  result.response.body = Readable.from([Buffer.from(raw)]);
  return result;
}, { step: "deserialize", priority: "low", name: "seen" });

const results = [];
for (const { operation, photo, base64, input } of plan.calls) {
  const image = photo ? await readFile(photo) : base64 !== undefined ? Buffer.from(base64, "base64") : undefined;
  raw = undefined;
  try {
    const { $metadata, ...output } = await client.send(
      new aws[`${operation}Command`]({ ...(image && { Image: { Bytes: image } }), ...input }));
    const { httpStatusCode: status, attempts, requestId } = $metadata;
    results.push({ output, raw, status, attempts, requestId });
  } catch (error) {
    const classes = Object.keys(aws).filter((name) => /(Exception|Error)$/.test(name) && error instanceof aws[name]);
    const { httpStatusCode: status, attempts, requestId } = error.$metadata ?? {};
    results.push({ error: error.name, message: error.message, fault: error.$fault, classes, raw, status, attempts, requestId });
  }
}
console.log(JSON.stringify(results));
