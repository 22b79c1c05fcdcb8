import type { Control } from "../../sandbox";
import { summary } from "../faults/summary";
import { claimed } from "../sandbox/support";
import type { AdapterStack, Declaration } from ".";
import { adapterNames, useAdapterAccount } from "./account";

/**
 * A setting is refused, and what the account then holds cannot be read either: what was made or managed stays in state all the
 * same, and the next run ends well.
 */
interface Story {
  /** Makes the stack ready for the run, and resolves with its program. */
  prepare: (stack: AdapterStack, control: Control) => Promise<Declaration>;
  refused: string;
  /** What the error begins with. */
  told: string;
  /** What reads the thing, and how often it is read before. */
  read: string;
  after: number;
  lines: string[];
}

const stories: Record<string, Story> = {
  "a device that is made": {
    prepare: async (_stack, control) => {
      const { claimCode } = await control.agent({ hardwareId: "hw", name: "fresh", online: false });
      return { it: { type: "Device", properties: { claimCode, name: "pump", tags: ["a"] } } };
    },
    refused: "graphql:rename",
    told: "name: Renaming device",
    read: "graphql:getDevicesById",
    after: 0,
    lines: ["pump #a []"],
  },
  "a device that is changed": {
    prepare: async (stack, control) => {
      const deviceId = await claimed(control);
      const declares = (name: string): Declaration => ({ it: { type: "Device", properties: { deviceId, name } } });
      expect((await stack.up(declares("valve"))).errors).toEqual([]);
      return declares("pump");
    },
    refused: "graphql:rename",
    told: "name: Renaming device",
    read: "graphql:getDevicesById",
    after: 1,
    lines: ["pump []"],
  },
  "a service that is changed": {
    prepare: async (stack, control) => {
      const deviceId = await claimed(control, { name: "pump" });
      const declares = (port: number): Declaration => ({
        it: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", port } },
      });
      expect((await stack.up(declares(22))).errors).toEqual([]);
      return declares(2222);
    },
    refused: "graphql:updateService",
    told: "port: Changing service",
    read: "graphql:getServicesById",
    after: 1,
    lines: ["pump [ssh 28 2222]"],
  },
  "a webhook that is changed": {
    prepare: async (stack) => {
      const declares = (path: string): Declaration => ({
        it: { type: "Webhook", properties: { url: `https://example.com/${path}` } },
      });
      expect((await stack.up(declares("one"))).errors).toEqual([]);
      return declares("two");
    },
    refused: "graphql:setWebhook",
    told: "url: Setting webhook",
    read: "graphql:getWebhook",
    after: 1,
    lines: ["webhook https://example.com/two"],
  },
};

const account = useAdapterAccount();

describe.each(adapterNames)("through the adapter %s", (adapter) => {
  test.each(Object.entries(stories))("%s", async (_what, { prepare, refused, told, read, after, lines }) => {
    const stack = account.stack(adapter, { maxRetries: "0" });
    const program = await prepare(stack, account.control);
    const before = stack.state.get("it");
    await account.control.faults([
      { match: { operation: refused }, kind: "false" },
      { match: { operation: read }, kind: "status", status: 503, after },
    ]);
    const { errors } = await stack.up(program);
    expect(errors).toEqual([expect.stringContaining(told)]);
    const it = stack.state.get("it");
    expect(it?.isPartial).toBe(true);
    if (before) expect(it).toMatchObject({ id: before.id, outputs: before.outputs });
    await account.control.clearFaults();
    expect(await stack.up(program)).toMatchObject({ created: [], updated: ["it"], errors: [] });
    expect((await summary(account.control)).lines).toEqual(lines);
  });
});
