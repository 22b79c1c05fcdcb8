import { createContext, resources } from "../../provider/domains";
import type { AdapterName } from "../adapters";
import { useAdapterAccount } from "../adapters/account";
import { settingsFor } from "../client/server";
import { summary } from "../faults/summary";
import { claimed, run } from "../sandbox/support";

const account = useAdapterAccount();

const service = (deviceId: string) => ({ deviceId, name: "ssh", application: "SSH", port: 22 });

const stackOf = (adapter: AdapterName = "dynamic") => account.stack(adapter);

const contextOf = () => {
  const { endpoint, accessKeyId, secretAccessKey } = account.sandbox;
  return createContext(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }), () => undefined);
};

const services = async () => (await summary(account.control)).ids.Service;

test("of two resources that hold one service without a mark, as imports do, the one that leaves the program leaves the service", async () => {
  const stack = stackOf();
  const declared = service(await claimed(account.control, { name: "pump" }));
  await stack.up({ old: { type: "Service", properties: declared } });
  const old = stack.state.get("old");
  if (!old) throw new Error("The service was not made.");
  stack.state.set("new", old);
  const { deleted, said } = await stack.up({ new: { type: "Service", properties: declared } });
  expect(deleted).toEqual(["old"]);
  expect(said.join("\n")).toContain("another resource of this program manages it");
  expect(await services()).toEqual([old.id]);
});

test.each(["dynamic", "plugin"] as const)(
  "two stacks adopt one device through the %s adapter: destroying one leaves it to the other, and what that has set of it",
  async (adapter) => {
    const deviceId = await claimed(account.control, { name: "pump", online: false });
    const [first, second] = [stackOf(adapter), stackOf(adapter)];
    const properties = [{ tags: ["a"] }, { name: "pump-7" }];
    for (const [index, stack] of [first, second].entries()) {
      const declared = { pump: { type: "Device", properties: { deviceId, ...properties[index] } } };
      expect(await stack.up(declared)).toMatchObject({ created: ["pump"], errors: [] });
    }
    expect(await first.destroy()).toMatchObject({ deleted: ["pump"], errors: [] });
    expect((await summary(account.control)).lines).toEqual([expect.stringMatching(/^pump-7 /)]);
    const before = second.state.get("pump")?.outputs;
    expect(await second.refresh()).toMatchObject({ deleted: [], errors: [] });
    expect(second.state.get("pump")?.outputs).toEqual(before);
  },
);

test.each([
  ["the one that made it first", [0, 1]],
  ["the one that adopted it first", [1, 0]],
])(
  "a service that two resources of a stack hold goes with both, where they are deleted at the same time, %s",
  async (_order, order) => {
    const declared = service(await claimed(account.control, { name: "pump" }));
    const made = await resources.service.create(contextOf(), declared);
    const adopted = await resources.service.create(contextOf(), declared);
    expect(adopted.id).toBe(made.id);
    const context = contextOf();
    const states = [made, adopted].map(({ outputs }) => ({ ...declared, ...outputs }));
    await Promise.all(order.map((index) => resources.service.delete(context, made.id, states[index] ?? {})));
    expect(await services()).toEqual([]);
  },
);

test("the mark of a webhook goes with its resource also where the webhook was cleared by hand", async () => {
  const url = "https://example.com/hook";
  await run(account.control, `mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${url}") }`);
  const { id, outputs } = await resources.webhook.create(contextOf(), { url, enabled: true });
  await run(account.control, 'mutation { setNotificationSettings(urlNotifications: false, notificationUrl: "") }');
  await resources.webhook.delete(contextOf(), id, { url, enabled: true, ...outputs });
  expect(await run(account.control, "{ login { attributes } }")).toEqual({ login: { attributes: {} } });
});
