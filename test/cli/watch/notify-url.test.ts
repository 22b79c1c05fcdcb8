import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { post } from "../../../cli/watch/notify-url";
import { driftEvent } from "../../../drift/watch";

const finding = { status: "missing", type: "Device", id: "80:01", name: "x", remedy: "" } as const;
const event = driftEvent(finding, { id: "a" }, new Date());
const never = new AbortController().signal;

let server: Server;
/** Paths of the calls that came. */
let called: string[] = [];
/** What the calls were authorized with. */
let authorized: (string | undefined)[] = [];
/** What is answered to each call: a status, and where it points to. */
let answers: [status: number, location?: string][] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    called.push(request.url ?? "");
    authorized.push(request.headers.authorization);
    const [status, location] = answers.shift() ?? [204];
    request.resume().on("end", () => response.writeHead(status, location === undefined ? {} : { location }).end());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
});
beforeEach(() => {
  [called, authorized, answers] = [[], [], []];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`;

test.each([301, 302, 303, 307, 308])("a notice goes where it should, and not where a redirect (%d) points", async (status) => {
  answers = [[status, "/elsewhere"]];
  await expect(post(url(), event, never)).rejects.toThrow(`it was tried 1 times: it answered ${status}`);
  expect(called).toEqual(["/told"]);
});

test.each([429, 408, 500, 503])("an answer that may pass (%d) is followed by another try", async (status) => {
  answers = [[status], [204]];
  await post(url(), event, never, 1);
  expect(called).toHaveLength(2);
});

test("after three tries it is given up, with what the last one was answered", async () => {
  answers = [[503], [500], [429], [204]];
  await expect(post(url(), event, never, 1)).rejects.toThrow("it was tried 3 times: it answered 429");
  expect(called).toHaveLength(3);
});

test("a line that fails may pass, and its reason is told in the end", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  await expect(post(`http://127.0.0.1:${port}`, event, never, 1)).rejects.toThrow("it was tried 3 times: ECONNREFUSED");
});

test("the end of the watch ends it, in a pause as well as before a try", async () => {
  const paused = new AbortController();
  answers = [[503]];
  const waiting = post(url(), event, paused.signal, 60_000);
  while (called.length === 0) await new Promise(setImmediate);
  paused.abort(new Error("over"));
  await expect(waiting).rejects.toThrow();
  await expect(post(url(), event, AbortSignal.abort(new Error("over")), 1)).rejects.toThrow(/^over$/);
  expect(called).toHaveLength(1);
});

test.each([400, 401, 404, 410])("a refusal (%d) is not", async (status) => {
  answers = [[status]];
  await expect(post(url(), event, never)).rejects.toThrow(`it answered ${status}`);
  expect(called).toHaveLength(1);
});

test("a user and a password in the address are sent as such, and stand in no error", async () => {
  const address = url().replace("//", "//user:p%40ss-7f2c9a@");
  await post(address, event, never);
  answers = [[403]];
  const error = await post(address, event, never).catch((thrown: unknown) => thrown as Error);
  expect(String((error as Error).stack)).not.toContain("7f2c9a");
  expect(called).toEqual(["/told", "/told"]);
  expect(authorized[0]).toBe(`Basic ${Buffer.from("user:p@ss-7f2c9a").toString("base64")}`);
  await post(url(), event, never);
  expect(authorized[2]).toBeUndefined();
});
