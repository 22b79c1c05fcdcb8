import { resources } from "../../provider/domains";
import { useBench } from "./support";

const bench = useBench();

const ssh = (deviceId: string) => ({ deviceId, name: "ssh", application: "SSH", port: 22 });

test("a service that another process made since this one has read the account is adopted, and not made twice", async () => {
  const ids = [await bench.owned(), await bench.owned(), await bench.owned()];
  const [first = "", second = "", third = ""] = ids;
  const [one, other] = [bench.process(), bench.process()];
  await resources.device.read(one, first, {}); // two turns: from the second on, what one knows comes from a snapshot
  await resources.device.read(one, second, {});
  const made = await resources.service.create(other, ssh(third));
  const found = await resources.service.create(one, ssh(third));
  expect(found).toMatchObject({ id: made.id, outputs: { origin: "adopted" } });
  expect((await bench.device(third))?.services).toHaveLength(1);
});

test("a service and a webhook that were adopted stay when their resource is destroyed", async () => {
  const id = await bench.owned();
  const made = await resources.service.create(bench.process(), ssh(id));
  const found = await resources.service.create(bench.process(), ssh(id));
  await resources.service.delete(bench.process(), found.id, { ...ssh(id), ...found.outputs });
  expect((await bench.device(id))?.services).toMatchObject([{ id: made.id }]);
  const url = "https://example.com/by-hand";
  await bench.control.change(`mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${url}") }`);
  const hook = await resources.webhook.create(bench.process(), { url, enabled: true });
  await resources.webhook.delete(bench.process(), hook.id, { url, enabled: true, ...hook.outputs });
  const { login } = (await bench.control.change("{ login { attributes notificationSettings { notificationUrl } } }")) as {
    login: object;
  };
  expect(login).toEqual({ attributes: {}, notificationSettings: { notificationUrl: url } });
});

test("in a nested map, an update writes what its plan shows, and keeps what others have written meanwhile", async () => {
  const ids = [await bench.owned(), await bench.owned(), await bench.owned()];
  const [first = "", second = "", third = ""] = ids;
  const byHand = (vendor: object) =>
    bench.control.change(
      "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }",
      {
        id: third,
        attributes: { $remoteit: vendor },
      },
    );
  await byHand({ color: 1, statusA: "booting", label: "old" });
  const context = bench.process();
  await resources.device.read(context, first, {});
  await resources.device.read(context, second, {});
  await byHand({ color: 1, statusA: "ready", label: "by a colleague" });
  const declared = (color: number) => ({ attributes: { $remoteit: { color } } });
  await resources.device.update(context, third, declared(1), declared(3));
  expect((await bench.device(third))?.attributes).toEqual({
    $remoteit: { color: 3, statusA: "ready", label: "by a colleague" },
  });
});
