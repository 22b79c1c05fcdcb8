import { setTimeout as sleep } from "node:timers/promises";
import { readTrialDevice } from "../../conformance";
import type { Control } from "../../sandbox";
import { type Account, askingOn, dump, find, onSandbox } from "./support";

/** The probes of each trial. */
const trials = {
  attributes: ["nested", "dotted-attribute"],
  tags: ["tags", "tag-answer"],
  services: ["service-names", "service-twins"],
  "services by hardware id": ["register-device"],
  notifications: ["notification-null"],
  "the webhook": ["webhook-off"],
  networks: ["network-names", "connection-clear", "network-unknown"],
  "several mutations": ["several-mutations"],
  "what makes nothing": ["claim-unknown", "registration-unique", "delete-answer"],
};

type Fault = Parameters<Control["faults"]>[0][number];

const faults: Fault[] = [
  { kind: "status", status: 500 },
  { kind: "status", status: 429, retryAfter: 0 },
  { kind: "html" },
  { kind: "reset" },
  { kind: "lost-answer" },
  { kind: "truncated" },
  { kind: "graphql-error" },
  { kind: "false" },
  { kind: "done-but-false" },
];

/** Those that take patience, with a time-out of the client that is shorter. */
const slowFaults: Fault[] = [{ kind: "timeout" }, { kind: "slow", ms: 2000 }, { kind: "slow-answer", ms: 2000 }];
const IMPATIENT = { timeoutSeconds: 1.5 };

const world = { "register-device": "offered" } as const;

const each = (all: readonly Fault[]) =>
  Object.entries(trials).flatMap(([trial, names]) => all.map((fault) => ({ trial, names, fault, kind: fault.kind })));

/** How often the trials send each of their requests. */
async function usual(account: Account, names: string[]): Promise<[operation: string, times: number][]> {
  const asking = await askingOn(account);
  const before = (await account.control.requests()).byOperation;
  await find(asking, ...names);
  const after = Object.entries((await account.control.requests()).byOperation);
  return after.map(([operation, times]): [string, number] => [operation, times - (before[operation] ?? 0)]);
}

const sum = (requests: [string, number][]) => requests.reduce((all, [, times]) => all + times, 0);
const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Runs the trials with the fault, and expects the account as it was. */
async function isPutBack(account: Account, names: string[], fault: Fault, more = {}): Promise<void> {
  const { control } = account;
  const before = await dump(account);
  const asking = await askingOn(account, { maxRetries: 0, ...more });
  await control.faults([{ ...fault, times: 1 }]);
  await find(asking, ...names);
  await control.clearFaults();
  await control.settled();
  expect({ fault, left: asking.trial?.left(), after: await dump(account) }).toEqual({ fault, left: [], after: before });
}

describe("whichever request of a trial a fault strikes, the account is afterwards as it was", () => {
  test.concurrent.each(each(faults))("$trial: $kind", ({ names, fault }) =>
    onSandbox({ world }, async (account) => {
      const requests = sum(await usual(account, names));
      expect(requests).toBeGreaterThan(0);
      for (const after of range(requests)) await isPutBack(account, names, { ...fault, after });
    }),
  );

  test.concurrent.each(each(slowFaults))("$trial: $kind of a change", ({ names, fault }) =>
    onSandbox({ world }, async (account) => {
      const changes = (await usual(account, names)).filter(([operation]) =>
        /conformance(Set|Add|Remove|Delete|Claim)/.test(operation),
      );
      for (const [operation, times] of changes)
        for (const after of range(times)) await isPutBack(account, names, { ...fault, match: { operation }, after }, IMPATIENT);
    }),
  );
});

test.concurrent.each(Object.entries(trials))(
  "interrupted at whichever request, the trial of %s puts back what it changed",
  (_trial, names) =>
    onSandbox({ world }, async (account) => {
      const { control } = account;
      const before = await dump(account);
      for (const after of range(sum(await usual(account, names)))) {
        const interrupt = new AbortController();
        const asking = await askingOn(account, { signal: interrupt.signal });
        const { total } = await control.requests();
        await control.faults([{ kind: "slow-answer", ms: 200, after, times: 1 }]);
        const finding = find(asking, ...names).catch((error: unknown) => error);
        while ((await control.requests()).total <= total + after) await sleep(5);
        interrupt.abort(new Error("Ctrl-C"));
        await finding;
        await control.clearFaults();
        expect({ after, left: asking.trial?.left(), now: await dump(account) }).toEqual({ after, left: [], now: before });
      }
    }),
);

test.concurrent.each(["attributes", "tags", "services", "notifications", "the webhook", "networks"] as const)(
  "where nothing answers any more, the trial of %s names what is left and how to put it back, and the next run refuses to begin",
  async (trial) => {
    const names = trials[trial];
    const requests = sum(await onSandbox({}, (account) => usual(account, names)));
    const lefts = await Promise.all(
      range(requests).map((after) =>
        onSandbox({}, async (account) => {
          const before = JSON.stringify(await dump(account));
          const asking = await askingOn(account, { maxRetries: 0 });
          await account.control.faults([{ kind: "status", after }]);
          await find(asking, ...names);
          await account.control.clearFaults();
          const left = asking.trial?.left() ?? [];
          if (JSON.stringify(await dump(account)) === before) return [];
          expect(left).toEqual([{ ...left[0], byHand: expect.stringMatching(/^[A-Z].*\.$/) as unknown }]);
          // A notification setting bears no name.
          if (trial !== "notifications")
            await expect(readTrialDevice(asking.client, account.deviceId)).rejects.toThrow(/An earlier run left something there/);
          return left.map(({ what }) => what);
        }),
      ),
    );
    expect(new Set(lefts.flat()).size).toBe(1);
  },
);
