import { NotFoundError } from "../../../provider/core/errors";
import { createContext } from "../../../provider/domains";
import { call, functions, type Reading } from "../../../provider/domains/functions";
import { type Control, controlOf, type Sandbox, startSandbox } from "../../../sandbox";
import { settingsFor } from "../../client/server";
import { claimed } from "../../sandbox/support";

let sandbox: Sandbox;
let control: Control;
beforeAll(async () => {
  sandbox = await startSandbox();
  control = controlOf(sandbox.control);
});
beforeEach(() => control.reset());
afterAll(() => sandbox.stop());

const contextOf = ({ endpoint, accessKeyId, secretAccessKey }: Sandbox) =>
  createContext(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }), () => undefined);

const ask = (name: keyof typeof functions, args = {}): Promise<unknown> =>
  call(functions[name] as unknown as Reading, contextOf(sandbox), args);

const device = (name: string) =>
  claimed(control, { hardwareId: `hw-${name}`, name, services: [{ name: "ssh", application: 28, port: 22 }] });

test("getGuests and getContacts tell with whom what is shared", async () => {
  expect([await ask("getGuests"), await ask("getContacts")]).toEqual([{ guests: [] }, { contacts: [] }]);
  const id = await device("pump");
  const partner = await control.account("partner@example.com");
  await control.share({ deviceId: id, accountId: partner.accountId });
  const user = { id: partner.accountId, email: "partner@example.com" };
  expect(await ask("getGuests")).toEqual({ guests: [{ ...user, devices: [{ id, name: "pump" }], networks: [] }] });
  expect(await ask("getContacts")).toEqual({ contacts: [user] });
});

test("getLimits tells what the plan allows and what is used, whatever form a limit has", async () => {
  await control.content({
    limits: [
      { name: "org-users", value: 5, actual: 3 },
      { name: "tagging", value: false },
    ],
  });
  await control.content({ limits: [{ name: "support", value: null }] });
  const { limits } = (await ask("getLimits")) as { limits: { name: string }[] };
  expect(limits).toEqual(
    expect.arrayContaining([
      { name: "org-users", value: 5, actual: 3 },
      { name: "tagging", value: false },
      { name: "log-limit", value: "P1Y" },
      { name: "support" },
    ]),
  );
});

test("getSessions tells who is connected, in the account or to one device", async () => {
  const [id, other] = [await device("pump"), await device("gate")];
  const { login } = (await control.change("query($id: [String!]!) { login { device(id: $id) { services { id } } } }", {
    id: [id],
  })) as {
    login: { device: { services: { id: string }[] }[] };
  };
  const serviceId = login.device[0]?.services[0]?.id;
  const connect = 'mutation($serviceId: String!) { connect(serviceId: $serviceId, hostIP: "255.255.255.255") { id } }';
  await control.change(connect, { serviceId });
  const sessions = [expect.objectContaining({ deviceId: id, serviceId, serviceName: "ssh", proxy: true, source: "UNKNOWN" })];
  expect(await ask("getSessions")).toEqual({ sessions });
  expect(await ask("getSessions", { deviceId: id })).toEqual({ sessions });
  expect(await ask("getSessions", { deviceId: other })).toEqual({ sessions: [] });
  await expect(ask("getSessions", { deviceId: "80:00:00:00:00:99:99:99" })).rejects.toBeInstanceOf(NotFoundError);
});

test("getPlatformTypes tells the numbers of platforms", async () => {
  const { platformTypes } = (await ask("getPlatformTypes")) as { platformTypes: unknown[] };
  expect(platformTypes).toContainEqual({ id: 1200, name: "Raspberry Pi", visible: true });
});
