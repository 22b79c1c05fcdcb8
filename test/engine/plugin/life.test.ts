import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";
import { yamlStack, type Declared } from "./support/yaml-stack";

const account = useAccount();

interface Life {
  type: Declared["type"];
  /** The properties at first, after an edit, and those that need another thing; made when the account is there. */
  stages: () => Promise<{ first: object; edited: object; details: Record<string, string>; replaced?: object }>;
}

const lives: Record<string, Life> = {
  claimed: {
    type: "remoteit:Device",
    stages: async () => {
      const { claimCode } = await account.claimable({ online: false });
      const { deviceId } = await claimedDevice(account.control, { hardwareId: "other" });
      const first = { claimCode, name: "pump", tags: ["a", "b"], attributes: { $remoteit: { color: 3 }, site: "north" } };
      return {
        first,
        edited: { claimCode, name: "pump-7", tags: ["b"], attributes: { $remoteit: { color: 4 } }, deleteOnDestroy: true },
        details: {
          name: "update",
          tags: "update",
          "attributes.$remoteit.color": "update",
          "attributes.site": "delete",
          deleteOnDestroy: "add",
        },
        replaced: { deviceId, name: "valve" },
      };
    },
  },
  adopted: {
    type: "remoteit:Device",
    stages: async () => {
      const deviceId = await account.owned({ online: false });
      return {
        first: { deviceId, notificationSettings: { emailNotifications: true } },
        edited: { deviceId, notificationSettings: { emailNotifications: false, desktopNotifications: true } },
        details: {
          "notificationSettings.emailNotifications": "update",
          "notificationSettings.desktopNotifications": "add",
        },
      };
    },
  },
  // In a language whose nulls do not reach the engine, a device is given back to the account's notifications by followAccount.
  following: {
    type: "remoteit:Device",
    stages: async () => {
      const deviceId = await account.owned({ online: false });
      return {
        first: { deviceId, notificationSettings: { emailNotifications: false, desktopNotifications: true } },
        edited: { deviceId, notificationSettings: { desktopNotifications: true, followAccount: true } },
        details: { "notificationSettings.emailNotifications": "delete" },
      };
    },
  },
  service: {
    type: "remoteit:Service",
    stages: async () => {
      const deviceId = await account.owned({ online: false });
      const other = await account.owned({ online: false });
      return {
        first: { deviceId, name: "ssh", application: "SSH", port: 22 },
        edited: { deviceId, name: "web", application: 7, port: 8080, host: "10.0.0.1", enabled: false },
        details: { name: "update", application: "update", port: "update", host: "add", enabled: "add" },
        replaced: { deviceId: other, name: "web", application: 7 },
      };
    },
  },
  tag: {
    type: "remoteit:Tag",
    stages: () =>
      Promise.resolve({
        first: { name: "pumps", color: 2 },
        edited: { name: "pumps", color: 3, removeFromAll: true },
        details: { color: "update", removeFromAll: "add" },
      }),
  },
  webhook: {
    type: "remoteit:Webhook",
    stages: () =>
      Promise.resolve({
        first: { url: "https://example.com/one" },
        edited: { url: "https://example.com/two", enabled: false },
        details: { url: "update", enabled: "update" },
      }),
  },
};

describeWithLanguageHost(
  "up, preview, refresh, edit, replace and destroy",
  () => {
    test("of devices that are claimed and adopted, a service, a tag and the webhook, each in one run for all of them", async () => {
      const stages = Object.fromEntries(
        await Promise.all(
          Object.entries(lives).map(async ([name, { type, stages }]) => [name, { type, ...(await stages()) }] as const),
        ),
      );
      const program = (stage: (of: Awaited<ReturnType<Life["stages"]>>) => object) => ({
        resources: Object.fromEntries(
          Object.entries(stages).map(([name, of]) => [name, { type: of.type, properties: { ...stage(of) } }]),
        ),
      });
      const names = Object.keys(lives).sort();
      const stack = await yamlStack(
        program(({ first }) => first),
        { config: account.config() },
      );
      const clean = async () => {
        expect((await stack.preview("--expect-no-changes")).code).toBe(0);
        expect((await stack.refresh("--expect-no-changes")).errors).toEqual([]);
        expect((await stack.preview("--expect-no-changes")).output).toContain("unchanged");
      };
      expect((await stack.up()).changes).toEqual({ create: names.length });
      await clean();

      stack.edit(program(({ edited }) => edited));
      const { steps } = await stack.preview();
      expect(steps.map(({ op }) => op)).toEqual(names.map(() => "update"));
      expect(Object.fromEntries(steps.map(({ name, details }) => [name, details]))).toEqual(
        Object.fromEntries(Object.entries(stages).map(([name, { details }]) => [name, details])),
      );
      expect((await stack.up()).changes).toEqual({ update: names.length });
      const { following } = (await stack.state()).resources;
      expect(await account.device(following?.id ?? "")).toMatchObject({
        notificationSettings: { emailNotifications: null, desktopNotifications: true },
      });
      await clean();

      const replaced = names.filter((name) => stages[name]?.replaced);
      stack.edit(program((of) => of.replaced ?? of.edited));
      const up = await stack.up();
      expect(up.errors).toEqual([]);
      for (const name of replaced) {
        const ops = up.steps.filter((step) => step.name === name).map(({ op }) => op);
        expect(ops).toEqual(["create-replacement", "replace", "delete-replaced"]);
      }
      await clean();

      expect((await stack.destroy()).changes).toEqual({ delete: names.length });
      // What was adopted stays, and what only lent a service; the claimed device went when it was replaced.
      expect(await contents(account.control)).toEqual({
        devices: Array.from({ length: 5 }, () => expect.objectContaining({ services: [] }) as unknown),
        webhook: expect.objectContaining({ enabled: false }) as unknown,
      });
    });
  },
  "yaml",
);
