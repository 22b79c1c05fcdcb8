import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";
import { yamlStack, type YamlProgram } from "./support/yaml-stack";

const account = useAccount();

const device = (properties: object, options: object = {}): YamlProgram => ({
  resources: { pump: { type: "remoteit:Device", properties: { ...properties }, options: { ...options } } },
});

const service = (deviceId: string, ...names: string[]): YamlProgram => ({
  resources: Object.fromEntries(
    names.map((name) => [name, { type: "remoteit:Service", properties: { deviceId, name, application: "SSH" } }]),
  ),
});

describeWithLanguageHost(
  "what somebody changes by hand",
  () => {
    test("shows in a refresh where it is managed, with its path, and is put right by up", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const stack = await yamlStack(device({ deviceId, name: "pump", tags: ["a"], attributes: { site: { row: 1 } } }), {
        config: account.config(),
      });
      await stack.up();
      const set = `mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: { row: 2 }, other: 1 }) }`;
      await account.byHand(set, { id: deviceId });
      await account.byHand(`mutation($id: String!) { renameService(serviceId: $id, name: "mine") }`, { id: deviceId });

      const refresh = await stack.refresh();
      expect(refresh.errors).toEqual([]);
      const { pump } = (await stack.state()).resources;
      // The state is what is there; the inputs stay those of the program.
      expect(pump?.outputs).toMatchObject({ name: "mine", attributes: { site: { row: 2 } } });
      expect(pump?.inputs).toMatchObject({ name: "pump", attributes: { site: { row: 1 } } });
      const { steps } = await stack.preview();
      expect(steps).toEqual([
        expect.objectContaining({ op: "update", details: { name: "update", "attributes.site.row": "update" } }),
      ]);
      await stack.up();
      expect(await account.device(deviceId)).toMatchObject({ name: "pump", attributes: { site: { row: 1 }, other: 1 } });
    });

    test("stays as it is where ignoreChanges says so, also while something else changes", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const options = { ignoreChanges: ["name", "attributes.site.row"] };
      const declared = (tags: string[]) => device({ deviceId, name: "pump", tags, attributes: { site: { row: 1 } } }, options);
      const stack = await yamlStack(declared(["a"]), { config: account.config() });
      await stack.up();
      await account.byHand(`mutation($id: String!) { renameService(serviceId: $id, name: "mine") }`, { id: deviceId });
      const set = `mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: { row: 2 } }) }`;
      await account.byHand(set, { id: deviceId });
      await stack.refresh();
      expect((await stack.preview("--expect-no-changes")).output).toContain("unchanged");
      stack.edit(declared(["b"]));
      expect((await stack.up()).changes).toEqual({ update: 1 });
      expect(await account.device(deviceId)).toMatchObject({
        name: "mine",
        tags: [{ name: "b" }],
        attributes: { site: { row: 2 } },
      });
      expect((await stack.preview("--expect-no-changes")).code).toBe(0);
    });

    test("a thing that is gone leaves the state in a refresh and is made again", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const stack = await yamlStack(service(deviceId, "ssh"), { config: account.config() });
      await stack.up();
      const [ssh] = await liveServices(account.control);
      await account.byHand(`mutation($id: ID!) { removeService(id: $id) }`, { id: ssh?.id });
      expect((await stack.refresh()).errors).toEqual([]);
      expect((await stack.state()).resources).toEqual({});
      expect((await stack.up()).changes).toEqual({ create: 1 });
    });

    test("a refresh is no declaration: what left the program goes with up --refresh, and all with destroy --refresh", async () => {
      const { deviceId } = await claimedDevice(account.control);
      const stack = await yamlStack(service(deviceId, "ssh", "admin"), { config: account.config() });
      await stack.up();
      stack.edit(service(deviceId, "ssh"));
      await stack.up("--refresh");
      expect((await liveServices(account.control)).map(({ name }) => name)).toEqual(["ssh"]);
      await stack.destroy("--refresh");
      expect(await liveServices(account.control)).toEqual([]);
    });
  },
  "yaml",
);
