/* Reports the drift of a stack with the installed package, as its command does: `reader.mjs PACKAGE ACCOUNT STATE-FILE`. */
import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const [folder, account, file] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const { readSettings } = require(join(folder, "dist/provider/client/index.js"));
const { createReadOnlyContext, createStackReader, findDrift, group } = require(join(folder, "dist/drift/index.js"));
const { keepHeapSmall } = require(join(folder, "dist/provider/core/heap.js"));

keepHeapSmall();
const { accessKeyId, secretAccessKey, endpoint } = JSON.parse(account);
const env = { R3_ACCESS_KEY_ID: accessKeyId, R3_SECRET_ACCESS_KEY: secretAccessKey, REMOTEIT_ENDPOINT: endpoint };
const start = performance.now();
const reader = createStackReader();
for await (const part of createReadStream(file, "utf8")) reader.write(part);
const context = createReadOnlyContext(readSettings({ env, home: "/nowhere" }), () => undefined);
const { summary, findings } = await findDrift(context, [reader.end()]);
const groups = group(findings).length;
const milliseconds = performance.now() - start;
// Peak resident memory of the process, in bytes.
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const memory = maxRSS * 1024;
const cpu = (userCPUTime + systemCPUTime) / 1000;
process.stdout.write(JSON.stringify({ summary, groups, milliseconds, memory, cpu }));
