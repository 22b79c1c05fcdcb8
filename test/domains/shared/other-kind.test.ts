import { serviceCollection } from "../../../provider/inventory";
import { NotFoundError } from "../../../provider/core/errors";
import { call, functions } from "../../../provider/domains/functions";
import { type Context, resources } from "../../../provider/domains";
import type { World } from "../../../sandbox";
import { useGround } from "../../faults/support";
import { claimed, run } from "../../sandbox/support";

describe.each<World["device-by-service-id"]>(["device", "nothing"])(
  "an id of the other kind is told as that, where a service's id answers its %s",
  (answer) => {
    const ground = useGround({ world: { "device-by-service-id": answer } });

    async function things() {
      const deviceId = await claimed(ground.control, {
        name: "pump",
        online: false,
        services: [{ application: 28, name: "ssh" }],
      });
      const { login } = await run<{ login: { device: { services: { id: string }[] }[] } }>(
        ground.control,
        "query($id: [String!]!) { login { device(id: $id) { services { id } } } }",
        { id: [deviceId] },
      );
      return { deviceId, serviceId: login.device[0]?.services[0]?.id ?? "" };
    }

    test.each<[string, (context: Context, id: string) => Promise<unknown>]>([
      ["deviceId of a Device", (context, id) => resources.device.create(context, { deviceId: id })],
      [
        "deviceId of a Service",
        (context, id) => resources.service.create(context, { deviceId: id, name: "vnc", application: 4 }),
      ],
      ["a Device that is imported", (context, id) => resources.device.read(context, id, {})],
      ["getDevice", (context, id) => call(functions.getDevice, context, { id })],
      ["getServices", (context, id) => call(functions.getServices, context, { deviceId: id })],
    ])("%s names a service", async (_what, work) => {
      const { deviceId, serviceId } = await things();
      const failed = work(ground.run(), serviceId);
      await expect(failed).rejects.toBeInstanceOf(NotFoundError);
      await expect(failed).rejects.toThrow(
        `${serviceId} is a service of device "pump" (${deviceId}), and no device. Write the device's own id, ${deviceId}.`,
      );
    });

    test.each<[string, (context: Context, id: string) => Promise<unknown>]>([
      ["a Service that is imported", (context, id) => resources.service.read(context, id, {})],
      ["getService", (context, id) => call(functions.getService, context, { id })],
    ])("%s names a device", async (_what, work) => {
      const { deviceId, serviceId } = await things();
      const failed = work(ground.run(), deviceId);
      await expect(failed).rejects.toBeInstanceOf(NotFoundError);
      await expect(failed).rejects.toThrow(
        `${deviceId} is the device "pump" (${deviceId}), and no service. Write the id of one of its services: "ssh" (${serviceId}).`,
      );
    });

    test("what no id names stays not found, and what was managed has gone", async () => {
      const { serviceId } = await things();
      const context = ground.run();
      const unknown = "80:00:00:00:00:99:99:99";
      await expect(call(functions.getDevice, context, { id: unknown })).rejects.toThrow("has no device with this id");
      expect(await resources.device.read(context, unknown, {})).toBeUndefined();
      const { id: accountId } = await context.client.account();
      expect(await resources.device.read(context, serviceId, { accountId })).toBeUndefined();
    });

    test("a device by ids is never one that only offers a service of that id", async () => {
      const { deviceId, serviceId } = await things();
      const read = async (...ids: string[]) =>
        [...((await resources.device.byIds?.(ground.run(), ids))?.found ?? [])].map(({ id }) => id);
      expect(await read(serviceId)).toEqual([]);
      expect(await read(serviceId, deviceId.toLowerCase())).toEqual([deviceId]);
    });

    test("deleting a device removes no service whose id it is given", async () => {
      const { serviceId } = await things();
      const context = ground.run();
      const { id: accountId } = await context.client.account();
      await resources.device.delete(context, serviceId, { accountId, origin: "claimed" });
      const { byOperation } = await ground.control.requests();
      expect(Object.keys(byOperation).filter((name) => /delete|remove/i.test(name))).toEqual([]);
      const { item } = await context.inventory.of(serviceCollection).read(serviceId, { what: "Read" });
      expect(item?.id).toBe(serviceId);
    });
  },
);
