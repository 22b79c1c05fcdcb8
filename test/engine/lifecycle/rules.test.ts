import { adapters, type Declaration, type NeutralStack } from "../parity/adapters";
import { describeWithLanguageHost } from "../support";
import { useAccount } from "../support/account";
import { claimedDevice, liveServices } from "../support/contents";

jest.setTimeout(180_000);

const account = useAccount();

const ssh = (deviceId: string, more: object = {}) => ({ deviceId, name: "ssh", application: "SSH", port: 22, ...more });
const service = (properties: object): Declaration[string] => ({ type: "Service", properties: { ...properties } });

const change = (query: string, variables: object) => account.control.change(query, { ...variables });
const attributes = "mutation($id: String!, $set: Object!) { setAttributes(serviceId: $id, attributes: $set) }";
const tag = 'mutation($id: String!) { addTag(serviceId: [$id], name: ["theirs"]) }';
const rename = 'mutation($id: String!) { renameService(serviceId: $id, name: "theirs") }';
const remove = "mutation($id: String!) { deleteDevice(deviceId: $id) }";

async function succeeds(run: ReturnType<NeutralStack["up"]>) {
  const outcome = await run;
  expect({ code: outcome.code, errors: outcome.errors }).toEqual({ code: 0, errors: [] });
  return outcome;
}

describeWithLanguageHost(
  "with the dynamic resources and with the plugin",
  () => {
    describe.each(Object.entries(adapters))("%s:", (name, open) => {
      const other = Object.entries(adapters).find(([one]) => one !== name)?.[1] ?? open;

      test("an update writes what its plan shows of what is there now, and never what the program ignores", async () => {
        const [id, ignored] = [await account.owned(), await account.owned({ name: "first" })];
        const declared = (port: number, tags: string[], called: string): Declaration => ({
          pump: { type: "Device", properties: { deviceId: id, tags, attributes: { site: "north", net: { port, vlan: 7 } } } },
          ignored: { type: "Device", properties: { deviceId: ignored, name: called }, ignoreChanges: ["name"] },
        });
        const stack = await open(declared(22, ["a", "b"], "first"), account.config());
        await succeeds(stack.up());
        await change(attributes, { id, set: { site: "south", net: { vlan: 8, theirs: 1 }, theirs: true } });
        await change(tag, { id });
        await change(rename, { id: ignored });
        stack.declare(declared(2222, ["a", "c"], "second"));
        expect((await succeeds(stack.up())).changes).toEqual({ same: 1, update: 1 });
        expect(await account.device(id)).toMatchObject({
          attributes: { site: "south", net: { port: 2222, vlan: 8, theirs: 1 }, theirs: true },
          tags: [{ name: "a" }, { name: "theirs" }, { name: "c" }],
        });
        expect((await account.device(ignored))?.name).toBe("theirs");
      });

      test("of things made, adopted, renamed with --target and held by another stack, a destroy deletes what nobody else has", async () => {
        const { deviceId } = await claimedDevice(account.control, { services: [{ name: "there", application: 28, port: 22 }] });
        const { claimCode } = await account.claimable({ online: false });
        const rest: Declaration = {
          claimed: { type: "Device", properties: { claimCode, name: "shared" } },
          there: service(ssh(deviceId, { name: "there" })),
          lost: service(ssh(deviceId, { name: "lost" })),
        };
        const stack = await open({ ...rest, old: service(ssh(deviceId)) }, account.config());
        await account.control.faults([{ kind: "lost-answer", match: { operation: "addService" }, times: 1 }]);
        expect((await succeeds(stack.up())).output).toMatch(/there.* is adopted/);

        stack.declare({ ...rest, new: service(ssh(deviceId)) });
        await succeeds(stack.up("--target", stack.urn("Service", "new")));
        await succeeds(stack.up("--target", stack.urn("Service", "old")));
        expect((await liveServices(account.control)).map((one) => one.name).sort()).toEqual(["lost", "ssh", "there"]);

        const { claimed } = (await stack.state()).resources;
        const another = await other({ same: { type: "Device", properties: { deviceId: claimed?.id } } }, account.config());
        await succeeds(another.up());
        const destroy = await succeeds(stack.destroy());
        expect(destroy.output).toMatch(/shared.* stays in the account: it bears the mark of another resource/);
        // What was made and its answer was lost goes; what was there, and what a targeted run could not know of, stays.
        expect((await liveServices(account.control)).map((one) => one.name).sort()).toEqual(["ssh", "there"]);
        await succeeds(another.destroy());
        expect(await account.device(claimed?.id ?? "")).toMatchObject({ name: "shared" });
      });

      test("what others write into the account reaches neither the terminal nor the engine as more than text", async () => {
        const id = await account.owned();
        const declared = { deviceId: id, name: "pump", attributes: { site: "north" } };
        const stack = await open({ pump: { type: "Device", properties: declared } }, account.config());
        await succeeds(stack.up());
        const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "theirs" };
        await change(attributes, { id, set: { site: secret } });
        await change("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", {
          id,
          name: "\u001b[31mred\u202e04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        });
        const up = await succeeds(stack.up("--refresh"));
        expect(up.changes).toEqual({ refresh: 1, update: 1 });
        for (const character of ["\u001b", "\u202e"]) expect(up.output).not.toContain(character);
        expect(await account.device(id)).toMatchObject({ name: "pump", attributes: { site: "north" } });
      });

      test("a delete that is answered with an error while the device is there fails, whatever the error says, and a device that is gone is deleted", async () => {
        const { claimCode, deviceId } = await account.claimable({ online: false });
        const declared: Declaration = { pump: { type: "Device", properties: { claimCode } } };
        const stack = await open(declared, account.config());
        await succeeds(stack.up());
        const refusal = { kind: "graphql-error", message: "Device not found", times: 1 } as const;
        await account.control.faults([{ ...refusal, match: { operation: "deleteDevice" } }]);
        const destroy = await stack.destroy();
        expect(destroy.code).not.toBe(0);
        expect(destroy.errors.join()).toContain("Device not found");
        expect((await stack.state()).resources["pump"]?.id).toBe(deviceId);
        expect(await account.device(deviceId)).toBeDefined();
        await change(remove, { id: deviceId });
        await succeeds(stack.destroy());
      });
    });
  },
  "yaml",
);
