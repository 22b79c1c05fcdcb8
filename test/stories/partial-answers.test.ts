import { deviceCollection } from "../../provider/inventory";
import { resources } from "../../provider/domains";
import { graphqlAnswer } from "../support/proxy";
import { useBench } from "./support";

const bench = useBench();

const problem = (path: (string | number)[], code = "INTERNAL_SERVER_ERROR") => ({
  message: "Could not load notification settings.",
  path,
  extensions: { code },
});

/** Where one of these records is asked for, the whole answer fails for its sake. */
const withBad = (ids: string[], error: object) =>
  bench.proxy(async ({ text, forward, answer }) => {
    const asked = (JSON.parse(text) as { variables: { ids?: string[] } }).variables.ids ?? [];
    if (!asked.some((id) => ids.includes(id))) answer(await forward());
    else answer(graphqlAnswer({ data: { login: null }, errors: [error] }));
  });

test("a claim that is answered with data and errors is done, and the errors are told", async () => {
  const endpoint = await bench.proxy(async ({ text, forward, answer }) => {
    const passed = await forward();
    const errors = [problem(["claimDevice", "notificationSettings"])];
    const isClaim = text.includes("mutation claimDevice");
    answer(isClaim ? graphqlAnswer({ ...(JSON.parse(passed.body) as object), errors }) : passed);
  });
  const { deviceId, claimCode = "" } = await bench.control.agent({ hardwareId: "hw", name: "fresh" });
  const made = await resources.device.create(bench.process({ endpoint }), { claimCode });
  expect(made).toMatchObject({ id: deviceId, outputs: { origin: "claimed" } });
  expect(bench.said.join("\n")).toMatch(
    /warning: .*it was carried out, but part of the answer is missing.*notification settings/,
  );
});

test.each([
  ["null", null],
  ["false", false],
])("a change that is answered with %s and errors has failed", async (_what, value) => {
  const endpoint = await bench.proxy(async ({ text, forward, answer }) => {
    const refusal = { data: { removeService: value }, errors: [problem(["removeService"], "FORBIDDEN")] };
    answer(text.includes("mutation removeService") ? graphqlAnswer(refusal) : await forward());
  });
  const id = await bench.owned({ services: [{ name: "ssh", application: 28 }] });
  const service = (await bench.device(id))?.services[0]?.id ?? "";
  const deleting = resources.service.delete(bench.process({ endpoint }), service, { name: "ssh", origin: "made" });
  await expect(deleting).rejects.toThrow(/Could not load/);
  expect((await bench.device(id))?.services).toHaveLength(1);
});

test.each([
  ["an error of its own", problem(["login", "account", "device", 0], "NOT_FOUND"), /Could not load/],
  ["an error that may pass", problem(["login", "account", "device", 2, "tags"]), /^TransientError: /],
])("of many devices, one that remote.it cannot give fails alone and by its name, with %s", async (_what, error, expected) => {
  const ids = await Promise.all(Array.from({ length: 9 }, () => bench.owned()));
  const [bad = ""] = ids.slice(4);
  const endpoint = await withBad([bad], error);
  const context = bench.process({ endpoint, maxRetries: 0 });
  for (const kind of ["read", "fresh"] as const) {
    const read = await Promise.allSettled(
      ids.map((id) => context.inventory.of(deviceCollection)[kind](id, { what: "Reading device", subject: id })),
    );
    const failed = read.flatMap((one, index) =>
      one.status === "rejected" ? [{ id: ids[index], error: one.reason as Error }] : [],
    );
    expect(failed.map(({ id }) => id)).toEqual([bad]);
    expect(`${failed[0]?.error.name}: ${failed[0]?.error.message}`).toMatch(expected);
    expect(failed[0]?.error.message).toContain(`Reading device ${bad} failed: `);
  }
});

test("where every record fails, remote.it is not asked for each of them", async () => {
  const ids = await Promise.all(Array.from({ length: 64 }, () => bench.owned()));
  let asked = 0;
  const endpoint = await bench.proxy(({ answer }) => {
    asked += 1;
    answer(graphqlAnswer({ data: null, errors: [problem(["login"], "NOT_FOUND")] }));
    return Promise.resolve();
  });
  const { inventory } = bench.process({ endpoint, maxRetries: 0 });
  const read = await Promise.allSettled(
    ids.map((id) => inventory.of(deviceCollection).fresh(id, { what: "Reading device", subject: id })),
  );
  expect(read.every((one) => one.status === "rejected")).toBe(true);
  expect(asked).toBeLessThan(20);
});
