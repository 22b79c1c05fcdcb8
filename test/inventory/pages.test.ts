import { createClient } from "../../provider/client";
import { createPageSize } from "../../provider/inventory/page-size";
import { type DeviceFilter, devicePages, type Page } from "../../provider/inventory/pages";
import { json, type Server, settingsFor, startServer } from "../client/server";

const about = { what: "Reading the account" };
let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const device = (id: string) => ({ id, owner: { id: "A" }, attributes: {}, services: [], tags: [] });
const tags = [{ name: "site", color: 1 }];

interface Listed {
  total: number;
  hasMore: boolean;
  last: string | null;
  items: object[];
}

/** The pages of an account that answers so, with what was asked and what was logged. */
async function read(answers: (request: number) => Listed, email: string | null = "a@example.com", filter: DeviceFilter = {}) {
  const logged: string[] = [];
  server.answer = (request, response) =>
    json({ data: { login: { account: { id: "A", email, tags, devices: answers(server.received.length) } } } })(request, response);
  const client = createClient(settingsFor(server.url), (level, text) => logged.push(`${level}: ${text}`));
  const pages: Page[] = [];
  for await (const page of devicePages(client, createPageSize(), filter, about)) pages.push(page);
  const asked = server.received.map(({ body }) => (JSON.parse(body) as { variables: object }).variables);
  return { pages, asked, logged };
}

test("each page tells whose account it is and its devices, the first one the account's tags as well", async () => {
  const { pages, asked, logged } = await read(
    (request) =>
      request === 1
        ? { total: 2, hasMore: true, last: "80:01", items: [device("80:01")] }
        : { total: 2, hasMore: false, last: "80:02", items: [device("80:02")] },
    "a@example.com",
    { name: "pump" },
  );
  const account = { accountId: "A", email: "a@example.com", total: 2 };
  expect(pages).toMatchObject([
    { ...account, tags, devices: [{ id: "80:01" }] },
    { ...account, devices: [{ id: "80:02" }] },
  ]);
  expect(pages.map((page) => "tags" in page)).toEqual([true, false]);
  expect(asked).toEqual([
    { name: "pump", size: 1000 },
    { name: "pump", size: 1000, after: "80:01" },
  ]);
  expect(logged).toEqual([]);
});

test("an account whose user was deleted has no address", async () => {
  const { pages } = await read(() => ({ total: 0, hasMore: false, last: null, items: [] }), null);
  expect(pages).toEqual([{ accountId: "A", total: 0, devices: [], tags }]);
});

test("that devices are missing is said while the list is read again, and warned of in the end", async () => {
  const { pages, logged } = await read(() => ({ total: 3, hasMore: false, last: null, items: [device("80:01")] }));
  expect(pages.flatMap(({ devices }) => devices.map(({ id }) => id))).toEqual(["80:01"]);
  const again = "info: Reading the account: 1 of 3 devices were found; the list is read again, since it changed meanwhile.";
  expect(logged).toEqual([
    again,
    again,
    "warning: Reading the account: 1 of 3 devices were found, however often the list was read: the others may be hidden from this access key.",
  ]);
});

test("a reader that compares some properties is sent those alone, and the others are empty", async () => {
  server.answer = json({
    data: {
      login: {
        account: {
          id: "A",
          email: null,
          tags,
          devices: {
            total: 1,
            hasMore: false,
            last: null,
            items: [{ id: "80:01", owner: { id: "A" }, attributes: { site: "a" }, services: [{ id: "80:02" }] }],
          },
        },
      },
    },
  });
  const client = createClient(settingsFor(server.url), () => undefined);
  const compared = new Set(["attributes", "name"]);
  for await (const { devices } of devicePages(client, createPageSize(), {}, about, compared))
    expect(devices).toMatchObject([
      {
        owner: { id: "A", email: null },
        hardwareId: null,
        attributes: { site: "a" },
        tags: [],
        created: null,
        notificationSettings: {},
        services: [{ created: null, host: null, port: null }],
      },
    ]);
  const [{ body } = { body: "" }] = server.received;
  expect((JSON.parse(body) as { variables: object }).variables).toEqual({
    size: 1000,
    access: false,
    serviceAttributes: false,
    tags: false,
    attributes: true,
    notificationSettings: false,
    reach: false,
    facts: false,
  });
});

test("where services are reached is asked for as soon as one property of it is compared", async () => {
  const line = { data: { login: { account: { id: "A", email: null, tags, devices: { total: 0, items: [] } } } } };
  server.answer = json(line);
  const client = createClient(settingsFor(server.url), () => undefined);
  for (const property of ["host", "port", "enabled"]) {
    for await (const { devices } of devicePages(client, createPageSize(), {}, about, new Set([property])))
      expect(devices).toEqual([]);
  }
  for (const { body } of server.received)
    expect((JSON.parse(body) as { variables: object }).variables).toMatchObject({ reach: true, facts: false });
});
