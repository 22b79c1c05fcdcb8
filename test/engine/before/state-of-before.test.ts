import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describeWithLanguageHost, type StateFile, writeFiles } from "../support";
import { keysOf, useAccount } from "../support/account";
import { contents } from "../support/contents";
import { adapters, type Declaration } from "../parity/adapters";

jest.setTimeout(180_000);

const account = useAccount();

/** The account as it was when the states beside this file were recorded, and what stood in place of its ids and keys. */
async function theAccount(): Promise<{ declaration: Declaration; places: Record<string, string> }> {
  const { control, sandbox } = account;
  const claimed = await account.owned({ hardwareId: "hw-claimed", name: "claimed", online: false });
  const adopted = await account.owned({
    hardwareId: "hw-adopted",
    name: "adopted",
    services: [{ name: "web", application: 7, port: 80 }],
  });
  const awaited = await account.owned({ hardwareId: "hw-awaited", name: "fresh", online: false });
  const provisioned = await account.owned({ hardwareId: "hw-provisioned", name: "provisioned", online: false });
  const add =
    "mutation($id: String!, $name: String, $type: Int, $port: Int, $host: String, $on: Boolean) { addService(deviceId: $id, name: $name, application: $type, port: $port, host: $host, enabled: $on) { id } }";
  const added = async (variables: object) =>
    ((await control.change(add, { ...variables })) as { addService: { id: string } }).addService.id;
  const ssh = await added({ id: claimed, name: "ssh", type: 28, port: 2222, host: "10.0.0.2", on: false });
  const rest = await added({ id: provisioned, name: "rest", type: 4 });
  await control.change('mutation($id: String!) { addTag(serviceId: [$id], name: ["a", "B"]) }', { id: claimed });
  const attributes = { $remoteit: { color: 3 }, site: { floor: 2 } };
  await control.change("mutation($id: String!, $a: Object!) { setAttributes(serviceId: $id, attributes: $a) }", {
    id: claimed,
    a: attributes,
  });
  await control.change("mutation($id: String!) { setNotificationSettings(serviceId: $id, emailNotifications: false) }", {
    id: claimed,
  });
  await control.change(
    'mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/hook") }',
  );
  const { projectKey, projectSecret } = sandbox;
  const provision = { projectKey, projectSecret };
  const web = (await contents(control)).devices.flatMap(({ services }) => services).find(({ name }) => name === "web")?.id ?? "";
  const claimCode = "ABCD1234";
  return {
    places: {
      ...{ claimed, adopted, awaited, provisioned, ssh, web, rest, claimCode },
      endpoint: sandbox.endpoint,
      accessKeyId: sandbox.accessKeyId,
      secretAccessKey: sandbox.secretAccessKey,
      developerKey: sandbox.developerKey,
      accountId: sandbox.accountId,
    },
    declaration: {
      claimed: {
        type: "Device",
        properties: {
          ...{ claimCode, hardwareId: "hw-claimed", name: "claimed", tags: ["a", "B"], attributes },
          notificationSettings: { emailNotifications: false },
        },
      },
      adopted: { type: "Device", properties: { deviceId: adopted, name: "adopted", deleteOnDestroy: false } },
      awaited: { type: "Device", properties: { hardwareId: "hw-awaited", waitSeconds: 1, tags: [] } },
      provisioned: { type: "Device", properties: { provision, hardwareId: "hw-provisioned", name: "provisioned" } },
      ssh: {
        type: "Service",
        properties: {
          deviceId: { idOf: "claimed" },
          name: "ssh",
          application: "SSH",
          port: 2222,
          host: "10.0.0.2",
          enabled: false,
        },
      },
      web: { type: "Service", properties: { deviceId: { idOf: "adopted" }, name: "web", application: 7, port: 80 } },
      rest: { type: "Service", properties: { deviceId: { idOf: "provisioned" }, name: "rest", application: "VNC", provision } },
      hook: { type: "Webhook", properties: { url: "https://example.com/hook" } },
    },
  };
}

/** What a refresh could have changed. */
const outputsIn = ({ resources }: StateFile) =>
  Object.fromEntries(Object.entries(resources).map(([name, { id, outputs }]) => [name, { id, outputs }]));

describeWithLanguageHost(
  "state that was made before resources left marks and kept origins",
  () => {
    test.each(["dynamic", "plugin"] as const)(
      "of the %s resources refreshes, previews clean, updates and destroys",
      async (adapter) => {
        const { declaration, places } = await theAccount();
        const { developerKey } = account.sandbox;
        const config = account.config({ ...keysOf(account.sandbox), "remoteit:developerKey": { secret: developerKey } });
        const stack = await adapters[adapter](declaration, config);
        const recorded = readFileSync(join(__dirname, `${adapter}.json`), "utf8");
        const state = Object.entries(places).reduce((text, [name, value]) => text.replaceAll(`{{${name}}}`, value), recorded);
        writeFiles(stack.folder, { "before.json": state });
        const imported = await stack.run("stack", "import", "--file", "before.json");
        expect({ code: imported.code, output: imported.code === 0 ? "" : imported.stderr }).toEqual({ code: 0, output: "" });

        const before = await stack.state({ showSecrets: true });
        const refreshed = await stack.up("--refresh", "--expect-no-changes");
        expect({ code: refreshed.code, changes: refreshed.changes }).toEqual({ code: 0, changes: { refresh: 8, same: 8 } });
        expect(outputsIn(await stack.state({ showSecrets: true }))).toEqual(outputsIn(before));
        stack.declare({
          ...declaration,
          adopted: { type: "Device", properties: { deviceId: places["adopted"], name: "renamed", deleteOnDestroy: false } },
        });
        const up = await stack.up();
        expect({ code: up.code, changes: up.changes }).toEqual({ code: 0, changes: { update: 1, same: 7 } });
        expect(await account.device(places["adopted"] ?? "")).toMatchObject({ name: "renamed" });
        expect((await stack.destroy()).errors).toEqual([]);
        const left = await contents(account.control);
        expect(left.devices.map(({ name, services }) => ({ name, services: services.length }))).toEqual([
          { name: "renamed", services: 0 },
        ]);
        expect(left.webhook.url).toBeNull();
      },
    );
  },
  "yaml",
);
