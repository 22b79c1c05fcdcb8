import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody, TooLarge } from "../../../cli/watch/body";

let server: Server;
beforeEach(async () => {
  server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A request as it comes in, and the one that it is at the other end. */
async function incoming(headers: Record<string, string | number> = { "transfer-encoding": "chunked" }) {
  const { port } = server.address() as AddressInfo;
  const sending = request({ port, host: "127.0.0.1", method: "POST", headers });
  sending.on("error", () => undefined).flushHeaders();
  const [came] = (await once(server, "request")) as [IncomingMessage];
  return { came, sending };
}

test("a text is read as it is, wherever its parts end", async () => {
  const { came, sending } = await incoming();
  const reading = readBody(came, 100);
  const bytes = Buffer.from("pump é🚀");
  for (const byte of bytes) sending.write(Buffer.of(byte));
  sending.end();
  expect(await reading).toBe("pump é🚀");
});

test("exactly as much as is allowed is read, and not a byte more", async () => {
  const full = await incoming();
  full.sending.end("12345");
  expect(await readBody(full.came, 5)).toBe("12345");
  const more = await incoming();
  more.sending.write("123456");
  await expect(readBody(more.came, 5)).rejects.toBeInstanceOf(TooLarge);
  expect(more.came.isPaused()).toBe(true);
});

test("what says itself that it is too large is not asked for", async () => {
  let asked = 0;
  const { came } = await incoming({ "content-length": 6 });
  await expect(readBody(came, 5, () => (asked += 1))).rejects.toBeInstanceOf(TooLarge);
  expect(asked).toBe(0);
  const fits = await incoming({ "content-length": 5 });
  fits.sending.end("12345");
  expect(await readBody(fits.came, 5, () => (asked += 1))).toBe("12345");
  expect(asked).toBe(1);
});

test("a sender that breaks off ends the wait", async () => {
  const { came, sending } = await incoming();
  const reading = readBody(came, 5);
  sending.write("1");
  sending.destroy();
  await expect(reading).rejects.toThrow();
});
