import type { Control } from "../../sandbox";
import { summary } from "../faults/summary";
import type { AdapterStack, Declaration, Ran } from ".";
import { adapterNames, useAdapterAccount } from "./account";

/** A story with a run that fails, and what the account holds after it: the same, whichever adapter is at work. */
interface Story {
  run: (stack: AdapterStack, control: Control) => Promise<{ failed: Ran; then: Ran }>;
  error: string;
  created: [string[], string[]];
  updated: [string[], string[]];
  lines: string[];
}

const stories: Record<string, Story> = {
  "a device of which not everything could be set at first": {
    run: async (stack, control) => {
      const { claimCode } = await control.agent({ hardwareId: "hw", name: "fresh" });
      const program: Declaration = { pump: { type: "Device", properties: { claimCode, name: "pump", tags: ["a"] } } };
      await control.faults([{ match: { operation: "graphql:rename" }, kind: "false" }]);
      const failed = await stack.up(program);
      await control.clearFaults();
      return { failed, then: await stack.up(program) };
    },
    error: "name: Renaming device",
    created: [["pump"], []],
    updated: [[], ["pump"]],
    lines: ["pump #a []"],
  },
  "a webhook that somebody else has set": {
    run: async (stack, control) => {
      const theirs = "https://example.com/theirs";
      await control.change(`mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${theirs}") }`);
      const hook = (more: object): Declaration => ({
        hook: { type: "Webhook", properties: { url: "https://example.com/ours", ...more } },
      });
      return { failed: await stack.up(hook({})), then: await stack.up(hook({ takeover: true })) };
    },
    error: "set takeover: true to overwrite it",
    created: [[], ["hook"]],
    updated: [[], []],
    lines: ["webhook https://example.com/ours"],
  },
};

const account = useAdapterAccount();

describe.each(adapterNames)("through the adapter %s", (adapter) => {
  test.each(Object.entries(stories))(
    "%s is in the next run as declared",
    async (_what, { run, error, created, updated, lines }) => {
      const { failed, then } = await run(account.stack(adapter), account.control);
      expect(failed.errors).toEqual([expect.stringContaining(error)]);
      expect(then.errors).toEqual([]);
      expect([failed.created, then.created]).toEqual(created);
      expect([failed.updated, then.updated]).toEqual(updated);
      expect((await summary(account.control)).lines).toEqual(lines);
    },
  );
});
