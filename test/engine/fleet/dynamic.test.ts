import { inlineStack, type Program } from "../support";
import { startAccount, type TestAccount } from "../support/account";
import { device, heldDevices } from "../../domains/fleets/support";

let account: TestAccount;
beforeAll(async () => {
  account = await startAccount();
});
afterAll(() => account.stop());

const pumps =
  (template: {
    tags?: string[];
    attributes?: Record<string, unknown>;
    services?: { name: string; application: "SSH" }[];
  }): Program =>
  ({ remoteit }) => {
    new remoteit.Fleet("pumps", { selector: { tags: { any: ["pump"] } }, template });
  };

const pump = (name: string) => device(account.control, { name, tags: ["pump"] });

test("a fleet is brought to its template; each later preview looks at the devices that match by then, and says which would change", async () => {
  for (const name of ["a", "b", "c"]) await pump(name);
  const template = { tags: ["managed"], attributes: { site: 1 }, services: [{ name: "ssh", application: "SSH" as const }] };
  const stack = await inlineStack({ config: account.config, program: pumps(template) });
  const first = await stack.preview();
  expect(first.output).toContain('Fleet "pumps": 3 of 3 devices that match would change:');
  expect((await stack.up()).changes).toEqual({ create: 1 });
  const { id, outputs } = (await stack.state()).resources["pumps"] ?? {};
  expect(id).toMatch(/^pumps-[0-9a-f]{12}$/);
  expect(outputs).toMatchObject({ matched: 3, changed: 3, failed: 0, conformity: "conforms" });
  expect((await stack.preview("--expect-no-changes")).code).toBe(0);
  await pump("d");
  const newcomer = await stack.preview();
  expect(newcomer.changes).toEqual({ update: 1 });
  expect(newcomer.output).toMatch(/Fleet "pumps": 1 of 4 devices that match would change:\s+"d" \(/);
  expect((await stack.up("--refresh")).changes).toMatchObject({ update: 1 });
  const all = await heldDevices(account.control);
  expect(all.filter(({ tags, services }) => tags.includes("managed") && services.length === 1)).toHaveLength(4);
  expect((await stack.refresh()).errors).toEqual([]);
  expect((await stack.preview("--expect-no-changes")).code).toBe(0);
}, 180_000);
