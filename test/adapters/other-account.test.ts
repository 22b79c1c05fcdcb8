import { summary } from "../faults/summary";
import { claimed } from "../sandbox/support";
import type { Declaration } from ".";
import { adapterNames, useAdapterAccount } from "./account";

const account = useAdapterAccount();

/** One resource of each kind, each of which its delete would take from the account. */
async function everything(): Promise<Declaration> {
  const { claimCode } = await account.control.agent({ hardwareId: "hw", name: "fresh", online: false });
  const deviceId = await claimed(account.control);
  return {
    device: { type: "Device", properties: { claimCode, name: "pump" } },
    service: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", port: 22 } },
    webhook: { type: "Webhook", properties: { url: "https://example.com/ours" } },
  };
}

const changed = (declared: Declaration): Declaration => {
  const changes: Record<string, object> = {
    device: { name: "gate" },
    service: { port: 2222 },
    webhook: { url: "https://example.com/theirs" },
  };
  const entries = Object.entries(declared).map(([name, one]) => [
    name,
    { ...one, properties: { ...one.properties, ...changes[name] } },
  ]);
  return Object.fromEntries(entries) as Declaration;
};

describe.each(adapterNames)("under another account, through the %s adapter,", (adapter) => {
  test.each(["device", "service", "webhook"])(
    "nothing of a %s is read into state, changed, deleted or forgotten",
    async (name) => {
      const declared = await everything();
      const own = account.stack(adapter);
      expect((await own.up(declared)).errors).toEqual([]);
      const { lines } = await summary(account.control);
      const other = await account.control.account();
      const stranger = account.stack(adapter, { accessKeyId: other.accessKeyId, secretAccessKey: other.secretAccessKey });
      const kept = own.state.get(name);
      if (kept) stranger.state.set(name, kept);
      const why = `It belongs to account ${account.sandbox.accountId}, but the configured access key speaks for account ${other.accountId}.`;
      const program = { [name]: changed(declared)[name] } as Declaration;
      for (const running of [stranger.refresh(), stranger.up(program), stranger.destroy()]) {
        const { errors, deleted, updated } = await running;
        expect({ errors: errors.map((error) => error.includes(why)), deleted, updated }).toEqual({
          errors: [true],
          deleted: [],
          updated: [],
        });
        expect(stranger.state.get(name)).toEqual(kept);
      }
      expect((await summary(account.control)).lines).toEqual(lines);
    },
  );
});
