import fc from "fast-check";
import { createContext, createReadOnlyContext } from "../../provider/domains";
import type { Declared } from "../../provider/domains/fleets/fields";
import { look } from "../../provider/domains/fleets/look";
import { resolved } from "../../provider/domains/fleets/resolve";
import { findDrift, readStack } from "../../drift";
import { adapterNames, useAdapterAccount } from "../adapters/account";
import { settingsFor } from "../client/server";
import { device } from "../domains/fleets/support";
import { exported, recordOf } from "./state";
import { driftOf } from "./stack";

const account = useAdapterAccount();

const tags = ["pump", "lab", "managed"];
const some = fc.subarray(tags, { minLength: 1 });
const attributes = fc.dictionary(fc.constantFrom("site", "zone", "a.b"), fc.integer({ min: 0, max: 2 }), { maxKeys: 2 });
const services = fc
  .subarray([
    { name: "ssh", application: 28, port: 22 },
    { name: "ssh", application: 28, port: 2222 },
    { name: "vnc", application: 4, port: 5900 },
  ])
  .map((all) => [...new Map(all.map((one) => [one.name, one])).values()]);

const devices = fc.array(fc.record({ tags: fc.subarray(tags), attributes, services }), { minLength: 1, maxLength: 4 });

const choice = fc.oneof(
  some.map((any) => ({ tags: { any } })),
  some.map((all) => ({ tags: { all } })),
  fc.constant({ applications: ["SSH"] }),
);
const selectors = fc.oneof(
  fc.constant({ allDevices: true }),
  choice,
  fc.tuple(choice, choice).map(([one, exclude]) => ({ ...one, exclude })),
);

const templates = fc
  .record({ tags: fc.subarray(tags), removeTags: fc.subarray(tags), attributes, services, removesVnc: fc.boolean() })
  .map(({ tags: added, removeTags, removesVnc, ...others }) => {
    const removeServices = removesVnc && !others.services.some(({ name }) => name === "vnc") ? [{ application: "VNC" }] : [];
    const lists = {
      tags: added,
      removeTags: removeTags.filter((tag) => !added.includes(tag)),
      services: others.services,
      removeServices,
    };
    return { attributes: others.attributes, ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) };
  });

const fleets = fc.record({ selector: selectors, template: templates });
/** Fleets that take no device into their selections, or out of them: each later run finds the devices of the one before. */
const steady = fc.record({
  selector: fc.oneof(
    fc.constant({ allDevices: true }),
    fc.subarray(["pump", "lab"], { minLength: 1 }).map((any) => ({ tags: { any } })),
  ),
  template: templates.map(({ attributes: wanted, ...lists }) => ({
    attributes: wanted,
    ...("services" in lists && { services: lists.services }),
    ...("tags" in lists && { tags: ["managed"] }),
  })),
});
const rollout = { maxRemovals: 99 };

async function filled(made: { tags: string[]; attributes: object; services: object[] }[]) {
  await account.control.reset();
  for (const [index, one] of made.entries()) await device(account.control, { name: `device-${index}`, ...(one as object) });
}

test("drift finds of each device what the fleet's own look finds of it, and counts the rest of its devices as managed", async () => {
  await fc.assert(
    fc.asyncProperty(devices, fleets, async (made, properties) => {
      await filled(made);
      const { endpoint, accessKeyId, secretAccessKey, accountId } = account.sandbox;
      const settings = settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 });
      const context = createContext(settings, () => undefined);
      const about = { what: "Looking" };
      const { members, pending, unsupported } = await look(
        context,
        await resolved(context, properties as Declared, about),
        "preview",
        about,
      );
      const record = recordOf("Fleet", "it", properties, { ...properties, accountId }, "it");
      const { findings, summary } = await findDrift(
        createReadOnlyContext(settings, () => undefined),
        [readStack(exported([record]))],
      );
      const found = findings
        .filter(({ fleet }) => fleet === "it")
        .map(({ id, changes = [] }) => [id, changes.map(({ path }) => path).sort()]);
      const wanted = pending.map(({ id, lacking, unsupported: kept }) => [
        id,
        [...lacking, ...kept].map(({ path }) => path).sort(),
      ]);
      expect(found.sort()).toEqual(wanted.sort());
      expect(unsupported).toEqual([]);
      const unmanaged = findings.filter(({ status, type }) => status === "unmanaged" && type === "Device");
      expect(unmanaged).toHaveLength(made.length - members.size);
      const things = made.length + made.reduce((sum, one) => sum + one.services.length, 0);
      expect(summary.coverage).toBe(Math.floor(((things - summary.unmanaged) / things) * 10_000) / 10_000);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test.each(adapterNames)(
  "after an up drift finds nothing, and later just what a preview would change, whatever was done by hand (%s)",
  async (adapter) => {
    await fc.assert(
      fc.asyncProperty(devices, steady, steady, devices, async (made, one, other, later) => {
        await filled(made);
        const stack = account.stack(adapter);
        // In this order, so that the one that yields hears of the other.
        const inOrder = {
          high: { type: "Fleet", properties: { ...other, rollout, precedence: 5 } },
          low: { type: "Fleet", properties: { ...one, rollout } },
        };
        const { errors } = await stack.up(inOrder);
        expect(errors).toEqual([]);
        const findingsOf = async (name: string) =>
          (await driftOf(stack, account)).findings.filter(({ fleet, status }) => fleet === name && status === "changed");
        const agree = async () => {
          const { updated, errors: met } = await stack.preview(inOrder);
          expect(met).toEqual([]);
          const found = { high: (await findingsOf("high")).length > 0, low: (await findingsOf("low")).length > 0 };
          // What the other decides about a newcomer shows as an update of the one that yields, which changes no device.
          expect({ found, updated }).toEqual({
            found: { high: updated.includes("high"), low: found.low && updated.includes("low") },
            updated,
          });
        };
        await agree();
        for (const [index, another] of later.entries())
          await device(account.control, { name: `later-${index}`, ...(another as object) });
        await agree();
      }),
      { numRuns: adapter === "dynamic" ? 15 : 8 },
    );
  },
  240_000,
);
