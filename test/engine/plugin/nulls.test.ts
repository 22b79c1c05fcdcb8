import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { yamlStack } from "./support/yaml-stack";

const account = useAccount();

describeWithLanguageHost(
  "followAccount, in a language whose nulls do not reach the engine,",
  () => {
    test("gives a device back to the account's notifications, and then nothing is left to do", async () => {
      const deviceId = await account.owned({ online: false });
      const program = (notificationSettings: object) => ({
        resources: { pump: { type: "remoteit:Device" as const, properties: { deviceId, notificationSettings } } },
      });
      const own = { emailNotifications: false, desktopNotifications: true };
      const stack = await yamlStack(program(own), { config: account.config() });
      expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 1 } });
      stack.edit(program({ desktopNotifications: true, followAccount: true }));
      expect((await stack.preview()).steps).toEqual([
        expect.objectContaining({ op: "update", details: { "notificationSettings.emailNotifications": "delete" } }),
      ]);
      expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 1 } });
      const following = { notificationSettings: { emailNotifications: null, desktopNotifications: true } };
      expect(await account.device(deviceId)).toMatchObject(following);
      expect(await stack.preview("--expect-no-changes")).toMatchObject({ code: 0 });
      expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
    });
  },
  "yaml",
);
