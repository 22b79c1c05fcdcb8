import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, contents } from "../support/contents";
import { yamlStack, type Declared } from "./support/yaml-stack";

const account = useAccount();

interface Life {
  type: Declared["type"];
  /** The properties at first, after an edit, and those that need another thing; made when the account is there. */
  stages: () => Promise<{ first: object; edited: object; details: Record<string, string>; replaced?: object }>;
  /** What `pulumi destroy` leaves. */
  left: { devices: number };
}

const lives: Record<string, Life> = {
  "a claimed device": {
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
    left: { devices: 1 },
  },
  "an adopted device": {
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
    left: { devices: 1 },
  },
  "a service": {
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
    left: { devices: 2 },
  },
  "the webhook": {
    type: "remoteit:Webhook",
    stages: () =>
      Promise.resolve({
        first: { url: "https://example.com/one" },
        edited: { url: "https://example.com/two", enabled: false },
        details: { url: "update", enabled: "update" },
      }),
    left: { devices: 0 },
  },
};

describeWithLanguageHost(
  "up, preview, refresh, edit, replace and destroy of",
  () => {
    test.each(Object.entries(lives))("%s", async (_what, { type, stages, left }) => {
      const { first, edited, details, replaced } = await stages();
      const program = (properties: object) => ({ resources: { it: { type, properties: { ...properties } } } });
      const stack = await yamlStack(program(first), { config: account.config() });
      const clean = async () => {
        expect((await stack.preview("--expect-no-changes")).code).toBe(0);
        expect((await stack.refresh("--expect-no-changes")).errors).toEqual([]);
        expect((await stack.preview("--expect-no-changes")).output).toContain("unchanged");
      };
      expect((await stack.up()).changes).toEqual({ create: 1 });
      await clean();

      stack.edit(program(edited));
      const preview = await stack.preview();
      expect(preview.steps).toEqual([expect.objectContaining({ op: "update", details })]);
      expect((await stack.up()).changes).toEqual({ update: 1 });
      await clean();

      if (replaced) {
        stack.edit(program(replaced));
        const up = await stack.up();
        expect(up.errors).toEqual([]);
        expect(up.steps.map(({ op }) => op)).toEqual(["create-replacement", "replace", "delete-replaced"]);
        await clean();
      }
      expect((await stack.destroy()).changes).toEqual({ delete: 1 });
      expect(await contents(account.control)).toEqual({
        devices: Array.from({ length: left.devices }, () => expect.objectContaining({ services: [] }) as unknown),
        webhook: expect.objectContaining({ enabled: false }) as unknown,
      });
    });
  },
  "yaml",
);
