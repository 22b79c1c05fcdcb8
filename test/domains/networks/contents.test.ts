import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import type { World } from "../../../sandbox";
import { createContext, resources } from "../../../provider/domains";
import { settingsFor } from "../../client/server";
import { did } from "../../kinds/support";
import { inWorld } from "../../sandbox/support";
import { adapters, adapterStack } from "../../adapters";
import { byHand, networks, partner, plant, services } from "./support";

const account = useAdapterAccount();

/** A network that was made by hand. */
async function made(): Promise<string> {
  await byHand(account.control, 'createNetwork(name: "plant") { id }');
  return (await networks(account.control))[0]?.id ?? "";
}

const connection = (properties: Record<string, unknown>) => ({ it: { type: "NetworkConnection", properties } });
const share = (properties: Record<string, unknown>) => ({ it: { type: "NetworkShare", properties } });

describe.each(adapterNames)("what is in a network, through the adapter %s:", (adapter) => {
  test("a connection goes with its service, and comes back with it", async () => {
    const { control } = account;
    const stack = account.stack(adapter);
    const { deviceId, ids } = await services(control);
    const program = plant(ids[0] ?? "", await partner(control));
    await stack.up(program);
    await byHand(control, `removeService(id: "${ids[0]}")`);
    expect(await stack.refresh()).toMatchObject({ deleted: ["connection"], errors: [] });
    const { errors } = await stack.up(program);
    expect(errors.join()).toContain(`sees no service ${ids[0]}`);
    const service = { type: "Service", properties: { deviceId, name: "ssh", application: "SSH" } };
    const { network, share: guest } = program;
    const again = { type: "NetworkConnection", properties: { networkId: { idOf: "network" }, serviceId: { idOf: "service" } } };
    const whole = { ...(network && { network }), service, again, ...(guest && { share: guest }) };
    expect(await stack.up(whole)).toMatchObject({ created: ["service", "again"], errors: [] });
    await expectClean(stack, whole);
    expect(await stack.destroy()).toMatchObject({ errors: [] });
    expect(await networks(control)).toEqual([]);
  });

  test("a connection to a device, to nothing, or in no network, says which it is", async () => {
    const { control } = account;
    const { deviceId, ids } = await services(control);
    const networkId = await made();
    const none = "80:00:00:00:00:00:00:99";
    const why = async (properties: Record<string, unknown>) =>
      (await account.stack(adapter).up(connection(properties))).errors.join();
    expect(await why({ networkId, serviceId: deviceId })).toMatch(/is the device "pump".* and no service/);
    expect(await why({ networkId, serviceId: none })).toContain(`sees no service ${none}`);
    expect(await why({ networkId: "network-99", serviceId: ids[0] })).toContain("has no network network-99");
    expect((await networks(control))[0]?.connections).toEqual({});
  });

  test("a connection that is there is adopted, and gets the declared name and port alone", async () => {
    const { control } = account;
    const networkId = await made();
    const [serviceId = ""] = (await services(control)).ids;
    await byHand(control, `addNetworkConnection(networkId: "${networkId}", serviceId: "${serviceId}", name: "db", port: 5432)`);
    const stack = account.stack(adapter);
    const program = connection({ networkId, serviceId: serviceId.toLowerCase(), port: 5433 });
    expect(await stack.up(program)).toMatchObject(did("created"));
    expect((await networks(control))[0]?.connections).toEqual({ [serviceId]: { name: "db", port: 5433 } });
    expect(await stack.preview(program)).toMatchObject(did());
    await stack.destroy();
    expect((await networks(control))[0]?.connections).toEqual({ [serviceId]: { name: "db", port: 5433 } });
  });

  test("a name that another hand has set stays when the port alone is declared, and changes", async () => {
    const { control } = account;
    const networkId = await made();
    const [serviceId = ""] = (await services(control)).ids;
    const stack = account.stack(adapter);
    await stack.up(connection({ networkId, serviceId, port: 1 }));
    await byHand(control, `addNetworkConnection(networkId: "${networkId}", serviceId: "${serviceId}", name: "db", port: 1)`);
    expect(await stack.up(connection({ networkId, serviceId, port: 2 }))).toMatchObject(did("updated"));
    expect((await networks(control))[0]?.connections).toEqual({ [serviceId]: { name: "db", port: 2 } });
    expect(await stack.up(connection({ networkId, serviceId }))).toMatchObject(did("updated"));
    expect((await networks(control))[0]?.connections).toEqual({ [serviceId]: { name: "db", port: 2 } });
  });

  test("an address in another case is the same guest, who may leave, which a refresh shows", async () => {
    const { control } = account;
    const email = await partner(control);
    const networkId = await made();
    const stack = account.stack(adapter);
    const program = share({ networkId, email: email.toUpperCase() });
    expect(await stack.up(program)).toMatchObject(did("created"));
    expect((await networks(control))[0]?.guests).toEqual([email]);
    expect(await stack.preview(program)).toMatchObject(did());
    expect(await stack.refresh()).toMatchObject(did());
    expect(await stack.preview(program)).toMatchObject(did());
    expect(await stack.preview(share({ networkId, email }))).toMatchObject({ replaced: [], deleted: [], errors: [] });

    await byHand(control, `removeNetworkShare(networkId: "${networkId}", email: "${email}")`);
    expect(await stack.refresh()).toMatchObject(did("deleted"));
    expect(await stack.up(program)).toMatchObject(did("created"));
    expect(await stack.destroy()).toMatchObject(did("deleted"));
    expect((await networks(control))[0]?.guests).toEqual([]);
  });

  test("a guest and a service are declared once, in whatever case", async () => {
    const { control } = account;
    const email = await partner(control);
    const networkId = await made();
    const [serviceId = ""] = (await services(control)).ids;
    const [upper, lower] = [share({ networkId, email: email.toUpperCase() }).it, share({ networkId, email }).it];
    const why = "already managed by another resource of this program";
    expect((await account.stack(adapter).up({ upper, lower })).errors.join()).toContain(why);
    const [one, other] = [
      connection({ networkId, serviceId }).it,
      connection({ networkId, serviceId: serviceId.toLowerCase() }).it,
    ];
    expect((await account.stack(adapter).up({ one, other })).errors.join()).toContain(why);
  });

  test("nobody is let in who has no account, and a network is its owner's without a share", async () => {
    const { control } = account;
    const networkId = await made();
    const { login } = (await control.change("{ login { email } }")) as { login: { email: string } };
    const why = async (email: string) => (await account.stack(adapter).up(share({ networkId, email }))).errors.join();
    expect(await why("nobody@example.com")).toContain("Check that somebody has a remote.it account under this address");
    expect(await why(login.email.toUpperCase())).toContain("the address of whom network");
    expect(await why("no address")).toContain("must be an e-mail address");
    expect((await networks(control))[0]?.guests).toEqual([]);
  });

  test("what is to be taken in by an id that is none, or is in a network of others, is told what to write", async () => {
    const stack = account.stack(adapter);
    const why = async (type: string, id: string) => (await stack.take("it", type, id)).errors.join();
    expect(await why("NetworkConnection", "80:00:00:00:00:00:00:99")).toContain("Write it as networkId/serviceId");
    expect(await why("NetworkShare", "partner@example.com")).toContain("Write it as networkId/email");
    const { control } = account;
    const { accountId } = await control.account();
    const { login } = (await control.change("{ login { email } }")) as { login: { email: string } };
    await byHand(control, 'createNetwork(name: "theirs") { id }', accountId);
    const [theirs] = await networks(control, accountId);
    await byHand(control, `addNetworkShare(networkId: "${theirs?.id}", email: "${login.email}")`, accountId);
    expect(await why("NetworkShare", `${theirs?.id}/${login.email}`)).toContain("who shares it with this account");
  });

  test("a replacement lets the next one in before it puts the former one out", async () => {
    const { control } = account;
    const [first, second] = [await partner(control), await partner(control, "other@example.com")];
    const networkId = await made();
    const stack = account.stack(adapter);
    await stack.up(share({ networkId, email: first }));
    expect(await stack.up(share({ networkId, email: second }))).toMatchObject({ replaced: ["it"], errors: [] });
    expect((await networks(control))[0]?.guests).toEqual([second]);
  });
});

