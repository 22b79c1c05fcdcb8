import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { type WebhookServer, startWebhookServer } from "../../../cli/watch/webhook-server";
import type { Delivery } from "../../../drift/watch";

let server: WebhookServer;
const deliveries: Delivery[] = [];
const refusals: string[] = [];

beforeAll(async () => {
  server = await startWebhookServer({
    host: "127.0.0.1",
    port: 0,
    path: "/hook-1f",
    maxBody: 2_048,
    onDelivery: (delivery) => void deliveries.push(delivery),
    onRefused: (why) => void refusals.push(why),
  });
});
beforeEach(() => [deliveries, refusals].forEach((list) => list.splice(0)));
afterAll(() => server.close());

const send = (body: string, path = "/hook-1f", method = "POST") =>
  fetch(server.address + path, { method, ...(method !== "GET" && { body }) });

const forms = {
  "sixteen keys": { device: "80:01", address: "203.0.113.7", state: "online", utc: "2021-10-13T02:22:41.819Z", version: 1 },
  "seven capitalised keys": { Device: "80:01", Address: "203.0.113.7", State: "online", Time: "2021-10-13T02:22:41.819Z" },
};

test.each(Object.entries(forms))("a call of %s is answered with 200 and says whom to look at", async (_form, call) => {
  expect((await send(JSON.stringify(call))).status).toBe(200);
  expect(deliveries).toEqual([{ ids: ["80:01"], key: '["80:01","online","2021-10-13T02:22:41.819Z"]' }]);
  expect(refusals).toEqual([]);
});

test("a JSON object of another form is taken too: a failed delivery may switch the webhook off", async () => {
  const deep = `{"device":"80:02","text":${"[".repeat(900)}${"]".repeat(900)}}`;
  for (const body of ['{"state":7,"DEVICE":"80:01"}', "{}", '{"device":{"device":"80:01"}}', deep])
    expect((await send(body)).status).toBe(200);
  expect(deliveries).toEqual([{ ids: ["80:01"] }, { ids: [] }, { ids: [] }, { ids: ["80:02"] }]);
});

test.each(["", "{", "null", "7", '"text"', "[]", '{"device":"80:01"} more'])("the body %j is refused", async (body) => {
  const answer = await send(body);
  expect([answer.status, await answer.text()]).toEqual([400, "The body is not a JSON object.\n"]);
  expect(deliveries).toEqual([]);
});

test.each(["GET", "PUT", "DELETE", "OPTIONS"])("the method %s is refused", async (method) => {
  const answer = await send("{}", "/hook-1f", method);
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
});

test.each(["/", "/hook-1", "/hook-1f/", "/hook-1f2", "/HOOK-1f", "//hook-1f", "/x/../y"])(
  "the path %s is refused",
  async (path) => {
    expect((await send("{}", path)).status).toBe(404);
    expect(deliveries).toEqual([]);
  },
);

test("a query behind the path changes nothing", async () => {
  expect((await send("{}", "/hook-1f?token=1")).status).toBe(200);
});

test("a body that says it is too large is refused before any of it is read", async () => {
  const sending = request(`${server.address}/hook-1f`, { method: "POST", headers: { "content-length": 1_000_000_000 } });
  sending.on("error", () => undefined).flushHeaders();
  const [answer] = (await once(sending, "response")) as [{ statusCode: number; headers: Record<string, string> }];
  expect([answer.statusCode, answer.headers["connection"]]).toEqual([413, "close"]);
  await once(sending, "close");
});

test("whoever asks first whether to send too much is asked not to", async () => {
  const headers = { "content-length": 1_000_000_000, expect: "100-continue" };
  const sending = request(`${server.address}/hook-1f`, { method: "POST", headers });
  const asked: string[] = [];
  sending
    .on("continue", () => asked.push("continue"))
    .on("error", () => undefined)
    .flushHeaders();
  const [answer] = (await once(sending, "response")) as [{ statusCode: number }];
  expect([answer.statusCode, asked]).toEqual([413, []]);
  await once(sending, "close");
  const small = request(`${server.address}/hook-1f`, {
    method: "POST",
    headers: { "content-length": 2, expect: "100-continue" },
  });
  small.on("continue", () => small.end("{}")).flushHeaders();
  expect(((await once(small, "response")) as [{ statusCode: number }])[0].statusCode).toBe(200);
});

