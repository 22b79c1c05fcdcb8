import { findDrift, readStack } from "../../../drift";
import { deviceCollection, serviceCollection } from "../../../provider/inventory";
import { call, functions } from "../../../provider/domains/functions";
import { getAccess } from "../../../provider/domains/account/access";
import { createContext, createReadOnlyContext, resources, type Context } from "../../../provider/domains";
import { AuthenticationError, GraphqlError, RemoteitError, WrongAccountError } from "../../../provider/core/errors";
import { json, type Server, settingsFor, startServer } from "../../client/server";
import { exported, recordOf } from "../../drift/state";

// `login`, `account`, `device` and `service` are nullable (api/schema.graphql): none of them is ever an empty account.

const ID = "80:00:00:00:00:00:00:01";
let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

/** Whatever is asked gets this answer. */
const answering = (login: unknown) => {
  server.answer = json({ data: { login } });
};
const contextTo = (accountId?: string) =>
  createContext(settingsFor(server.url, { signature: "auto", ...(accountId && { accountId }) }), () => undefined);

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const gathered: T[] = [];
  for await (const item of items) gathered.push(item);
  return gathered;
}

const about = { what: "Ask" };
const stack = readStack(exported([recordOf("Device", ID, {}, { accountId: "me" })]), "dev");

/** Everything that asks the account. */
const questions: Record<string, (context: Context) => Promise<unknown>> = {
  "whose account it is": ({ client }) => client.account(),
  "a device by its id": ({ inventory }) => inventory.of(deviceCollection).read(ID, about),
  "a service by its id": ({ inventory }) => inventory.of(serviceCollection).read(ID, about),
  "pages of devices": ({ inventory }) => all(inventory.pages({}, about)),
  "the ids of all devices": ({ inventory }) => inventory.deviceIds(about),
  getAccount: (context) => call(functions.getAccount, context, {}),
  getDevice: (context) => call(functions.getDevice, context, { id: ID }),
  getDevices: (context) => call(functions.getDevices, context, {}),
  getService: (context) => call(functions.getService, context, { id: ID }),
  getServices: (context) => call(functions.getServices, context, { deviceId: ID }),
  getEvents: (context) => call(functions.getEvents, context, { from: "2026-01-31" }),
  getRegistrationCommand: (context) => call(functions.getRegistrationCommand, context, {}),
  "what the key may do": (context) => getAccess(context),
  "a device of a program": (context) => resources.device.read(context, ID, {}),
  "a service of a program": (context) => resources.service.read(context, ID, {}),
  "all devices": (context) => all(resources.device.list(context)),
  "all services": (context) => all(resources.service.list(context)),
  "the deletion of a device": (context) => resources.device.delete(context, ID, { accountId: "me", deleteOnDestroy: true }),
  "the deletion of a service": (context) => resources.service.delete(context, ID, { accountId: "me" }),
  "the adoption of a device": (context) => resources.device.create(context, { deviceId: ID }),
  "a service to make": (context) => resources.service.create(context, { deviceId: ID, name: "ssh", application: 28 }),
  drift: ({ client }) =>
    findDrift(
      createReadOnlyContext(client.settings, () => undefined),
      [stack],
    ),
};

/** What asks the account of the key's own user alone. */
const own: Record<string, (context: Context) => Promise<unknown>> = {
  "the webhook of a program": (context) => resources.webhook.read(context, "me", {}),
  "all webhooks": (context) => all(resources.webhook.list(context)),
  "a webhook to make": (context) => resources.webhook.create(context, { url: "https://example.com/hook" } as never),
  "the deletion of a webhook": (context) =>
    resources.webhook.delete(context, "me", { accountId: "me", url: "https://example.com/hook" }),
};

const thrown = async (promise: Promise<unknown>): Promise<RemoteitError> => {
  const error: unknown = await promise.then(
    (value) => `it was answered with ${JSON.stringify(value)}`,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(RemoteitError);
  return error as RemoteitError;
};

describe.each([
  ["null", { login: null }],
  ["absent", {}],
])("where login is %s", (_what, data) => {
  test.each(Object.entries({ ...questions, ...own }))("%s fails with the key and where it came from", async (_name, ask) => {
    server.answer = json({ data });
    const error = await thrown(ask(contextTo()));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error.message).toContain("access key KEY7");
    expect(error.message).toContain("environment");
  });
});

describe.each([
  ["null", { id: "me", account: null }],
  ["absent", { id: "me" }],
])("where account is %s", (_what, login) => {
  test.each(Object.entries(questions))("%s fails with the account that was asked for", async (_name, ask) => {
    answering(login);
    const error = await thrown(ask(contextTo("org-7")));
    expect(error).toBeInstanceOf(WrongAccountError);
    expect(error.message).toContain("account org-7");
    expect(error.remedy).toContain("remoteit:accountId");
  });

  test("the key's own is told by the key", async () => {
    answering(login);
    const error = await thrown(contextTo().client.account());
    expect(error.message).toContain("without the account of access key KEY7");
  });
});

describe.each([
  ["null", { device: null, service: null }],
  ["absent", {}],
])("where the list is %s", (_what, lists) => {
  const account = { id: "me", email: null, tags: [], ...lists, devices: { total: 1, items: [], hasMore: false, last: null } };

  test.each([
    "a device by its id",
    "a service by its id",
    "getDevice",
    "getService",
    "getServices",
    "a device of a program",
    "a service of a program",
    "the deletion of a device",
    "the deletion of a service",
    "the adoption of a device",
    "a service to make",
  ])("%s fails with the id, which may be there all the same", async (name) => {
    answering({ id: "me", email: null, account });
    const error = await thrown(questions[name]?.(contextTo()) ?? Promise.resolve());
    expect(error).toBeInstanceOf(GraphqlError);
    expect(error.message).toContain(ID);
  });

  test("drift says of what it did not hear of that it is not checked, never as missing", async () => {
    answering({ id: "me", email: null, attributes: {}, account });
    const { findings } = await findDrift(
      createReadOnlyContext(settingsFor(server.url), () => undefined),
      [stack],
    );
    expect(findings.map(({ status, id }) => [status, id])).toEqual([["not-checked", ID]]);
  });
});
