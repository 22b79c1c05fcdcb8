import { createHmac } from "node:crypto";
import { connect } from "node:net";
import { playground, query, rest, send } from "./support";

const ground = playground();
const stillThere = async () => expect((await send(ground.sandbox, query("{ login { id } }"))).status).toBe(200);

/** What the server says to bytes that no HTTP client would send. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(ground.sandbox.endpoint);
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.setEncoding("utf8").on("data", (chunk: string) => (said += chunk));
    socket.on("error", reject).on("close", () => resolve(said));
  });
}

test.each(["{", "", "null", "[]", '"text"', "[{}]", '{"query":5}', "\u0000"])(
  "the GraphQL body %j is a bad request",
  async (body) => {
    const { status, text } = await send(ground.sandbox, { body, method: "POST" });
    expect([status, JSON.parse(text)]).toEqual([400, expect.anything()]);
    await stillThere();
  },
);

test.each(["{", "[1]", "5"])("the REST body %j is a bad request", async (body) => {
  const { status } = await send(ground.sandbox, { ...rest(ground.sandbox, "device/name", {}), body });
  expect(status).toBe(400);
  await stillThere();
});

test.each(["{}", '{"deviceaddress":5,"devicealias":{}}', '{"__proto__":{"deviceaddress":"x"}}'])(
  "the REST body %j is refused with a reason",
  async (body) => {
    const { status, text } = await send(ground.sandbox, { ...rest(ground.sandbox, "device/name", {}), body });
    expect([status, JSON.parse(text)]).toMatchObject([200, { status: "false", reason: "[0806] device not found" }]);
  },
);

test.each([
  [{ query: "{ login {" }, "Syntax Error"],
  [{ query: null }, "Must provide query string"],
])("the query %j is told what is wrong", async (content, message) => {
  const { text } = await send(ground.sandbox, { body: JSON.stringify(content) });
  expect(JSON.parse(text)).toMatchObject({ errors: [{ message: expect.stringContaining(message) as string }] });
});

test("a body beyond 10 MiB is too large", async () => {
  const { status } = await send(ground.sandbox, { body: " ".repeat(64 * 1024 * 1024) });
  expect(status).toBe(413);
  await stillThere();
});

test("a path that cannot be decoded is a bad request", async () => {
  const { status } = await send(ground.sandbox, rest(ground.sandbox, "developer/device/delete/registered/%E0%A4%A", {}));
  expect(status).toBe(400);
});

test("a body in chunks has no length to sign, and is read by the list without it", async () => {
  const { accessKeyId, secretAccessKey } = ground.sandbox;
  const [date, body] = [new Date().toUTCString(), '{"query":"{login{id}}"}'];
  const covered = `(request-target): post /graphql/v1\nhost: x\ndate: ${date}\ncontent-type: application/json`;
  const signature = createHmac("sha256", Buffer.from(secretAccessKey, "base64")).update(covered).digest("base64");
  const said = await raw(
    [
      "POST /graphql/v1 HTTP/1.1",
      "Host: x",
      `Date: ${date}`,
      "Content-Type: application/json",
      "Connection: close",
      "Transfer-Encoding: chunked",
      `Authorization: Signature keyId="${accessKeyId}",algorithm="hmac-sha256",headers="(request-target) host date content-type",signature="${signature}"`,
      "",
      body.length.toString(16),
      body,
      "0",
      "",
      "",
    ].join("\r\n"),
  );
  expect(said).toMatch(/^HTTP\/1\.1 200 /);
});

test.each(["nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "POST //[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"])(
  "the bytes %j are a bad request",
  async (bytes) => {
    expect(await raw(bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
    await stillThere();
  },
);

test("names in attributes that JavaScript treats apart are kept as they are", async () => {
  const set = query(
    "mutation($a: Object!) { setAttributes(attributes: $a) }",
    JSON.parse('{"a":{"__proto__":{"x":1},"constructor":2}}') as object,
  );
  const { text } = await send(ground.sandbox, set);
  expect(text).toContain('"__proto__":{"x":1}');
  expect(({} as { x?: number }).x).toBeUndefined();
});
