import type { Declaration } from "../index";
import { adapterNames, useAdapterAccount } from "../account";
import { claimedDevice, liveServices } from "../../engine/support/contents";

const account = useAdapterAccount();

test.each(adapterNames)(
  "a service whose creation was answered but never heard of is adopted by the next up, through the %s adapter",
  async (adapter) => {
    const { deviceId } = await claimedDevice(account.control);
    const declaration: Declaration = {
      ssh: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", port: 2222 } },
    };
    const stack = account.stack(adapter);
    await account.control.faults([{ kind: "lost-answer", match: { operation: "addService" } }]);
    await stack.up(declaration);
    await account.control.clearFaults();
    expect((await stack.up(declaration)).errors).toEqual([]);
    expect(await liveServices(account.control)).toHaveLength(1);
  },
);
