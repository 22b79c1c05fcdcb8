import { operate, readSettings } from "../../provider/client";
import { createContext, resources } from "../../provider/domains";
import { barePages } from "../scan/bare";
import type { Account } from "../support/sandbox-process";

/** What each template has to do: nothing, a tag for 500 devices at once, a service for each. */
const templates: Record<string, object> = {
  same: { removeTags: ["nobody-has-this"] },
  tag: { tags: ["managed"] },
  service: { services: [{ name: "panel", application: "HTTP", port: 8080 }] },
};

/** What one `up` asks for a fleet of all devices that conformed before: `up.ts bare|same|tag|service ACCOUNT`. */
async function main([way = "", text = ""]: string[]): Promise<void> {
  const account = JSON.parse(text) as Account;
  const env = {
    R3_ACCESS_KEY_ID: account.accessKeyId,
    R3_SECRET_ACCESS_KEY: account.secretAccessKey,
    REMOTEIT_ENDPOINT: account.endpoint,
  };
  const settings = { ...readSettings({ env, home: "/nowhere" }), requestsPerSecond: 1000 };
  const start = performance.now();
  const found = way === "bare" ? await bare() : await operate(up, { waitSeconds: Number.POSITIVE_INFINITY });
  const milliseconds = performance.now() - start;
  process.stdout.write(JSON.stringify({ ...found, milliseconds, memory: process.resourceUsage().maxRSS * 1024 }));

  async function bare() {
    let matched = 0;
    for await (const { devices } of barePages(settings)) matched += devices.length;
    return { matched };
  }

  async function up() {
    const context = createContext(settings, () => undefined);
    const declared = { selector: { allDevices: true }, template: templates[way] } as Declared;
    const counts = { matched: 0, changed: 0, failed: 0, unsupported: 0 };
    const state = { ...declared, ...counts, accountId: account.accountId, conformity: "conforms" };
    const { fleet } = resources;
    if ((await fleet.stale?.(context, ID, state, declared, false)) === undefined) return { ...counts, stateBytes: 0 };
    const { outputs } = await fleet.update(context, ID, state, declared);
    return { ...outputs, stateBytes: JSON.stringify({ ...declared, ...outputs }).length };
  }
}

type Declared = Parameters<typeof resources.fleet.update>[3];

const ID = "all-000000000000";

void main(process.argv.slice(2));
