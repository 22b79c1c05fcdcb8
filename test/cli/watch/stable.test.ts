import { compareUntilStable, InWork } from "../../../cli/watch/stable";
import type { Source, Watched } from "../../../cli/watch/source";
import { createReadOnlyContext, readStack, type Report } from "../../../drift";
import { createAlertStore } from "../../../drift/watch";
import { settingsFor } from "../../client/server";
import { exported, recordOf } from "../../drift/state";
import { finding, report } from "../../drift/watch/support";

// Nothing is sent to it: what is found is made up.
const context = createReadOnlyContext(settingsFor("http://127.0.0.1:1"), () => undefined);

describe("while `pulumi up` is at work", () => {
  const { signal } = new AbortController();
  const { urn } = recordOf("Device", "80:01", {}, {}, "pump");
  const drifted = report([finding({ urn })]);

  /** The state as it is read, one after the other; the last one stays. */
  function source(first: string, ...others: string[]): Source & { reads: () => number } {
    const watched = (text: string): Watched => ({
      context,
      stacks: [readStack(text)],
      hide: (all) => all,
    });
    let latest = watched(first);
    let reads = 0;
    return {
      latest: () => latest,
      read: () => {
        reads += 1;
        const next = others.shift();
        if (next !== undefined) latest = watched(next);
        return Promise.resolve(latest);
      },
      reads: () => reads,
    };
  }
  const state = (name: string, pending = false) => {
    const written = JSON.parse(exported([recordOf("Device", "80:01", { name }, {}, "pump")])) as { deployment: object };
    const deployment = {
      ...written.deployment,
      pending_operations: pending ? [{ resource: { urn, type: urn.split("::")[2] } }] : [],
    };
    return JSON.stringify({ ...written, deployment });
  };
  const run = (from: Source, find: (watched: Watched) => Promise<Report>) =>
    compareUntilStable({ source: from, alerts: createAlertStore([], []), failOn: ["changed"], settle: 1, signal }, find);
  /** Drift, as long as the state holds another name than the account. */
  const against =
    (name: string) =>
    ({ stacks }: Watched) =>
      Promise.resolve(stacks[0]?.resources[0]?.inputs["name"] === name ? report([]) : drifted);

  test("what the new state declares is no drift", async () => {
    const from = source(state("old"), state("new"));
    expect((await run(from, against("new"))).wanted).toEqual([]);
    expect(from.reads()).toBe(1);
  });

  test("what is in sync costs no second reading of the state", async () => {
    const from = source(state("new"), state("other"));
    await run(from, against("new"));
    expect(from.reads()).toBe(0);
  });

  test("what Pulumi is changing at the moment is looked at again until it is done", async () => {
    const from = source(state("old", true), state("old", true), state("new"));
    expect((await run(from, against("new"))).wanted).toEqual([]);
  });

  test("what it left in the middle, killed, is reported all the same", async () => {
    const from = source(state("old", true));
    expect((await run(from, against("new"))).wanted).toEqual(drifted.findings);
    expect(from.reads()).toBe(3);
  });

  test("a state that never comes to rest is left for later", async () => {
    const from = source(state("a"), state("b"), state("c"), state("d"));
    await expect(run(from, against("new"))).rejects.toThrow(new InWork("Pulumi is working on the stacks"));
  });
});