describe("the name and the port of a connection", () => {
  test.each<[World["connection-clear"], boolean]>([
    ["left-out", true],
    ["null", true],
    ["empty", true],
    ["nothing", false],
  ])("are taken away by an empty text and 0 where connection-clear=%s lets them, else it is said", async (answer, isCleared) => {
    await inWorld({ "connection-clear": answer }, async (sandbox, control) => {
      const { endpoint, accessKeyId, secretAccessKey } = sandbox;
      const stack = adapterStack(adapters.plugin, {
        default: { endpoint, accessKeyId, secretAccessKey, requestsPerSecond: "1000" },
      });
      const [serviceId = ""] = (await services(control)).ids;
      const program = (facts: object) => ({
        network: { type: "Network", properties: { name: "plant" } },
        it: { type: "NetworkConnection", properties: { networkId: { idOf: "network" }, serviceId, ...facts } },
      });
      const held = async () => Object.values((await networks(control))[0]?.connections ?? {});
      await stack.up(program({ name: "db", port: 5432 }));
      const { errors } = await stack.up(program({ name: "db", port: 0 }));
      expect(await held()).toEqual([{ name: "db", port: isCleared ? null : 5432 }]);
      if (!isCleared) {
        expect(errors.join()).toContain("the connection still has its port");
        return;
      }
      expect(errors).toEqual([]);
      await stack.up(program({ name: "", port: 22 }));
      expect(await held()).toEqual([{ name: null, port: 22 }]);
      await expectClean(stack, program({ name: "", port: 22 }));
    });
  });
});

test("200 connections of one network are read by one request, and made with one each and few readings", async () => {
  const { control, sandbox } = account;
  const { ids } = await services(control, 200);
  const networkId = await made();
  const { endpoint, accessKeyId, secretAccessKey } = sandbox;
  const settings = settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 });
  const context = () => createContext(settings, () => undefined);
  const { networkConnection } = resources;
  const making = context();
  const outcomes = await Promise.all(ids.map((serviceId) => networkConnection.create(making, { networkId, serviceId })));
  const made200 = (await control.requests()).byOperation;
  expect(made200["graphql:setNetworkConnection"]).toBe(200);
  expect(made200["graphql:listNetworks"]).toBeLessThanOrEqual(3);
  expect(Object.keys((await networks(control))[0]?.connections ?? {}).sort()).toEqual([...ids].sort());

  const reading = context();
  const states = outcomes.map(({ id, outputs }) => ({ id, state: { networkId, ...outputs } }));
  const seen = await Promise.all(states.map(({ id, state }) => networkConnection.read(reading, id, state)));
  expect(seen.filter((live) => live === undefined)).toEqual([]);
  const after = (await control.requests()).byOperation;
  expect((after["graphql:listNetworks"] ?? 0) - (made200["graphql:listNetworks"] ?? 0)).toBe(1);
});
