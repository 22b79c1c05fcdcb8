import type { Declaration } from "../index";
import { adapterNames, expectClean, useAdapterAccount } from "../account";
import { claimedDevice, liveServices } from "../../engine/support/contents";

const account = useAdapterAccount({
  world: { "service-names": "prefixed", "application-types": "newer", "service-defaults": "empty" },
});
let deviceId: string;
beforeEach(async () => {
  ({ deviceId } = await claimedDevice(account.control));
});

const declares = (device: string, port: number): Declaration => ({
  device: { type: "Device", properties: { deviceId, name: device } },
  ssh: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH" } },
  plc: { type: "Service", properties: { deviceId, name: "pump-7 - plc", application: "Modbus", port } },
});

const live = async () => (await liveServices(account.control)).map(({ name, port, enabled }) => ({ name, port, enabled }));
const namesOfLive = async () => (await live()).map(({ name }) => name).sort();

describe.each(adapterNames)(
  "where names are stored with the device's, types are newer and nothing is filled in, through the %s adapter",
  (adapter) => {
    test("services are made as they are declared, and nothing changes before and after a refresh", async () => {
      const stack = account.stack(adapter);
      expect((await stack.up(declares("pump-7", 1502))).created).toHaveLength(3);
      expect(await live()).toEqual(
        expect.arrayContaining([
          { name: "pump-7 - pump-7 - plc", port: 1502, enabled: true },
          { name: "pump-7 - ssh", port: 22, enabled: true },
        ]),
      );
      expect(await live()).toHaveLength(2);
      await expectClean(stack, declares("pump-7", 1502));
    });

    test("another port is no other name", async () => {
      const stack = account.stack(adapter);
      await stack.up(declares("pump-7", 1502));
      expect(await stack.up(declares("pump-7", 502))).toMatchObject({ updated: ["plc"], replaced: [], errors: [] });
      expect((await account.control.requests()).byOperation).not.toHaveProperty("graphql:rename");
      await expectClean(stack, declares("pump-7", 502));
    });

    test("a renamed device leaves the old names, which one run with a refresh puts right", async () => {
      const stack = account.stack(adapter);
      await stack.up(declares("pump-7", 502));
      await stack.up(declares("valve", 502));
      await stack.refresh();
      expect((await stack.up(declares("valve", 502))).updated).toHaveLength(2);
      expect(await namesOfLive()).toEqual(["valve - pump-7 - plc", "valve - ssh"]);
      await expectClean(stack, declares("valve", 502));
    });
  },
);
