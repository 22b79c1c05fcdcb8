/*
 * The least that drift has to read of an account, for comparison: the fields that it compares, in pages by offsets, so many
 * under way at once once the first has told how many there are; each is parsed and dropped. `loop.mjs PACKAGE ACCOUNT PAGES-AT-ONCE`.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const [folder, account, atOnce] = process.argv.slice(2);
const { signedHeaders } = createRequire(import.meta.url)(join(folder, "dist/provider/client/sign.js"));

const SIZE = 1000;
const key = JSON.parse(account);
const url = new URL(`${key.endpoint}/graphql/v1`);
const query = `query($size: Int, $from: Int) {
  login { account { id devices(size: $size, from: $from, sort: "created") {
    total items { id name tags { name } services { id name application } }
  } } }
}`;

async function read(from) {
  const body = JSON.stringify({ query, variables: { size: SIZE, from } });
  const headers = signedHeaders("cavage", key, "POST", url, body, new Date());
  // fetch sets these two itself, to the same values.
  delete headers.host;
  delete headers["content-length"];
  const response = await globalThis.fetch(url, { method: "POST", headers, body });
  const { items, total } = (await response.json()).data.login.account.devices;
  return { devices: items.length, total };
}

const start = performance.now();
const { devices: first, total } = await read(0);
let [devices, next] = [first, SIZE];
const worker = async () => {
  while (next < total) {
    const from = next;
    next += SIZE;
    const { devices: more } = await read(from);
    devices += more;
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, worker));
const milliseconds = performance.now() - start;
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(JSON.stringify({ devices, milliseconds, memory: maxRSS * 1024, cpu: (userCPUTime + systemCPUTime) / 1000 }));
