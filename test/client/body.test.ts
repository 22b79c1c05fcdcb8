import { createClient } from "../../provider/client";
import { Body, LARGEST_ANSWER, readBody, TooLargeError } from "../../provider/client/body";
import { TransientError } from "../../provider/core/errors";
import { WhoAmIDocument as WhoAmI } from "../../api/generated/graphql";
import { settingsFor, startServer } from "./server";

test("a text is read as it is, wherever its parts end", async () => {
  const text = "pump \u00e9\u{1f600} ".repeat(100_000);
  expect(await readBody(new Response(text))).toBe(text);
  expect(await readBody(new Response(null))).toBe("");
});

test.each([
  ["large", 100_000],
  ["small, and lies beside others", 10],
])("a body that is taken gives its text once, and leaves nothing of it to whoever holds it: %s", (_what, length) => {
  const bytes = Buffer.concat([Buffer.from("\u00e9".repeat(length))]);
  const [beside, isOwn] = [Buffer.from("beside"), bytes.byteLength === bytes.buffer.byteLength];
  const body = new Body(bytes);
  expect(body.take()).toBe("\u00e9".repeat(length));
  expect([body.take(), body.text]).toEqual(["", ""]);
  expect(bytes.byteLength).toBe(isOwn ? 0 : 2 * length);
  expect(beside.toString()).toBe("beside");
});

test("what is larger than it may be is refused as soon as it is, and no more of it is asked for", async () => {
  let given = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1;
      controller.enqueue(new Uint8Array(1_000));
    },
  });
  await expect(readBody(new Response(body), 10_000)).rejects.toThrow(TooLargeError);
  expect(given).toBeLessThan(15);
});

test("what is exactly as large as it may be is read, and what is larger by a byte names the limit", async () => {
  expect(await readBody(new Response("0123456789"), 10)).toBe("0123456789");
  await expect(readBody(new Response("0123456789a"), 10)).rejects.toMatchObject({
    name: "TooLargeError",
    message: "more than 10 bytes",
  });
});

test("an answer without end is an error that says what was asked, how much came and what to look for", async () => {
  const server = await startServer();
  let isClosed: Promise<unknown> = Promise.resolve();
  server.answer = (_request, response) => {
    isClosed = new Promise((resolve) => response.once("close", resolve));
    response.writeHead(200, { "content-type": "application/json" });
    const part = Buffer.alloc(1024 * 1024, " ");
    const more = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on("drain", more);
    more();
  };
  const asking = createClient(settingsFor(server.url, { timeoutSeconds: 60 })).graphql(WhoAmI, {}, { what: "Ask" });
  const error: unknown = await asking.catch((thrown: unknown) => thrown);
  await isClosed;
  await server.stop();
  expect(error).toBeInstanceOf(TransientError);
  expect(error).toMatchObject({ reached: "unknown" });
  expect((error as Error).message).toContain(`GraphQL whoAmI with more than ${LARGEST_ANSWER / 1024 / 1024} MB`);
  expect((error as Error).message).toContain("very long texts");
});
