import * as grpc from "@grpc/grpc-js";
import type { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as pb from "@pulumi/pulumi/proto/provider_pb";
import { UNKNOWN } from "../../provider/core/unknown";
import { useServed } from "./support/account";
import { configure, settingsOf, struct, type Properties } from "./support/calls";
import { connect } from "./support/connection";

const served = useServed({ devices: 2500, services: 2 });

interface Listed {
  ids: string[];
  names: string[];
  token: string | undefined;
  computed: boolean;
}

interface Wanted {
  type?: string;
  query?: Properties;
  size?: number;
  limit?: number;
  token?: string;
}

function list(wanted: Wanted = {}, client: ResourceProviderClient = served.client): Promise<Listed> {
  const request = new pb.ListRequest()
    .setToken(`remoteit:index:${wanted.type ?? "Device"}`)
    .setQuery(struct(wanted.query ?? {}))
    .setPageSize(wanted.size ?? 0)
    .setLimit(wanted.limit ?? 0)
    .setContinuationToken(wanted.token ?? "");
  const listed: Listed = { ids: [], names: [], token: undefined, computed: false };
  return new Promise((resolve, reject) => {
    const stream = client.list(request);
    stream.on("data", (response: pb.ListResponse) => {
      const result = response.getResult();
      if (result) listed.ids.push(result.getId());
      if (result) listed.names.push(result.getName());
      if (response.hasContinuation()) listed.token = response.getContinuation()?.getContinuationToken();
      if (response.hasComputed()) listed.computed = true;
    });
    stream.once("error", reject);
    stream.once("end", () => resolve(listed));
  });
}

async function all(wanted: Wanted, client?: ResourceProviderClient): Promise<string[]> {
  const ids: string[] = [];
  let page: Listed | undefined;
  do {
    page = await list({ ...wanted, ...(page?.token !== undefined && { token: page.token }) }, client);
    ids.push(...page.ids);
  } while (page.token !== undefined);
  return ids;
}

test("page after page gives every device once, with one request for each 1,000", async () => {
  const before = (await served.control.requests()).byOperation["graphql:listDevices"] ?? 0;
  const ids = await all({ size: 400 });
  expect([ids.length, new Set(ids).size]).toEqual([2500, 2500]);
  expect((await served.control.requests()).byOperation["graphql:listDevices"]).toBe(before + 3);
});

test("a page holds what remote.it gives at once where no size is asked for", async () => {
  const { ids, names, token } = await list();
  expect(ids).toHaveLength(1000);
  expect(names.every((name) => name !== "")).toBe(true);
  expect(token).toBeDefined();
});

test("a limit ends the list", async () => {
  expect(await list({ limit: 7 })).toMatchObject({ ids: { length: 7 }, token: undefined });
});

test("a token that this process does not know goes on where the list was", async () => {
  const first = await list({ size: 300 });
  const other = connect(served.port);
  await configure(other, settingsOf(served.sandbox));
  const rest = await all({ size: 1000, token: first.token ?? "" }, other);
  expect(new Set([...first.ids, ...rest]).size).toBe(2500);
});

describe("a token that is not of this list", () => {
  const uuid = "00000000-0000-0000-0000-000000000000";
  const absurd = [
    "x",
    "-1",
    "1e999",
    ":",
    "constructor",
    "__proto__",
    `${uuid}:5`,
    `${uuid}:Infinity`,
    `${uuid}:-5:x`,
    `${uuid}:99999999999999999999:x`,
    `${uuid}:5:x`,
    "\u0000".repeat(3),
    "9".repeat(100_000),
  ];

  test("is an error that says what to do, and asks the account for nothing", async () => {
    const before = (await served.control.requests()).total;
    for (const token of absurd) {
      await expect(list({ token })).rejects.toMatchObject({
        code: grpc.status.INVALID_ARGUMENT,
        details: expect.stringMatching(/List the Devices.*The continuation token is not one that this list gave\./) as string,
      });
    }
    expect((await served.control.requests()).total).toBe(before);
  });

  test("is one also where it goes on with another type or query", async () => {
    const { token = "" } = await list({ size: 10 });
    for (const other of [{ type: "Service" }, { query: { state: "active" } }])
      await expect(list({ ...other, token })).rejects.toMatchObject({ code: grpc.status.INVALID_ARGUMENT });
    expect((await list({ size: 10, token })).ids).toHaveLength(10);
  });

  test("that claims more than there is ends the list at once", async () => {
    const { token = "" } = await list({ size: 10 });
    const far = token.replace(/^(.{36}):\d+:/, `${uuid}:999999999999999:`);
    expect(await list({ token: far })).toMatchObject({ ids: [], token: undefined });
  });
});

test.each([{ size: -1 }, { limit: -7 }, { size: 2_147_483_647, limit: 3 }])(
  "an absurd size of a page gives no error and no end without one: %j",
  async (wanted) => {
    expect((await list({ ...wanted, limit: 3 })).ids).toHaveLength(3);
  },
);

test("services are listed too, of all devices, of those that match or of one", async () => {
  expect(new Set(await all({ type: "Service" })).size).toBe(5000);
  const [deviceId = ""] = (await list({ limit: 1 })).ids;
  expect((await list({ type: "Service", query: { deviceId } })).ids).toHaveLength(2);
  expect((await list({ type: "Service", query: { name: "no such device" } })).ids).toEqual([]);
});

test("filters are those of the API, and a wrong one is named", async () => {
  const online = await all({ query: { state: "active" } });
  const offline = await all({ query: { state: "inactive" } });
  expect(online.length + offline.length).toBe(2500);
  await expect(list({ query: { state: "asleep", colour: 3 } })).rejects.toMatchObject({
    code: grpc.status.INVALID_ARGUMENT,
    details: expect.stringMatching(/colour: The list of Devices has no such property.*state: /) as string,
  });
});

test("the webhook is listed where there is one", async () => {
  expect((await list({ type: "Webhook" })).ids).toEqual([]);
  await served.control.change(
    `mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "https://example.com/x") }`,
  );
  expect((await list({ type: "Webhook" })).ids).toEqual([served.sandbox.accountId]);
});

test("a query that is not known yet gives a list that is not known yet", async () => {
  expect(await list({ query: { name: UNKNOWN } })).toMatchObject({ computed: true, ids: [] });
});
