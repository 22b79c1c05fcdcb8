import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { yamlStack, type Declared, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

const service = (deviceId: string, name: string): Declared => ({
  type: "remoteit:Service",
  properties: { deviceId, name, application: "SSH" },
});

describeWithLanguageHost(
  "what somebody changes by hand",
  () => {
    test("is put right by up where it is managed, stays where ignoreChanges says so, and is made again where it is gone", async () => {
      const [pump, ignored, { deviceId }] = [await account.owned(), await account.owned(), await claimedDevice(account.control)];
      const declared = (tags: string[]): YamlProgram => ({
        resources: {
          pump: {
            type: "remoteit:Device",
            properties: { deviceId: pump, name: "pump", tags: ["a"], attributes: { site: { row: 1 } } },
          },
          ignored: {
            type: "remoteit:Device",
            properties: { deviceId: ignored, name: "pump-8", tags, attributes: { site: { row: 1 } } },
            options: { ignoreChanges: ["name", "attributes.site.row"] },
          },
          ssh: service(deviceId, "ssh"),
          admin: service(deviceId, "admin"),
        },
      });
      const stack = await yamlStack(declared(["a"]), { config: account.config() });
      await stack.up();
      const set = `mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: { row: 2 }, other: 1 }) }`;
      for (const id of [pump, ignored]) {
        await account.byHand(set, { id });
        await account.byHand(`mutation($id: String!) { renameService(serviceId: $id, name: "mine") }`, { id });
      }
      const ssh = (await liveServices(account.control)).find(({ name }) => name === "ssh");
      await account.byHand(`mutation($id: ID!) { removeService(id: $id) }`, { id: ssh?.id });

      expect((await stack.refresh()).errors).toEqual([]);
      const { resources } = await stack.state();
      expect(Object.keys(resources).sort()).toEqual(["admin", "ignored", "pump"]);
      // The state is what is there; the inputs stay those of the program.
      expect(resources["pump"]?.outputs).toMatchObject({ name: "mine", attributes: { site: { row: 2 } } });
      expect(resources["pump"]?.inputs).toMatchObject({ name: "pump", attributes: { site: { row: 1 } } });
      const { steps } = await stack.preview();
      const details = { name: "update", "attributes.site.row": "update" };
      expect(steps.find(({ name }) => name === "pump")).toMatchObject({ op: "update", details });
      expect(Object.fromEntries(steps.map(({ name, op }) => [name, op]))).toEqual({
        pump: "update",
        ignored: "same",
        ssh: "create",
        admin: "same",
      });

      stack.edit(declared(["b"]));
      expect((await stack.up()).changes).toEqual({ update: 2, create: 1, same: 1 });
      expect(await account.device(pump)).toMatchObject({ name: "pump", attributes: { site: { row: 1 }, other: 1 } });
      expect(await account.device(ignored)).toMatchObject({
        name: "mine",
        tags: [{ name: "b" }],
        attributes: { site: { row: 2 } },
      });
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);

      // A refresh is no declaration: what left the program goes with up --refresh, and all with destroy --refresh.
      const { admin: _left, ...others } = declared(["b"]).resources;
      stack.edit({ resources: others });
      await stack.up("--refresh");
      expect((await liveServices(account.control)).map(({ name }) => name)).toEqual(["ssh"]);
      await stack.destroy("--refresh");
      expect(await liveServices(account.control)).toEqual([]);
    });
  },
  "yaml",
);
