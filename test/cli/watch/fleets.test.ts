import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { device } from "../../domains/fleets/support";
import { recordOf } from "../../drift/state";
import { useWatch } from "./support";

const account = useWatch();

/** The state of a stack with one fleet. */
const pumps = () => {
  const inputs = { selector: { tags: { any: ["pump"] } }, template: { tags: ["managed"] } };
  const outputs = { ...inputs, accountId: account.sandbox.accountId, conformity: "conforms" };
  return { ...recordOf("Fleet", "pumps-000000000000", inputs, outputs, "pumps"), modified: "2020-01-01T00:00:00Z" };
};

const tag = (tags: string[], ...id: string[]) =>
  account.byHand("mutation($id: [String!]!, $tags: [String!]!) { addTag(serviceId: $id, name: $tags) }", { id, tags });

test("a newcomer that matches is reported when it moves, each of its moves is checked, and it is resolved once it conforms", async () => {
  const watching = await account.watch(account.here([pumps()]));
  await account.hook(watching);
  const id = await device(account.control, { name: "plant-7-a", tags: ["pump"] });
  await account.comesOnline(id);
  const [found] = await watching.events(1);
  expect(found).toMatchObject({
    event: "drift",
    status: "changed",
    type: "Device",
    id,
    name: "plant-7-a",
    fleet: "pumps",
    stack: "dev",
    newcomer: true,
    reason: "New: matches fleet pumps, not converged yet.",
    changes: [{ path: "tags.managed", kind: "remove", expected: true }],
  });
  await tag(["managed"], id);
  await account.comesOnline(id);
  expect((await watching.events(2))[1]).toMatchObject({ event: "resolved", id, fleet: "pumps" });
  await account.byHand('mutation($id: [String!]!) { removeTag(serviceId: $id, name: ["managed"]) }', { id: [id] });
  await account.comesOnline(id);
  expect((await watching.events(3))[2]).toMatchObject({ event: "drift", id });
});

test("a device that no fleet speaks of is nothing, and costs one check for each of its moves", async () => {
  const watching = await account.watch(account.here([pumps()]));
  const [other, member] = [
    await device(account.control, { name: "b" }),
    await device(account.control, { name: "c", tags: ["pump"] }),
  ];
  await watching.post({ device: other });
  await account.asked("graphql:getDevicesById", 1);
  await watching.post({ device: member });
  expect(await watching.events(1)).toMatchObject([{ id: member }]);
});

test("what the command has put right is resolved, and not passed on where it waited", async () => {
  const at = account.here([pumps()]);
  const ids: string[] = [];
  for (const name of ["a", "b", "c", "d"]) ids.push(await device(account.control, { name, tags: ["pump"] }));
  // As a `pulumi up` does: the first run puts all of them right. It is told to by the test, once it is seen to run.
  const command = "echo run >> runs; echo running >&2; while [ ! -f done ]; do sleep 0.05; done";
  const watching = await account.watch(at, ["--notify-command", command]);
  await watching.says("running");
  await tag(["managed"], ...ids);
  writeFileSync(join(at.cwd, "done"), "");
  const events = await watching.events(8);
  expect(events.slice(4).map(({ event, id }) => `${event} ${id}`)).toEqual(ids.map((id) => `resolved ${id}`));
  watching.child.kill("SIGTERM");
  expect((await watching.ended).code).toBe(0);
  expect(readFileSync(join(at.cwd, "runs"), "utf8")).toBe("run\n");
});

test("a command that takes longer than --notify-timeout is told to end", async () => {
  const at = account.here([pumps()]);
  await device(account.control, { name: "a", tags: ["pump"] });
  const command = "trap 'echo ended > ended; exit 1' TERM; while true; do sleep 0.05; done";
  const watching = await account.watch(at, ["--notify-command", command, "--notify-timeout", "200ms"]);
  await watching.says("it took longer than 0.2 s");
  expect(existsSync(join(at.cwd, "ended"))).toBe(true);
});
