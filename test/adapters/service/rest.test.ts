import type { Declaration } from "../index";
import { adapterNames, expectClean, useAdapterAccount, type AdapterAccount } from "../account";
import { claimedDevice, liveServices } from "../../engine/support/contents";

const provision = { projectKey: "SANDBOX-PROJECT", projectSecret: "sandbox/project+secret" };

const service = (deviceId: string, args: object = {}): Declaration => ({
  ssh: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", provision, ...args } },
});

async function requests({ control }: AdapterAccount) {
  return (await control.requests()).byOperation;
}

async function restCalls(account: AdapterAccount) {
  return Object.keys(await requests(account)).filter((name) => name.startsWith("rest:"));
}

describe("a service on a device that is not configurable", () => {
  const account = useAdapterAccount();
  let deviceId: string;
  beforeEach(async () => {
    ({ deviceId } = await claimedDevice(account.control, { configurable: false }));
  });

  describe.each(adapterNames)("through the %s adapter", (adapter) => {
    test.each([
      ["port", { port: 2222 }],
      ["host", { host: "10.0.0.5" }],
      ["enabled", { enabled: false }],
      ["host, port, enabled", { enabled: true, port: 22, host: "127.0.0.1" }],
    ])("cannot have %s, and is told so before anything is made", async (names, args) => {
      const { errors } = await account.stack(adapter).up(service(deviceId, args));
      expect(errors[0]).toContain(
        `The device is not configurable, so GraphQL adds no services to it. REST gives a service a type and a name only, not ${names}.`,
      );
      expect(errors[0]).toMatch(/Add the service on the device itself, or update its agent .* For REST, leave out/);
      expect(await restCalls(account)).toEqual([]);
    });

    test("needs a bulk project, which the error asks for", async () => {
      const { errors } = await account.stack(adapter).up({
        ssh: { type: "Service", properties: { deviceId, name: "ssh", application: "SSH" } },
      });
      expect(errors[0]).toContain("REST needs a bulk project for it.");
      expect(errors[0]).toContain("give the service provision: projectKey and projectSecret of a bulk project");
    });

    test("needs a developer key, and the error says where it is to be had", async () => {
      const { errors } = await account.stack(adapter, { developerKey: undefined }).up(service(deviceId));
      expect(errors[0]).toContain("pulumi config set --secret remoteit:developerKey KEY");
      expect(await restCalls(account)).toEqual([]);
    });
  });
});

describe("where the endpoint has no mutations for services", () => {
  const account = useAdapterAccount({ without: ["addService", "updateService", "renameService", "removeService"] });
  let deviceId: string;
  beforeEach(async () => {
    ({ deviceId } = await claimedDevice(account.control));
  });

  describe.each(adapterNames)("through the %s adapter", (adapter) => {
    test("a service is made, renamed and removed through REST", async () => {
      const stack = account.stack(adapter);
      expect((await stack.up(service(deviceId))).created).toEqual(["ssh"]);
      expect((await stack.up(service(deviceId, { name: "shell" }))).updated).toEqual(["ssh"]);
      expect((await liveServices(account.control))[0]).toMatchObject({ name: "shell" });
      await expectClean(stack, service(deviceId, { name: "shell" }));
      expect((await stack.destroy()).errors).toEqual([]);
      expect(await liveServices(account.control)).toEqual([]);
      expect(await requests(account)).toMatchObject({
        "rest:device/register": 1,
        "rest:device/name": 1,
        "rest:device/delete": 1,
      });
    });

    test("a changed application is refused with the reason", async () => {
      const stack = account.stack(adapter);
      await stack.up(service(deviceId));
      const { errors } = await stack.up(service(deviceId, { application: "VNC" }));
      expect(errors[0]).toContain("GraphQL of this endpoint changes no services, and REST cannot change application.");
      expect((await liveServices(account.control))[0]).toMatchObject({ application: 28 });
    });
  });
});