test("a body that turns out too large is read no further", async () => {
  const sending = request(`${server.address}/hook-1f`, { method: "POST", headers: { "transfer-encoding": "chunked" } });
  sending.on("error", () => undefined);
  const answered = once(sending, "response") as Promise<[{ statusCode: number }]>;
  let written = 0;
  // Until the line is closed at the other end.
  await new Promise<void>((resolve) => {
    const push = () => {
      while (!sending.closed && written < 64 * 1024 * 1024) {
        written += 16_384;
        if (!sending.write("x".repeat(16_384))) return void sending.once("drain", push);
      }
      resolve();
    };
    sending.once("close", resolve);
    push();
  });
  expect((await answered)[0].statusCode).toBe(413);
  // What the system's own buffers take, and not all that there was.
  expect(written).toBeLessThan(32 * 1024 * 1024);
});

test("exactly as much as is allowed is taken", async () => {
  const body = JSON.stringify({ device: "80:01", fill: "" });
  const full = JSON.stringify({ device: "80:01", fill: "x".repeat(2_048 - body.length) });
  expect((await send(full)).status).toBe(200);
  expect((await send(`${full} `)).status).toBe(413);
});

test("a sender that is too slow is cut", async () => {
  const { port } = new URL(server.address);
  const socket = connect(Number(port), "127.0.0.1");
  socket.write("POST /hook-1f HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{");
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 408 /);
  expect(deliveries).toEqual([]);
});

describe("whoever takes every place keeps no delivery out", () => {
  const sockets: Socket[] = [];
  afterEach(() => sockets.splice(0).forEach((socket) => socket.destroy()));

  const open = async (localAddress: string, text = ""): Promise<Socket> => {
    const { port, hostname } = new URL(server.address);
    const socket = connect({ port: Number(port), host: hostname, localAddress }).on("error", () => undefined);
    sockets.push(socket);
    await Promise.race([once(socket, "connect"), once(socket, "close")]);
    if (text !== "") socket.write(text);
    return socket;
  };
  const many = (localAddress: string, text?: string) => Promise.all(Array.from({ length: 600 }, () => open(localAddress, text)));
  const answer = async (socket: Socket): Promise<string> => {
    const chunks: string[] = [];
    socket.setEncoding("utf8").on("data", (text: string) => chunks.push(text));
    await once(socket, "data");
    return chunks.join("").split("\r\n", 1)[0] ?? "";
  };

  const body = '{"device":"80:01"}';
  const head = `POST /hook-1f HTTP/1.1\r\nHost: x\r\nContent-Length: ${body.length}\r\n`;
  /** Forged calls that never come to their end. */
  const forged = {
    "that say nothing": "",
    "that never end their headers": "POST /hook-1f HTTP/1.1\r\nHost: x\r\nX: ",
    "of a wrong path with a body that never ends": "POST /hook-1 HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\nxxx",
  };

  test.each(Object.entries(forged))("by connections %s, from the same address or another", async (_what, text) => {
    for (const address of ["127.0.0.2", "127.0.0.1"]) {
      await many(address, text);
      expect((await send(body)).status).toBe(200);
    }
    expect(deliveries).toHaveLength(2);
  });

  test("nor the one that is still sending what it wants, from an address that takes few places", async () => {
    await many("127.0.0.2");
    const slow = await open("127.0.0.1", head.slice(0, 20));
    await many("127.0.0.2");
    slow.write(`${head.slice(20)}\r\n${body}`);
    expect(await answer(slow)).toBe("HTTP/1.1 200 OK");
  });

  test("nor the one that has found the path, from whichever address", async () => {
    const slow = await open("127.0.0.1", `${head}Expect: 100-continue\r\n\r\n`);
    expect(await answer(slow)).toBe("HTTP/1.1 100 Continue");
    await many("127.0.0.1");
    slow.write(body);
    expect(await answer(slow)).toBe("HTTP/1.1 200 OK");
  });

  test("and those that have found the path and end nothing go in their turn", async () => {
    await many("127.0.0.2", `${head}\r\n{`);
    expect((await send(body)).status).toBe(200);
    expect(deliveries).toHaveLength(1);
  });
});

describe("an address", () => {
  const at = (host: string, port = 0) =>
    startWebhookServer({ host, port, path: "/", maxBody: 10, onDelivery: () => undefined, onRefused: () => undefined });

  test("of IPv6 stands in brackets", async () => {
    const other = await at("::1");
    expect(other.address).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await fetch(`${other.address}/`)).status).toBe(405);
    await other.close();
  });

  test("that is taken, or cannot be had, is told with what to do", async () => {
    const port = Number(new URL(server.address).port);
    await expect(at("127.0.0.1", port)).rejects.toMatchObject({
      subject: `127.0.0.1, port ${port}`,
      why: "The port is taken by another program.",
      remedy: "Give another --port (0 picks a free one) or --host.",
    });
    const elsewhere = at("192.0.2.1");
    await expect(elsewhere).rejects.toMatchObject({ name: "ConfigurationError", why: expect.stringMatching(/.\.$/) as string });
    await expect(elsewhere).rejects.not.toThrow("taken by another program");
  });
});
