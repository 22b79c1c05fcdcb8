import { RestError, UnsupportedOperation } from "../../../provider/core/errors";
import { redact } from "../../../provider/core/secrets";
import { createContext, resources, type Context } from "../../../provider/domains";
import { registerByRest } from "../../../provider/domains/devices/register-rest";
import { json, type Server, settingsFor, startServer } from "../../client/server";
import { summary } from "../../faults/summary";
import { useGround } from "../../faults/support";

const about = { what: "Creating device", subject: '"kiosk"' };
const ID = "80:00:00:00:00:00:00:07";

describe("what is sent", () => {
  let server: Server;
  const said: string[] = [];
  beforeEach(async () => {
    said.length = 0;
    server = await startServer();
  });
  afterEach(() => server.stop());

  const context = (): Context => createContext(settingsFor(server.url), (_level, message) => said.push(message));
  const answering =
    (registered: object): Server["answer"] =>
    (request, response) =>
      json({ status: "true", deviceaddress: ID, ...(request.url.endsWith("device/register") && registered) })(request, response);
  const provision = { projectKey: "project-key", projectSecret: "project-secret" };
  const sent = () => server.received.map(({ url, body }) => [url.replace("/apv/v27/", ""), body && (JSON.parse(body) as object)]);

  test("a device: address, type and registration, with skipsecret as public clients send it", async () => {
    server.answer = answering({ secret: "AA:BB" });
    await registerByRest(context(), { provision, name: "kiosk", hardwareId: "hw-1" }, about);
    const device = { deviceaddress: ID, devicetype: "00:23:00:00:00:01:00:00:04:60:00:28" };
    expect(sent()).toEqual([
      ["device/address/project-key/project-secret", ""],
      ["device/create", device],
      ["device/register", { ...device, devicealias: "kiosk", hardwareid: "hw-1", skipsecret: "true", skipemail: "false" }],
    ]);
  });

  test("a service: no mail either", async () => {
    server.answer = answering({ secret: "AA:BB" });
    const wanted = {
      provision: { ...provision, platform: 1200, manufacturer: 258 },
      name: "ssh",
      hardwareId: "hw-1",
      application: 28,
    };
    expect(await registerByRest(context(), wanted, about)).toEqual({ id: ID });
    const devicetype = "00:1C:01:02:00:01:00:00:04:B0:00:00";
    expect(sent()[2]).toMatchObject(["device/register", { devicetype, skipsecret: "true", skipemail: "true" }]);
    expect(said).toEqual([]);
  });

  test.each([
    ["beside the device", (secret: string) => ({ secret })],
    ["inside it", (secret: string) => ({ device: { secret } })],
    ["at both places", (secret: string) => ({ secret, device: { secret } })],
  ])("the secret loses its colons, wherever it stands (%s), and is in no message in either form", async (_where, secretAt) => {
    const hex = Array.from({ length: 20 }, () =>
      Math.floor(Math.random() * 256)
        .toString(16)
        .padStart(2, "0"),
    );
    server.answer = answering(secretAt(hex.join(":")));
    const { secret } = await registerByRest(context(), { provision, name: "kiosk", hardwareId: "hw-1" }, about);
    expect(secret).toBe(hex.join(""));
    expect(redact(`${hex.join(":")} and ${hex.join("")}`)).toBe("[secret] and [secret]");
  });

  test.each([{}, { secret: "" }, { device: "made" }, { device: null }])(
    "an answer without a secret (%j) is told, and the device is managed",
    async (registered) => {
      server.answer = answering(registered);
      expect(await registerByRest(context(), { provision, name: "kiosk", hardwareId: "hw-1" }, about)).toEqual({ id: ID });
      expect(said).toEqual([`Device "kiosk": it was made as ${ID}, but remote.it told no secret of it.`]);
    },
  );
});

describe("where public material leaves it open", () => {
  const ground = useGround({ world: { "rest-secret": "plain", "rest-errors": "error", "platform-zero": "refused" } });
  const device = (more: object = {}) => {
    const { projectKey, projectSecret } = ground.sandbox;
    return { provision: { projectKey, projectSecret, ...more }, hardwareId: "hw-kiosk", name: "kiosk" };
  };

  test("a secret without colons is taken as it is", async () => {
    const { outputs } = await resources.device.create(ground.run(), device());
    expect(outputs.deviceSecret).toMatch(/^[0-9A-F]{40}$/);
  });

  test("platform left out is the base's, which is taken where 0 is not", async () => {
    await expect(resources.device.create(ground.run(), device({ platform: 0 }))).rejects.toThrow(
      /bad device type\. Leave out provision\.platform/,
    );
    await resources.device.create(ground.run(), device());
    const ask = "{ login { devices { items { platform } } } }";
    expect(await ground.control.change(ask)).toEqual({ login: { devices: { items: [{ platform: 1120 }] } } });
  });

  test("a taken name is an error that says so, and nothing is made", async () => {
    await resources.device.create(ground.run(), device());
    const other = { ...device(), hardwareId: "hw-other" };
    const creating = resources.device.create(ground.run(), other);
    await expect(creating).rejects.toBeInstanceOf(RestError);
    await expect(creating).rejects.toThrow(/DuplicateName.*bears this name: choose another/);
    expect((await summary(ground.control)).lines).toEqual(["kiosk []"]);
  });

  test.each(["device/create", "device/register"])(
    "the answer to %s may be lost: the address is the device's own",
    async (operation) => {
      await ground.control.faults([{ kind: "lost-answer", match: { operation }, times: 1 }]);
      const { id } = await resources.device.create(ground.run(), device());
      expect((await summary(ground.control)).ids.Device).toEqual([id]);
    },
  );
});

describe("where the endpoint has no REST", () => {
  const ground = useGround({ world: { rest: "absent" } });

  test.each([
    ["answers that there is nothing", () => ground.sandbox.endpoint, /has no REST device\/address \(HTTP 404\)/],
    ["is GraphQL's alone", () => `${ground.sandbox.endpoint}/graphql/v1`, /is the address of GraphQL alone\. Nothing was sent\./],
  ])("and %s, provisioning says so and what to set, and nothing is made", async (_how, endpoint, why) => {
    const { projectKey, projectSecret } = ground.sandbox;
    const declared = { provision: { projectKey, projectSecret }, hardwareId: "hw-kiosk", name: "kiosk" };
    const creating = resources.device.create(ground.run([], { endpoint: endpoint() }), declared);
    await expect(creating).rejects.toBeInstanceOf(UnsupportedOperation);
    await expect(creating).rejects.toThrow(why);
    await expect(creating).rejects.toThrow("remoteit:restEndpoint");
    expect((await summary(ground.control)).lines).toEqual([]);
  });
});
