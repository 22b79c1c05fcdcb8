import { adapterNames, useAdapterAccount } from "../account";
import { claimedDevice } from "../../engine/support/contents";

const { projectKey, projectSecret } = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

const account = useAdapterAccount();

describe.each(adapterNames)("a bulk project's secret is not told when its check fails, through the %s adapter:", (adapter) => {
  test.each([
    ["of the wrong form", projectSecret],
    ["with a key too many", { projectKey, projectSecret, prjectSecret: projectSecret }],
    ["in the wrong place", { projectKey, projectSecret: [projectSecret] }],
  ])("%s", async (_what, provision) => {
    const { deviceId } = await claimedDevice(account.control, { configurable: false });
    const { errors, said } = await account.stack(adapter).up({
      ssh: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", provision } },
    });
    expect(errors.join()).toMatch(/^(: )?provision/);
    for (const form of [projectSecret, encodeURIComponent(projectSecret)]) {
      expect([...errors, ...said].join()).not.toContain(form);
    }
  });
});
