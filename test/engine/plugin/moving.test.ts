import { describeWithLanguageHost, inlineStack, writeFiles } from "../support";
import { useAccount } from "../support/account";
import { contents } from "../support/contents";
import { pluginFolder } from "./support/yaml-stack";

const account = useAccount();

/** The calls that change something. */
async function changes(): Promise<Record<string, number>> {
  const { byOperation } = await account.control.requests();
  const reading = /^graphql:(get|list|whoAmI|offered)/;
  return Object.fromEntries(Object.entries(byOperation).filter(([operation]) => !reading.test(operation)));
}

describeWithLanguageHost(
  "a stack of dynamic resources",
  () => {
    test("goes over to the plugin by an up that touches nothing, goes on as the plugin's, and comes back the same way", async () => {
      const { claimCode, deviceId } = await account.claimable({ online: false });
      const stack = await inlineStack({
        config: account.config(),
        program: ({ remoteit }) => {
          const device = new remoteit.Device("pump", { claimCode, name: "pump", tags: ["a"], attributes: { site: 1 } });
          new remoteit.Service("ssh", { deviceId: device.id, name: "ssh", application: "SSH", port: 22 });
          new remoteit.Webhook("hook", { url: "https://example.com/x" });
        },
      });
      expect((await stack.up()).errors).toEqual([]);
      const before = await contents(account.control);
      const made = await changes();

      // The same stack, run by a program of another language with the same logical names.
      const properties = { claimCode, name: "pump", tags: ["a"], attributes: { site: 1 } };
      const declare = (name: string) => {
        const project = {
          name: "scenario",
          runtime: "yaml",
          plugins: { providers: [{ name: "remoteit", path: pluginFolder() }] },
          resources: {
            pump: { type: "remoteit:Device", properties: { ...properties, name } },
            ssh: { type: "remoteit:Service", properties: { deviceId: "${pump.id}", name: "ssh", application: "SSH", port: 22 } },
            hook: { type: "remoteit:Webhook", properties: { url: "https://example.com/x" } },
          },
        };
        writeFiles(stack.folder, { "Pulumi.yaml": JSON.stringify(project) });
      };
      declare("pump");
      const run = (...args: string[]) => stack.run(...args);
      const up = await run("up", "--yes", "--skip-preview");
      expect({ code: up.code, output: up.code === 0 ? "" : up.stdout }).toEqual({ code: 0, output: "" });
      expect(await changes()).toEqual(made);
      expect(await contents(account.control)).toEqual(before);
      const { resources, text } = await stack.state();
      expect(
        Object.values(resources)
          .map(({ type }) => type)
          .sort(),
      ).toEqual(["remoteit:index:Device", "remoteit:index:Service", "remoteit:index:Webhook"]);
      expect(resources["pump"]).toMatchObject({ id: deviceId, outputs: { origin: "claimed" } });
      expect(text).not.toContain(claimCode);
      expect((await run("preview", "--expect-no-changes")).code).toBe(0);
      expect((await run("refresh", "--yes", "--skip-preview", "--expect-no-changes")).code).toBe(0);
      expect((await stack.state()).text).not.toContain("__provider");

      declare("pump-7");
      expect((await run("up", "--yes", "--skip-preview")).code).toBe(0);
      expect(await account.device(deviceId)).toMatchObject({ name: "pump-7" });

      // And back: the classes find the plugin's resources in the state.
      const onPlugin = await contents(account.control);
      const madeByPlugin = await changes();
      writeFiles(stack.folder, { "Pulumi.yaml": JSON.stringify({ name: "scenario", runtime: "nodejs" }) });
      stack.edit(({ remoteit }) => {
        const device = new remoteit.Device("pump", { name: "pump-7", tags: ["a"], attributes: { site: 1 } });
        new remoteit.Service("ssh", { deviceId: device.id, name: "ssh", application: "SSH", port: 22 });
        new remoteit.Webhook("hook", { url: "https://example.com/x" });
      });
      const back = await stack.up();
      expect({ errors: back.errors, changes: back.changes }).toEqual({ errors: [], changes: { update: 3 } });
      expect(await changes()).toEqual(madeByPlugin);
      expect(await contents(account.control)).toEqual(onPlugin);
      const returned = await stack.state();
      expect(
        Object.values(returned.resources)
          .map(({ type }) => type)
          .sort(),
      ).toEqual(["Device", "Service", "Webhook"].map((type) => `pulumi-nodejs:dynamic/remoteit:${type}`));
      expect(returned.resources["pump"]).toMatchObject({ id: deviceId, outputs: { origin: "claimed" } });
      expect((await stack.refresh("--expect-no-changes")).code).toBe(0);
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
      expect((await stack.destroy()).errors).toEqual([]);
      expect((await contents(account.control)).devices).toEqual([]);
    });
  },
  "yaml",
);
