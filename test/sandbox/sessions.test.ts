import { claimed, playground, restAnswer, run } from "./support";

const ground = playground();

const ask = (text: string, variables = {}, accountId?: string) => run<never>(ground.control, text, variables, accountId);

async function service(name: string): Promise<string> {
  const id = await claimed(ground.control, { hardwareId: name, name, services: [{ name: "ssh", application: 28 }] });
  const { login } = (await ask("query($id: [String!]!) { login { device(id: $id) { services { id } } } }", { id })) as {
    login: { device: { services: { id: string }[] }[] };
  };
  return login.device[0]?.services[0]?.id ?? "";
}

const connect = async (id: string): Promise<string> =>
  ((await ask("mutation($id: String!) { connect(serviceId: $id) { id } }", { id })) as { connect: { id: string } }).connect.id;

const sessions = async (): Promise<string[]> =>
  ((await ask("{ login { sessions { id } } }")) as { login: { sessions: { id: string }[] } }).login.sessions.map(({ id }) => id);

test("a connection is a session of its device and service until it is closed", async () => {
  const [one, other] = [await service("one"), await service("other")];
  const id = await connect(one);
  await connect(other);
  expect(
    await ask(
      '{ login { devices(sort: "name") { items { name sessions { id } services { sessions { id user { email } target { name device { name } } } } } } } }',
    ),
  ).toMatchObject({
    login: {
      devices: {
        items: [
          {
            name: "one",
            sessions: [{ id }],
            services: [
              { sessions: [{ id, user: { email: "sandbox@example.com" }, target: { name: "ssh", device: { name: "one" } } }] },
            ],
          },
          { name: "other", sessions: [{}], services: [{ sessions: [{}] }] },
        ],
      },
    },
  });
  const close = (args: object) =>
    ask("mutation($service: String, $id: String!) { disconnect(serviceId: $service, connectionId: $id) }", args);
  expect(await close({ service: other, id })).toEqual({ disconnect: false });
  expect(await close({ id })).toEqual({ disconnect: true });
  expect(await close({ id })).toEqual({ disconnect: false });
  expect(await sessions()).toHaveLength(1);
});

test("connections opened, closed and opened again never share an id", async () => {
  const id = await service("one");
  const [first, second] = [await connect(id), await connect(id)];
  await ask("mutation($id: String!) { disconnect(connectionId: $id) }", { id: first });
  const third = await connect(id);
  expect((await sessions()).sort()).toEqual([second, third].sort());
  expect(new Set([first, second, third]).size).toBe(3);
});

test("one that REST opened is a session as well, and each ends after eight hours", async () => {
  const id = await service("one");
  await restAnswer(ground.sandbox, "device/connect", { deviceaddress: id, wait: "true", hostip: "0.0.0.0" });
  expect(await sessions()).toHaveLength(1);
  await ground.control.clock(28_801);
  expect(await sessions()).toEqual([]);
});

test("a member's connection is the owner's inbound session and the member's own outbound one", async () => {
  const { accountId } = await ground.control.account();
  await ground.control.member({ accountId: ground.sandbox.accountId, of: accountId });
  const id = await service("one");
  await ask("mutation($id: String!) { connect(serviceId: $id) { id } }", { id }, accountId);
  const counts = "{ login { info { sessions { inbound outbound } } } }";
  expect(await ask(counts)).toEqual({ login: { info: { sessions: { inbound: 1, outbound: 0 } } } });
  expect(await ask(counts, {}, accountId)).toEqual({ login: { info: { sessions: { inbound: 0, outbound: 1 } } } });
});

test("only a session that is open can be rated", async () => {
  const id = await service("one");
  const rate = (sessionId: string) =>
    ask("mutation($id: String!, $sessionId: String!) { rateConnection(serviceId: $id, sessionId: $sessionId, quality: 3) }", {
      id,
      sessionId,
    });
  expect(await rate(await connect(id))).toEqual({ rateConnection: true });
  expect(await rate("nothing")).toEqual({ rateConnection: false });
});

test("what is offline or switched off cannot be connected to, and the error says inactive", async () => {
  const id = await service("one");
  await ask("mutation($id: ID!) { updateService(id: $id, enabled: false) { id } }", { id });
  await expect(connect(id)).rejects.toThrow("inactive");
});
