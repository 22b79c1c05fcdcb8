import { createClient } from "../../provider/client";
import { AuthenticationError, WrongAccountError } from "../../provider/core/errors";
import { createInventory, type Marked } from "../../provider/inventory";
import { json, type Server, settingsFor, startServer } from "../client/server";

const about = { what: "Listing the marks" };
let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

interface User {
  id: string;
  email: string | null;
  attributes: Record<string, unknown>;
}

const user = (id: string, attributes: Record<string, unknown> = {}): User => ({ id, email: `${id}@example.com`, attributes });

/** The key's user acts for an account that holds these devices. */
async function marks(own: User | null, account: User | null, devices: readonly object[] = []): Promise<Marked[]> {
  server.answer = (request, response) => {
    const list = { id: account?.id, devices: { total: devices.length, hasMore: false, last: null, items: devices } };
    const login = request.body.includes("listMarks") ? { account: list } : own && { ...own, account };
    json({ data: { login } })(request, response);
  };
  const found: Marked[] = [];
  for await (const mark of createInventory(createClient(settingsFor(server.url))).marks(about)) found.push(mark);
  return found;
}

test("every mark is listed with what bears it: devices, their services, and things of the user without attributes", async () => {
  const mine = user("me", {
    "pulumi-remoteit/webhook/w": "made",
    "pulumi-remoteit/network-connection/a%2Eb/n": "adopted",
    "pulumi-remoteit/tag/prod/t": "adopted",
    color: 1,
  });
  const service = { id: "80:02", name: "web", attributes: { "pulumi-remoteit/s": "adopted" } };
  const bare = { id: "80:03", name: null, attributes: {}, services: [] };
  const device = { id: "80:01", name: "pump", attributes: { "pulumi-remoteit/d": "made" }, services: [service] };
  expect(await marks(mine, mine, [device, bare])).toEqual([
    { attribute: "pulumi-remoteit/webhook/w", token: "w", as: "made", type: "Webhook", id: "me", name: "me@example.com" },
    {
      attribute: "pulumi-remoteit/network-connection/a%2Eb/n",
      token: "n",
      as: "adopted",
      type: "NetworkConnection",
      id: "a.b",
      name: "a.b",
    },
    { attribute: "pulumi-remoteit/tag/prod/t", token: "t", as: "adopted", type: "Tag", id: "me/prod", name: "prod" },
    { attribute: "pulumi-remoteit/d", token: "d", as: "made", type: "Device", id: "80:01", name: "pump" },
    { attribute: "pulumi-remoteit/s", token: "s", as: "adopted", type: "Service", id: "80:02", name: "web" },
  ]);
});

test("of a key that acts for another account both users' marks are listed, each once", async () => {
  const own = user("me", { "pulumi-remoteit/webhook/w": "made" });
  const other = user("org", { "pulumi-remoteit/webhook/o": "made" });
  expect((await marks(own, other)).map(({ id, token }) => `${id} ${token}`)).toEqual(["me w", "org o"]);
  expect((await marks(own, own)).map(({ id, token }) => `${id} ${token}`)).toEqual(["me w"]);
});

test("an answer without a user, or without the account, is no account without marks", async () => {
  await expect(marks(null, null)).rejects.toBeInstanceOf(AuthenticationError);
  await expect(marks(user("me"), null)).rejects.toBeInstanceOf(WrongAccountError);
});
