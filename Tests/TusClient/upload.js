// Uploads a file with the stock client and tells what went over the line, as one JSON document on the standard output.
// Arguments: endpoint, file, and JSON with chunkSize, cutAt (destroy the connection in the request that passes this offset),
// stopAt (leave everything behind at this offset) and uploadUrl (go on with a former upload).
import { readFileSync } from 'node:fs';
import { Upload } from 'tus-js-client';

const [endpoint, file, json] = process.argv.slice(2);
const { chunkSize, cutAt, stopAt, uploadUrl } = JSON.parse(json);
const content = readFileSync(file);
const exchanges = [];
let isCut = false;
let sending;

const finish = (outcome) => {
  process.stdout.write(JSON.stringify({ ...outcome, url: upload.url, exchanges }));
  process.exit(0);
};

const upload = new Upload(content, {
  endpoint,
  uploadUrl,
  chunkSize,
  retryDelays: [0, 50, 100, 200, 400],
  metadata: { filename: 'a photo.jpg', filetype: 'image/jpeg' },
  onBeforeRequest(request) {
    sending = request;
    exchanges.push({ method: request.getMethod(), sent: request.getHeader('Upload-Offset') ?? null, status: 0, told: null });
  },
  onAfterResponse(_, response) {
    const told = response.getHeader('Upload-Offset');
    Object.assign(exchanges.at(-1), { status: response.getStatus(), told: told === undefined ? null : Number(told) });
  },
  onProgress(sent) {
    if (!isCut && cutAt !== undefined && sent > cutAt) {
      isCut = true;
      sending.getUnderlyingObject().destroy();
    }
  },
  onChunkComplete(_, accepted) {
    if (stopAt !== undefined && accepted >= stopAt) {
      finish({ outcome: 'stopped' });
    }
  },
  onError: (error) => finish({ outcome: 'failed', message: String(error) }),
  onSuccess: () => finish({ outcome: 'done' }),
});

upload.start();
