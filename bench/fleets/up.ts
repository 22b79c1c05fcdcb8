import { createClient, operate, readSettings } from "../../provider/client";
import { createContext, resources } from "../../provider/domains";
import type { Account } from "../support/sandbox-process";
import { barePages } from "../scan/bare";

/** What the adapters ask of a fleet of all devices in one `up`, in one process: `up.ts bare|same|tag|service ACCOUNT`. */
async function main([way = "", text = ""]: string[]): Promise<void> {
  const account = JSON.parse(text) as Account;
  const env = {
    R3_ACCESS_KEY_ID: account.accessKeyId,
    R3_SECRET_ACCESS_KEY: account.secretAccessKey,
    REMOTEIT_ENDPOINT: account.endpoint,
    REMOTEIT_REQUESTS_PER_SECOND: "1000",
  };
  const settings = readSettings({ env, home: "/nowhere" });
  const start = performance.now();
  const outputs = way === "bare" ? await bare() : await operate(() => up(way), { waitSeconds: Number.POSITIVE_INFINITY });
  const milliseconds = performance.now() - start;
  process.stdout.write(JSON.stringify({ ...outputs, milliseconds, memory: process.resourceUsage().maxRSS * 1024 }));

  async function bare() {
    createClient(settings); // what loads with it is loaded by both
    let matched = 0;
    for await (const { devices } of barePages(settings)) matched += devices.length;
    return { matched };
  }

  async function up(wanted: string) {
    const context = createContext(settings, () => undefined);
    const template = templates[wanted] ?? {};
    const declared = { selector: { allDevices: true }, template } as never;
    const { id, outputs: before } = await nothingDone(context, wanted);
    const state = { ...(declared as object), ...before };
    const stale = await resources.fleet.stale?.(context, id, state, declared, false);
    const done = stale === undefined ? undefined : await resources.fleet.update(context, id, state as never, declared);
    const outputs = done?.outputs ?? before;
    return { ...outputs, stateBytes: JSON.stringify({ id, ...(declared as object), ...outputs }).length };
  }

  /** State of a fleet that conformed before. */
  async function nothingDone(context: ReturnType<typeof createContext>, wanted: string) {
    const { id: accountId } = await context.client.account();
    const counts = { matched: 0, changed: 0, failed: 0, unsupported: 0 };
    return { id: `all-000000000000`, outputs: { accountId, ...counts, conformity: wanted === "same" ? "conforms" : "conforms" } };
  }
}

const templates: Record<string, object> = {
  same: { attributes: {}, removeTags: ["nobody-has-this"] },
  tag: { tags: ["managed"] },
  service: { services: [{ name: "panel", application: "HTTP", port: 8080 }] },
};

void main(process.argv.slice(2));
