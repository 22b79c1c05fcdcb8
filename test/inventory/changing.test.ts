import fc from "fast-check";
import { createClient } from "../../provider/client";
import { createInventory, type Inventory } from "../../provider/inventory";
import { type Control, controlOf, type Sandbox, startSandbox, type World } from "../../sandbox";
import { settingsFor } from "../client/server";
import { inWorld } from "../sandbox/support";

const about = { what: "Reading the account" };

function inventoryOf({ endpoint, accessKeyId, secretAccessKey }: Sandbox): Inventory {
  return createInventory(
    createClient(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 10_000, maxRetries: 2 })),
  );
}

const rename = (control: Control, id: string, name: string) =>
  control.change("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name });

async function allIds(control: Control): Promise<string[]> {
  const ids = new Set<string>();
  for (;;) {
    const { login } = (await control.change(
      `{ login { devices(sort: "created", size: 1000, from: ${Math.max(0, ids.size - 1)}) { total items { id } } } }`,
    )) as { login: { devices: { total: number; items: { id: string }[] } } };
    for (const { id } of login.devices.items) ids.add(id);
    if (ids.size === login.devices.total) return [...ids];
  }
}

describe("a scan of 3,000 devices during which devices are renamed all the time finds each one once", () => {
  // So many pages are one reading of the list: it is not read again because something was missing.
  test.each<[string, number, Partial<World>]>([
    ["as it is assumed", 4, {}],
    ["with pages of 100", 31, { "page-size": "100" }],
    ["without cursors", 5, { cursor: "missing" }],
    [
      "without cursors, with pages of 100 and offsets from one",
      31,
      { cursor: "missing", "page-size": "100", "page-from": "1001" },
    ],
  ])("%s", async (_what, pagesOfOneReading, world) => {
    await inWorld(world, async (sandbox, control) => {
      await control.reset({ devices: 3000 });
      const ids = await allIds(control);
      let [renamed, isOver] = [0, false];
      const renaming = (async () => {
        // Names from either end of the alphabet, so that each moves its device through the whole list by name.
        for (let next = 0; !isOver; next = (next + 7) % ids.length) {
          await rename(control, ids[next] ?? "", `${next % 2 ? "a" : "z"}-${(renamed += 1)}`);
        }
      })();
      const found: string[] = [];
      let pages = 0;
      for await (const { devices, total } of inventoryOf(sandbox).pages({}, about)) {
        const before = renamed;
        found.push(...devices.map(({ id }) => id));
        expect(total).toBe(3000);
        pages += 1;
        while (renamed < before + 20) await new Promise(setImmediate);
      }
      isOver = true;
      await renaming;
      expect(renamed).toBeGreaterThan(20 * (pages - 1));
      expect(pages).toBe(pagesOfOneReading);
      expect(found).toHaveLength(3000);
      expect(new Set(found)).toEqual(new Set(ids));
    });
  });
});

const worlds = fc.record({
  cursor: fc.constantFrom("offered", "missing"),
  "cursor-gone": fc.constantFrom("its-place", "refused", "first"),
  "page-from": fc.constantFrom("1000", "1001"),
  "page-size": fc.constant("100"),
} as const);

const changes = fc.array(
  fc.record({
    page: fc.nat(4),
    does: fc.constantFrom("renames", "adds", "removes"),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    count: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 8 },
);

test("whatever is renamed, added and removed between pages, what was there all the time is found once", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.integer({ min: 0, max: 420 }), changes, async (world, devices, script) => {
      await inWorld(world, async (sandbox, control) => {
        await control.reset({ devices });
        const before = await allIds(control);
        let now = [...before];
        const gone = new Set<string>();
        const found: string[] = [];
        let page = 0;
        const change = async ({ does, at, count }: (typeof script)[number]) => {
          const place = Math.floor(at * now.length);
          const some = now.slice(place, place + count);
          if (does === "renames") for (const id of some) await rename(control, id, `${Math.random()}`);
          if (does === "removes") {
            for (const id of some) await control.agentState(id, "offline");
            await control.change("mutation($id: [String!]!) { deleteDevices(deviceId: $id) }", { id: some });
            now = now.filter((id) => !some.includes(id));
            for (const id of some) gone.add(id);
          }
          if (does === "adds") {
            const { login } = (await control.change("{ login { registrationCode } }")) as { login: { registrationCode: string } };
            await control.agent({ hardwareId: "newcomer", code: login.registrationCode });
          }
        };
        for await (const { devices: some } of inventoryOf(sandbox).pages({}, about)) {
          found.push(...some.map(({ id }) => id));
          for (const one of script) if (one.page === page) await change(one);
          page += 1;
        }
        expect(new Set(found).size).toBe(found.length);
        const known = new Set(found);
        expect(before.filter((id) => !gone.has(id) && !known.has(id))).toEqual([]);
      });
    }),
    { numRuns: 20 },
  );
});

test("pages that the gateway gives up on are read smaller, within the tries of one request", async () => {
  const sandbox = await startSandbox();
  try {
    const control = controlOf(sandbox.control);
    await control.reset({ devices: 2500 });
    const ids = await allIds(control);
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    const inventoryWith = (maxRetries: number) =>
      createInventory(
        createClient(
          settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000, maxRetries, timeoutSeconds: 4 }),
        ),
      );
    const match = { operation: "listDevices" };
    await control.faults([
      { kind: "status", status: 502, match, times: 1 },
      { kind: "status", status: 504, match, times: 1 },
      { kind: "timeout", match, times: 1 },
    ]);
    const sizes: number[] = [];
    for await (const { devices } of inventoryWith(5).pages({}, about)) sizes.push(devices.length);
    expect(sizes).toEqual([125, 250, 500, 1000, 625]);
    expect(sizes.reduce((sum, size) => sum + size)).toBe(ids.length);

    const before = (await control.requests()).total;
    await control.faults([{ kind: "status", status: 504, match }]);
    const read = async () => {
      for await (const { devices } of inventoryWith(2).pages({}, about)) expect(devices).toEqual([]);
    };
    await expect(read()).rejects.toThrow("It was tried 3 times.");
    expect((await control.requests()).total).toBe(before + 3);
  } finally {
    await sandbox.stop();
  }
});
