import type { Control } from "../../sandbox";
import type { Random } from "./random";
import type { Soak } from "./soak";

type Fault = Parameters<Control["faults"]>[0][number];

const kinds: readonly [Omit<Fault, "match">, ...Omit<Fault, "match">[]] = [
  { kind: "status", status: 500 },
  { kind: "status", status: 503 },
  { kind: "status", status: 429, retryAfter: 1 },
  { kind: "status", status: 429 },
  { kind: "reset" },
  { kind: "lost-answer" },
  { kind: "lost-answer" },
  { kind: "truncated" },
  { kind: "slow", ms: 400 },
  { kind: "graphql-error" },
  { kind: "false" },
  { kind: "html", status: 502 },
];

const operations: readonly [string, ...string[]] = [
  "addService",
  "updateService",
  "removeService",
  "claimDevice",
  "deleteDevice",
  "rename",
  "addTags",
  "removeTags",
  "setAttributes",
  "setWebhook",
  "device/address",
  "device/create",
  "device/register",
  "listDevices",
  "getDevicesById",
  "getServicesById",
];

/**
 * A bad day: some faults that strike by chance, some that strike one operation, a limit, a clock that is wrong.
 *
 * @param isKilled - Nobody then waits for a request that is carried out late, and the next run may look too early for it.
 */
export async function arm(soak: Soak, random: Random, isKilled: boolean): Promise<string> {
  const { control } = soak.account;
  const told: string[] = [];
  const faults = Array.from({ length: random.whole(0, 6) }, (): Fault => {
    const kind = random.one(kinds);
    if (random.chance(0.4)) return { ...kind, probability: random.whole(1, 4) / 10 };
    return { ...kind, match: { operation: random.one(operations) }, times: random.whole(1, 6) };
  });
  const late = random.one(operations);
  // Longer than the client waits: the request is carried out all the same, a moment after it gave up.
  if (random.chance(0.2) && !isKilled) faults.push({ kind: "slow", ms: 4000, times: 1, match: { operation: late } });
  await control.faults(faults);
  for (const { kind, status, match, times, probability } of faults) {
    const struck = match?.operation ?? "everything";
    told.push(`${kind}${status === undefined ? "" : ` ${status}`} on ${struck} ×${times ?? `${(probability ?? 1) * 100} %`}`);
  }
  if (random.chance(0.2)) {
    const limit = { requestsPerSecond: random.whole(4, 10), burst: random.whole(2, 6) };
    await control.limit(limit);
    told.push(`at most ${limit.requestsPerSecond} requests a second`);
  }
  if (random.chance(0.15)) {
    const offset = random.one([-4000, 4000]);
    await control.clock(offset);
    told.push(`clock ${offset} s off`);
  }
  soak.counts.faultsArmed += told.length;
  return told.join(", ") || "none";
}

export async function disarm({ account: { control } }: Soak): Promise<void> {
  await Promise.all([control.clearFaults(), control.limit(null), control.clock(0)]);
}
