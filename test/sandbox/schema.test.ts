import { controlOf, startSandbox } from "../../sandbox";
import { playground, query, run, send } from "./support";

const ground = playground();

test("the applications are those of the schema's table", async () => {
  const { applicationTypes } = await run<{ applicationTypes: { id: number; name: string; protocol: string }[] }>(
    ground.control,
    "{ applicationTypes { id name description port protocol proxy scheme } }",
  );
  expect(applicationTypes.map(({ id }) => id)).toEqual([
    1, 4, 5, 7, 8, 28, 34, 35, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 32769, 32770, 32771, 32772,
  ]);
  expect(applicationTypes).toContainEqual(expect.objectContaining({ id: 28, name: "SSH", port: 22, protocol: "TCP" }));
  for (const { id, protocol } of applicationTypes) expect(protocol).toBe(id >= 0x8000 ? "UDP" : "TCP");
});

test("every query of the account that nothing is modelled for is empty", async () => {
  const { login } = await run<{ login: object }>(
    ground.control,
    `{ login {
      networks { id } endpoints { id } sessions { id } tags { name } membership { created } links { url } contacts { id }
      guest { user { id } } files { id } organization { id } jobs { total items { id } } deviceProducts { total items { id } }
      events { total hasMore items { id } } attributes connectedApps { agents { clientId } }
      info { devices { total online offline licensed unlicensed } sessions { inbound outbound } }
    } }`,
  );
  expect(login).toEqual({
    networks: [],
    endpoints: [],
    sessions: [],
    tags: [],
    membership: [],
    links: [],
    contacts: [],
    guest: [],
    files: [],
    organization: null,
    jobs: { total: 0, items: [] },
    deviceProducts: { total: 0, items: [] },
    events: { total: 0, hasMore: false, items: [] },
    attributes: {},
    connectedApps: { agents: [] },
    info: { devices: { total: 0, online: 0, offline: 0, licensed: 0, unlicensed: 0 }, sessions: { inbound: 0, outbound: 0 } },
  });
});

test("a network that there is not is an error: the answer cannot be null", async () => {
  await expect(run(ground.control, '{ login { network(id: "x") { id } } }')).rejects.toThrow("Network x not found.");
});

test("a query and a mutation that are not modelled say so", async () => {
  await expect(run(ground.control, "{ login { eventsUrl } }")).rejects.toThrow("User.eventsUrl is not modelled by the sandbox.");
  await expect(run(ground.control, "{ event { id } }")).rejects.toThrow("Query.event is not modelled by the sandbox.");
  await expect(run(ground.control, 'mutation { deleteDeviceProduct(id: "x") }')).rejects.toThrow(
    "deleteDeviceProduct is not modelled by the sandbox.",
  );
});

test("a wrong field is a GraphQL error under status 200", async () => {
  const { status, text } = await send(ground.sandbox, query("{ login { nonsense } }"));
  expect([status, JSON.parse(text)]).toMatchObject([
    200,
    { errors: [{ message: expect.stringContaining("nonsense") as string }] },
  ]);
});

test("another account is reached by its members only", async () => {
  const { accountId } = await ground.control.account();
  const ask = () => run(ground.control, "query($id: String) { login { account(id: $id) { id } } }", { id: accountId });
  await expect(ask()).rejects.toThrow(/Not authorized: account/);
  await ground.control.member({ accountId, of: ground.sandbox.accountId });
  expect(await ask()).toEqual({ login: { account: { id: accountId } } });
  expect(await run(ground.control, "{ login { account { id } } }")).toEqual({
    login: { account: { id: ground.sandbox.accountId } },
  });
});

describe("without", () => {
  const introspect = `{ __schema { queryType { fields { name } } mutationType { fields { name } } } __type(name: "User") { fields { name } } }`;

  test("mutations and queries are missing from the schema and from its introspection", async () => {
    const sandbox = await startSandbox({ without: ["addService", "applicationTypes", "registrationCommand"] });
    try {
      const control = controlOf(sandbox.control);
      const said = JSON.stringify(await run(control, introspect));
      for (const gone of ["addService", "applicationTypes", "registrationCommand"]) expect(said).not.toContain(`"${gone}"`);
      for (const there of ["updateService", "platformTypes", "registrationCode"]) expect(said).toContain(`"${there}"`);
      await expect(run(control, 'mutation { addService(deviceId: "x") { id } }')).rejects.toThrow(
        'Cannot query field "addService"',
      );
    } finally {
      await sandbox.stop();
    }
  });

  test("a name that the schema does not have is no option", async () => {
    await expect(startSandbox({ without: ["addServices"] })).rejects.toThrow(/no mutation or query addServices/);
  });
});
