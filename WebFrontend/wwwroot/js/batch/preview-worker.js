// Makes small copies beside the page, which stays smooth meanwhile: gets a file, gives its copy, or nothing where there can be none.

import { smallCopyOf } from "../shared/thumbnails.js";

addEventListener("message", async ({ data }) => postMessage(await smallCopyOf(data).catch(() => undefined)));
