import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { WebhookCall } from "../../sandbox";
import { claimed, playground, run } from "./support";

const ground = playground();
let receiver: Server;
let received: WebhookCall[];
let answer: (response: ServerResponse, call: WebhookCall) => void;
const url = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = "";
    request.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
    request.on("end", () => {
      const call = JSON.parse(text) as WebhookCall;
      received.push(call);
      answer(response, call);
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
});
beforeEach(() => {
  received = [];
  answer = (response) => response.end();
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const set = (args: string) => run(ground.control, `mutation { setNotificationSettings(${args}) }`);
const isOn = async () =>
  (
    await run<{ login: { notificationSettings: { urlNotifications: boolean } } }>(
      ground.control,
      "{ login { notificationSettings { urlNotifications } } }",
    )
  ).login.notificationSettings.urlNotifications;

async function deliveries(count: number) {
  for (;;) {
    const made = await ground.control.deliveries();
    if (made.length >= count) return made;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const pump = () =>
  claimed(ground.control, {
    name: "pump",
    services: [
      { name: "ssh", application: 28 },
      { name: "web", application: 7 },
    ],
  });

test("a change of state is told once for the device and once for each service", async () => {
  const id = await pump();
  await set(`urlNotifications: true, notificationUrl: "${url()}"`);
  await ground.control.agentState(id, "offline");
  const made = await deliveries(3);
  const text = expect.any(String) as string;
  const shared = {
    address: expect.stringMatching(/^(\d{1,3}\.){3}\d{1,3}$/) as string,
    email: "sandbox@example.com",
    user: ground.sandbox.accountId,
    username: "remote.it",
    language: "en",
    state: "offline",
    type: "DEVICE_STATE",
    utc: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
    time: expect.stringMatching(/^[A-Z][a-z]+ \d{1,2}, \d{4} \d{1,2}:\d\d [AP]M$/) as string,
    text,
    color: text,
    icon_url: text,
    url: "https://app.remote.it",
    version: 1,
  };
  expect(received).toEqual([
    { ...shared, device: id, name: "pump" },
    { ...shared, device: text, name: "ssh" },
    { ...shared, device: text, name: "web" },
  ]);
  expect(new Set(received.map(({ device }) => device)).size).toBe(3);
  expect(made).toEqual(
    received.map(({ device, name }) => ({ url: url(), device, name, state: "offline", attempt: 1, outcome: "200" })),
  );
});

test("changes are told in their order", async () => {
  const id = await claimed(ground.control);
  await set(`urlNotifications: true, notificationUrl: "${url()}"`);
  const first = new Promise<ServerResponse>((resolve) => {
    answer = (response) => (received.length === 1 ? resolve(response) : response.end());
  });
  for (const state of ["offline", "online", "offline"] as const) await ground.control.agentState(id, state);
  const held = await first;
  for (let time = 0; time < 20; time += 1) await ground.control.deliveries();
  expect(received.map(({ state }) => state)).toEqual(["offline"]);
  held.end();
  await deliveries(3);
  expect(received.map(({ state }) => state)).toEqual(["offline", "online", "offline"]);
});

test("nothing is told while it is off, of another account, or of a device that nobody claimed", async () => {
  const { accountId } = await ground.control.account();
  const id = await claimed(ground.control);
  await set(`notificationUrl: "${url()}"`);
  await ground.control.agentState(id, "offline");
  await run(
    ground.control,
    `mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${url()}") }`,
    {},
    accountId,
  );
  await ground.control.agentState(id, "online");
  const waiting = await ground.control.agent({ hardwareId: "waits" });
  await ground.control.agentState(waiting.deviceId, "offline");
  await set("urlNotifications: true");
  await ground.control.agentState(id, "offline");
  await deliveries(1);
  expect(received.map(({ device, state }) => [device, state])).toEqual([[id, "offline"]]);
});

test("a call that fails is tried again", async () => {
  const id = await claimed(ground.control);
  await set(`urlNotifications: true, notificationUrl: "${url()}"`);
  answer = (response) => response.writeHead(received.length < 3 ? 500 : 200).end();
  await ground.control.agentState(id, "offline");
  expect((await deliveries(3)).map(({ attempt, outcome }) => [attempt, outcome])).toEqual([
    [1, "500"],
    [2, "500"],
    [3, "200"],
  ]);
  expect(await isOn()).toBe(true);
});

test.each([
  ["an error", (response: ServerResponse) => response.writeHead(500).end(), "500"],
  ["another success than 200", (response: ServerResponse) => response.writeHead(204).end(), "204"],
  ["a redirect", (response: ServerResponse) => response.writeHead(302, { location: url() }).end(), "302"],
  ["a cut line", (response: ServerResponse) => response.destroy(), expect.stringMatching(/closed|reset|hang up/i)],
])("an address that answers %s three times is switched off, until somebody switches it on", async (_what, failing, outcome) => {
  const id = await pump();
  await set(`urlNotifications: true, notificationUrl: "${url()}"`);
  answer = failing;
  await ground.control.agentState(id, "offline");
  expect((await deliveries(3)).map((made) => made.outcome)).toEqual([outcome, outcome, outcome]);
  while (await isOn());
  await ground.control.agentState(id, "online");
  answer = (response) => response.end();
  await set("urlNotifications: true");
  await ground.control.agentState(id, "offline");
  expect((await deliveries(6)).slice(3).map((made) => [made.name, made.state, made.outcome])).toEqual([
    ["pump", "offline", "200"],
    ["ssh", "offline", "200"],
    ["web", "offline", "200"],
  ]);
});

test("an address that does not answer in time is tried again", async () => {
  const id = await claimed(ground.control);
  await set(`urlNotifications: true, notificationUrl: "${url()}"`);
  answer = (response) => void (received.length > 1 && response.end());
  await ground.control.agentState(id, "offline");
  expect((await deliveries(2)).map(({ outcome }) => outcome)).toEqual([expect.stringContaining("timeout"), "200"]);
});

describe("where the calls have the form of the documentation's table", () => {
  const table = playground({ world: { "webhook-form": "table" } });

  test("they tell the same in seven capitalised keys", async () => {
    const id = await claimed(table.control, { name: "pump", services: [{ name: "ssh", application: 28 }] });
    await run(table.control, `mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${url()}") }`);
    const both = new Promise<void>((resolve) => {
      answer = (response) => {
        response.end();
        if (received.length === 2) resolve();
      };
    });
    await table.control.agentState(id, "online");
    await both;
    const shared = {
      Address: expect.stringMatching(/^(\d{1,3}\.){3}\d{1,3}$/) as string,
      Email: "sandbox@example.com",
      State: "online",
      Time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      Type: "DEVICE_STATE",
    };
    expect(received).toEqual([
      { ...shared, Device: id, Name: "pump" },
      { ...shared, Device: expect.any(String) as string, Name: "ssh" },
    ]);
  });
});
