import { createServer as createTcpServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

import { createClient, type Settings } from "../../provider/client";
import * as errors from "../../provider/core/errors";
import { classifyAnswer, classifyThrown } from "../../provider/client/classify";
import { WhoAmIDocument as WhoAmI } from "../../api/generated/graphql";
import { json, type Server, settingsFor, startServer } from "./server";

let server: Server;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const about = { what: "Renaming device", subject: '"pump" (80:00:00:00:01:00:00:01)' };

async function failureOf(answer?: Server["answer"], more: Partial<Settings> = {}): Promise<errors.RemoteitError> {
  if (answer) server.answer = answer;
  const error: unknown = await createClient(settingsFor(server.url, more))
    .graphql(WhoAmI, {}, about)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(errors.RemoteitError);
  expect((error as Error).message).toContain(`${about.what} ${about.subject} failed: `);
  return error as errors.RemoteitError;
}

const html =
  (status: number): Server["answer"] =>
  (_request, response) =>
    response.writeHead(status, { "content-type": "text/html" }).end("<!doctype html><title>Welcome</title>");

describe("the key", () => {
  test.each([401, 403])("HTTP %d says where the key came from, and which key refresh and destroy use", async (status) => {
    const error = await failureOf(json({ message: "unknown key" }, status));
    expect(error).toBeInstanceOf(errors.AuthenticationError);
    for (const part of [
      `HTTP ${status} (unknown key)`,
      "GraphQL whoAmI",
      "came from: environment",
      "last `pulumi up`",
      "--run-program",
    ])
      expect(error.message).toContain(part);
  });

  test("HTTP 403 with a web page says that a proxy may have refused it", async () => {
    expect((await failureOf(html(403))).message).toContain("a proxy in between");
  });

  test.each([
    [-3600, " s ahead of remote.it's"],
    [90, " s behind remote.it's"],
  ])("a refusal by a server whose clock differs by %d s is the clock's fault, not the key's", async (seconds, words) => {
    // The date is made when the request arrives, so that a slow machine does not shift it.
    const error = await failureOf((request, response) =>
      json({}, 401, { date: new Date(Date.parse(request.headers.date ?? "") + seconds * 1000).toUTCString() })(request, response),
    );
    expect(error).toBeInstanceOf(errors.ClockSkewError);
    expect(Math.abs((error as errors.ClockSkewError).offsetSeconds - seconds)).toBeLessThanOrEqual(5);
    expect(error.message).toContain(words);
    expect(error.remedy).toContain("Set the clock");
  });

  test("a refusal by a server whose clock differs by half a minute is the key's fault", async () => {
    const date = new Date(Date.now() + 30_000).toUTCString();
    expect(await failureOf(json({}, 401, { date }))).toBeInstanceOf(errors.AuthenticationError);
  });
});

describe("the rate limit", () => {
  test("HTTP 429 gives the seconds that the server asks for", async () => {
    const error = await failureOf(json({}, 429, { "retry-after": "7" }));
    expect(error).toBeInstanceOf(errors.RateLimitError);
    expect(error).toMatchObject({ retryAfterSeconds: 7, remedy: expect.stringContaining("Wait 7 s") as string });
  });

  test("HTTP 429 gives the seconds until the date that the server names, by the server's clock", async () => {
    const date = "Tue, 20 Apr 2021 02:07:55 GMT";
    const error = await failureOf(json({}, 429, { date, "retry-after": "Tue, 20 Apr 2021 02:08:25 GMT" }));
    expect(error).toMatchObject({ retryAfterSeconds: 30 });
    expect(await failureOf(json({}, 429, { date, "retry-after": "Tue, 20 Apr 2021 02:00:00 GMT" }))).toMatchObject({
      retryAfterSeconds: 0,
    });
  });

  test("HTTP 429 without Retry-After, or with one that is neither, names no time", async () => {
    expect(await failureOf(json({}, 429))).toMatchObject({ retryAfterSeconds: undefined });
    expect(await failureOf(json({}, 429, { "retry-after": "soon" }))).toMatchObject({ retryAfterSeconds: undefined });
  });
});

describe("the line", () => {
  const reached = async (value: errors.Reached, answer?: Server["answer"], more?: Partial<Settings>) => {
    const error = await failureOf(answer, more);
    expect(error).toBeInstanceOf(errors.TransientError);
    expect(error).toMatchObject({ reached: value });
    return error;
  };

  test("a port where nobody listens was not reached", async () => {
    const gone = await startServer();
    await gone.stop();
    expect((await reached("no", undefined, { endpoint: gone.url })).message).toContain(
      `${gone.url} cannot be reached (ECONNREFUSED`,
    );
  });

  test("a host with several addresses was not reached where none took the connection, and each is told", async () => {
    const gone = await startServer();
    await gone.stop();
    const { message } = await reached("no", undefined, { endpoint: gone.url.replace("127.0.0.1", "localhost") });
    expect(message).toMatch(/ECONNREFUSED.*127\.0\.0\.1/);
  });

  const thrown = (...failures: { code: string; syscall: string }[]) => {
    const errors = failures.map((failure) => Object.assign(new Error(`${failure.syscall} ${failure.code}`), failure));
    const cause = errors.length > 1 ? new AggregateError(errors) : errors[0];
    const address = { url: "https://api.remote.it", given: "https://api.remote.it", setting: "remoteit:endpoint" } as const;
    const settings = { credentialsFrom: "environment", timeoutSeconds: 1 };
    const asked = {
      about: { what: "Ask" },
      operation: "GraphQL getDevices",
      isRest: false,
      address,
      settings,
      now: () => new Date(),
    };
    return classifyThrown(asked, new TypeError("fetch failed", { cause }));
  };

  test("an address that lets a connection wait for too long was not reached, whatever the others say", () => {
    const waited = { code: "ETIMEDOUT", syscall: "connect" };
    for (const others of [
      [],
      [waited],
      [{ code: "ENETUNREACH", syscall: "connect" }],
      [{ code: "ECONNRESET", syscall: "connect" }],
    ])
      for (const failures of [
        [waited, ...others],
        [...others, waited],
      ]) {
        const error = thrown(...failures);
        expect(error).toMatchObject({ reached: "no", remedy: expect.stringContaining("network-family-autoselection") as string });
        for (const { code } of failures) expect(error.why).toContain(code);
      }
  });

  test.each(["ETIMEDOUT", "EHOSTUNREACH", "ENETDOWN", "ECONNRESET"])(
    "%s of a connection that was there tells nothing",
    (code) => {
      for (const syscall of ["read", "write"]) expect(thrown({ code, syscall })).toMatchObject({ reached: "unknown" });
    },
  );

  test("a host without an address was not reached", async () => {
    await reached("no", undefined, { endpoint: "https://nowhere.invalid" });
  });

  test("a server that does not speak TLS was not reached", async () => {
    const error = await reached("no", undefined, { endpoint: server.url.replace("http:", "https:") });
    expect(error.message).toContain("No secure connection");
    expect(server.received).toHaveLength(0);
  });

  test("a line cut in the TLS handshake was not reached", async () => {
    const cutter = createTcpServer((socket: Socket) => socket.once("data", () => socket.end()));
    await new Promise<void>((resolve) => cutter.listen(0, "127.0.0.1", resolve));
    try {
      await reached("no", undefined, { endpoint: `https://127.0.0.1:${(cutter.address() as AddressInfo).port}` });
    } finally {
      cutter.close();
    }
  });

  test.each([500, 502, 503, 504, 408])("HTTP %d may have been carried out", async (status) => {
    await reached("unknown", json({}, status));
    expect((await reached("unknown", html(status))).message).toContain(`HTTP ${status}`);
  });

  test("HTTP 503 gives the time that the server asks for", async () => {
    expect(await reached("unknown", json({}, 503, { "retry-after": "3" }))).toMatchObject({ retryAfterSeconds: 3 });
  });

  test("a request whose connection is reset may have been carried out", async () => {
    await reached("unknown", (_request, response) => response.socket?.resetAndDestroy());
  });

  test("a request whose connection ends without an answer may have been carried out", async () => {
    await reached("unknown", (_request, response) => response.socket?.end());
  });

  test("an answer shorter than its announced length may have been carried out", async () => {
    await reached("unknown", (_request, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "500" });
      response.write('{"data":{"login"', () => response.socket?.end());
    });
  });

  test("an answer that breaks off in the middle of its JSON may have been carried out", async () => {
    const error = await reached("unknown", (_request, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end('{"data":{"login"'),
    );
    expect(error.message).toContain("breaks off");
  });

  test("an empty answer may have been carried out", async () => {
    await reached("unknown", (_request, response) => response.writeHead(200).end());
  });

  test("a server that takes too long may have carried it out, and the error names the time", async () => {
    expect((await reached("unknown", () => undefined, { timeoutSeconds: 0.1 })).message).toContain("within 0.1 s");
  });

  test("a server that stops in the middle of its answer runs into the same time-out", async () => {
    const stuck: Server["answer"] = (_request, response) =>
      void response.writeHead(200, { "content-type": "application/json" }).write('{"data":');
    expect((await reached("unknown", stuck, { timeoutSeconds: 0.2 })).message).toContain("within 0.2 s");
  });
});

describe("an endpoint that is not remote.it", () => {
  const foreign = async (answer: Server["answer"], words: string) => {
    const error = await failureOf(answer);
    expect(error).toBeInstanceOf(errors.ConfigurationError);
    expect(error.message).toContain(server.url);
    expect(error.message).toContain(words);
    expect(error.remedy).toContain("remoteit:endpoint");
  };

  test.each([200, 404])("is told by a web page (HTTP %d)", (status) => foreign(html(status), "a web page (HTML)"));
  test("is told by plain text", () =>
    foreign(
      (_request, response) => response.writeHead(200, { "content-type": "text/plain" }).end("hello"),
      "text/plain, not JSON",
    ));
  test("is told by JSON of another kind", () => foreign(json({ hello: "world" }), "not remote.it's"));
  test("is told by a JSON list", () => foreign(json([{ data: {} }]), "not remote.it's"));
  test("is told by a missing path", () => foreign(json({ error: "no route" }, 404), "HTTP 404"));
  test("is told by a missing path without content", () =>
    foreign((_request, response) => response.writeHead(404).end(), "HTTP 404"));
  test("is told by a redirect, which is not followed", async () => {
    await foreign(
      (_request, response) => response.writeHead(302, { location: "https://login.example.com/" }).end(),
      "redirects to https://login.example.com/",
    );
    expect(server.received).toHaveLength(1);
  });
});

describe("errors of a GraphQL answer", () => {
  const graphqlError = (message: string, code?: string, path?: string[]) =>
    json({ data: null, errors: [{ message, path, ...(code && { extensions: { code } }) }] });

  test.each([
    ["Device not found", undefined, "NotFoundError"],
    ["Device not found", "INTERNAL_SERVER_ERROR", "NotFoundError"],
    ["gone", "NOT_FOUND", "NotFoundError"],
    ["That code was already used", undefined, "ConflictError"],
    ["name taken", "CONFLICT", "ConflictError"],
    ['Variable "$deviceId" got invalid value 3', "BAD_USER_INPUT", "ValidationError"],
    ["size must be at most 1000", undefined, "ValidationError"],
    ["no such key", "UNAUTHENTICATED", "AuthenticationError"],
    ["slow down", "RATE_LIMITED", "RateLimitError"],
    ["Unexpected error.", "INTERNAL_SERVER_ERROR", "TransientError"],
    ["You need the MANAGE permission", "FORBIDDEN", "GraphqlError"],
    ["Not authorized: account org is unknown, or you are no member of it.", undefined, "GraphqlError"],
    ["Something else", undefined, "GraphqlError"],
  ])("%s (%s) is a %s", async (message, code, name) => {
    const error = await failureOf(graphqlError(message, code));
    expect(error.name).toBe(name);
    expect(error.message).toContain("GraphQL whoAmI");
    if (name !== "RateLimitError") expect(error.message).toContain(message);
  });

  test("are read whatever the HTTP status that comes with them", async () => {
    const error = await failureOf(json({ errors: [{ message: "size must be at most 1000" }] }, 400));
    expect(error).toMatchObject({
      name: "ValidationError",
      problems: [{ path: "", reason: "size must be at most 1000" }],
    });
  });

  test.each([
    ['Cannot query field "throttled" on type "Device". Did you mean "tags"?', "GRAPHQL_VALIDATION_FAILED"],
    ['Cannot query field "a" on type "B".', undefined],
    ['Cannot query field "a" on type "B".', "INTERNAL_SERVER_ERROR"],
    ['Unknown argument "hardwareId" on field "User.devices".', undefined],
    ['Unknown type "Any".', undefined],
    ['Field "status" is not defined by type "ListFilter".', undefined],
    ['Variable "$input" got invalid value { a: 1 }; Field "a" is not defined by type "B".', "BAD_USER_INPUT"],
    ['Field "tags" must have a selection of subfields. Did you mean "tags { ... }"?', undefined],
    ['Field "startJob" argument "fileId" of type "String!" is required, but it was not provided.', undefined],
    ['Variable "$id" of type "String" used in position expecting type "String!".', undefined],
    ["Another rule of validation.", "GRAPHQL_VALIDATION_FAILED"],
  ])("%s (%s) tells that the schema is another one, and that nothing was carried out", async (message, code) => {
    for (const status of [200, 400])
      for (const data of [{ data: null }, {}]) {
        const error = await failureOf(json({ ...data, errors: [{ message, ...(code && { extensions: { code } }) }] }, status));
        expect(error).toBeInstanceOf(errors.SchemaError);
        expect(error.message).toContain(message);
        expect(error.remedy).toContain("Nothing was carried out");
      }
  });

  test.each([
    ["Unknown type 99.", undefined, undefined],
    ['Field "name" must not be empty.', undefined, undefined],
    ['Cannot query field "a" on type "B".', undefined, ["login", "device"]],
    ["Syntax Error: Unexpected Name.", "GRAPHQL_PARSE_FAILED", undefined],
    ["Validation failed.", "GRAPHQL_VALIDATION_FAILED", ["addService"]],
  ])("%s (%s, at %j) is no word about the schema: some of the request may have run", async (message, code, path) => {
    const error = await failureOf(graphqlError(message, code, path));
    expect(error).toBeInstanceOf(errors.RemoteitError);
    expect(error).not.toBeInstanceOf(errors.SchemaError);
  });

  test("keep their paths and texts", async () => {
    const error = await failureOf(graphqlError("Something else", "E7", ["login", "device"]));
    expect((error as errors.GraphqlError).errors).toEqual([{ message: "Something else", code: "E7", path: "login.device" }]);
  });

  test("that are not as GraphQL has them still give an error of ours", async () => {
    expect((await failureOf(json({ errors: [null, {}] }))).name).toBe("GraphqlError");
    expect((await failureOf(json({ errors: {} }))).name).toBe("ConfigurationError");
  });
});

test("no secret and no signature is in an error, also where the server sends them back", async () => {
  const settings = settingsFor(server.url);
  const echo: Server["answer"] = (request, response) =>
    json({ errors: [{ message: `${request.headers.authorization} ${settings.secretAccessKey}` }] })(request, response);
  const error = await failureOf(echo);
  const signature = /signature="([^"]+)"/.exec(server.received[0]?.headers.authorization ?? "")?.[1] ?? "none";
  for (const text of [error.message, error.stack, JSON.stringify(error)]) {
    expect(text).not.toContain(settings.secretAccessKey);
    expect(text).not.toContain(signature);
  }
});

describe("what to do is told", () => {
  const words = (message: string, code?: string) => json({ errors: [{ message, ...(code && { extensions: { code } }) }] });

  test.each<[what: string, answer: Server["answer"], name: string, remedy: string]>([
    [
      "not found",
      words("Device not found"),
      "NotFoundError",
      "Check the id, and that it belongs to this account; run `pulumi refresh` if it was deleted elsewhere.",
    ],
    ["taken", words("It is already there"), "ConflictError", "Choose another value, or adopt what is there."],
    ["wrong", words("size must be at most 1000"), "ValidationError", "Correct the value and run again."],
    ["passing", words("Please try again"), "TransientError", "Run again in a while."],
    [
      "forbidden",
      words("You may not", "FORBIDDEN"),
      "GraphqlError",
      "Check remoteit:accountId, and ask the owner for the permission: changing, deleting and sharing a device need MANAGE on it, changing tags needs ADMIN in the account.",
    ],
    ["anything else", words("Hm"), "GraphqlError", "Correct what it names; if it names nothing, report it with this text."],
    [
      "too often",
      json({}, 429),
      "RateLimitError",
      "Wait a while and run again; lower remoteit:requestsPerSecond if it happens often.",
    ],
    ["out of order", json({}, 500), "TransientError", "Run again in a while."],
    [
      "another schema",
      words('Unknown type "Any".'),
      "SchemaError",
      "Nothing was carried out: this endpoint's schema is another than pulumi-remoteit's. Update the package.",
    ],
  ])("where it is %s", async (_what, answer, name, remedy) => {
    expect(await failureOf(answer)).toMatchObject({ name, remedy });
  });

  test("where nothing came in time, and where a secure line cannot be made", async () => {
    expect((await failureOf(() => undefined, { timeoutSeconds: 0.1 })).remedy).toBe(
      "Run again; raise remoteit:timeoutSeconds if the line is slow.",
    );
    expect((await failureOf(undefined, { endpoint: server.url.replace("http:", "https:") })).remedy).toBe(
      "Check this machine's clock, and whether a proxy in between needs its certificate in NODE_EXTRA_CA_CERTS.",
    );
  });
});

describe("words of a GraphQL error", () => {
  const named = async (...problems: { message: string; code?: string }[]) => {
    const all = problems.map(({ message, code }) => ({ message, ...(code && { extensions: { code } }) }));
    return (await failureOf(json({ errors: all }))).name;
  };

  test.each([
    ["time out", "TransientError"],
    ["The request timed out", "TransientError"],
    ["time-out of the gateway", "TransientError"],
    ["timeout", "TransientError"],
    ["temporarily not there", "TransientError"],
    ["Unauthorized.", "AuthenticationError"],
    ["It is unauthorized", "GraphqlError"],
    ['The Variable "$a" is odd', "GraphqlError"],
    ['Variable "$a" is odd', "ValidationError"],
  ])("%s: a %s", async (message, name) => {
    expect(await named({ message })).toBe(name);
  });

  test.each([
    ["UNAUTHENTICATED", "AuthenticationError"],
    ["NOT_UNAUTHENTICATED", "GraphqlError"],
    ["UNAUTHENTICATED_NOT", "GraphqlError"],
  ])("the code %s: a %s", async (code, name) => {
    expect(await named({ message: "Hm", code })).toBe(name);
  });

  test("one of several decides, wherever it stands, and all are told", async () => {
    const hm = { message: "Hm" };
    for (const problems of [
      [hm, { message: "Device not found" }],
      [{ message: "Device not found" }, hm],
    ]) {
      expect(await named(...problems)).toBe("NotFoundError");
      expect(await named({ message: 'Unknown type "Any".' }, ...problems)).toBe("SchemaError");
    }
    const { message } = await failureOf(json({ errors: [hm, { message: "Oh!" }] }));
    expect(message).toContain("was answered: Hm. Oh!");
  });
});

describe("the status and the form of an answer", () => {
  const answered =
    (status: number, headers: Record<string, string>, text: string): Server["answer"] =>
    (_request, response) =>
      response.writeHead(status, headers).end(text);

  test("a redirect that names no address, from 300 on", async () => {
    expect((await failureOf(answered(300, {}, ""))).message).toContain("redirects to an address it does not name");
    expect((await failureOf(answered(399, {}, ""))).message).toContain("redirects to an address it does not name");
  });

  test("an answer of blanks is none", async () => {
    for (const text of ["", " \n"]) {
      const error = await failureOf(answered(200, {}, text));
      expect(error).toMatchObject({ name: "TransientError", reached: "unknown" });
      expect(error.message).toContain("answered HTTP 200 without content");
    }
    expect((await failureOf(answered(404, {}, " \n"))).message).toContain(
      "has nothing at the address of GraphQL whoAmI (HTTP 404)",
    );
  });

  test("a text without a type is told as a text", async () => {
    expect((await failureOf(answered(200, {}, "hello"))).message).toContain("answered HTTP 200 with text, not JSON");
  });

  test("a web page may begin with blanks", async () => {
    expect((await failureOf(answered(200, {}, " \n<html>"))).message).toContain("a web page (HTML)");
    expect((await failureOf(answered(401, {}, " \n<html>"))).message).toContain("a proxy in between may have refused it");
    expect((await failureOf(answered(401, {}, "no <b> page"))).message).toContain("refused GraphQL whoAmI with HTTP 401.");
  });

  test.each([
    [504, true],
    [503, false],
    [500, false],
  ])("HTTP %d: whether it may be carried out later is %p", async (status, mayStillArrive) => {
    expect(await failureOf(json({}, status))).toMatchObject({ mayStillArrive });
  });

  test.each([
    [" 7 ", 7],
    ["12", 12],
    ["1.25", 1.25],
    ["x7", undefined],
    ["7x", undefined],
    ["", undefined],
  ])("Retry-After %j asks for %p seconds", async (value, retryAfterSeconds) => {
    expect(await failureOf(json({}, 503, { "retry-after": value }))).toMatchObject({ retryAfterSeconds });
  });

  test("a clock a minute off is not told, one a second more is", () => {
    const now = new Date("2026-01-01T00:00:00Z");
    const asked = {
      about: { what: "Ask" },
      operation: "GraphQL whoAmI",
      isRest: false,
      address: { url: "https://api.remote.it", given: "https://api.remote.it", setting: "remoteit:endpoint" },
      settings: { credentialsFrom: "environment", timeoutSeconds: 1 },
      now: () => now,
    } as const;
    const refused = (seconds: number | undefined) => {
      const date = seconds === undefined ? {} : { date: new Date(now.getTime() + seconds * 1000).toUTCString() };
      return classifyAnswer(asked, { status: 401, headers: new Headers(date), text: "{}" });
    };
    for (const seconds of [60, -60, 0, undefined]) expect(refused(seconds)).toBeInstanceOf(errors.AuthenticationError);
    for (const seconds of [61, -61]) expect(refused(seconds)).toMatchObject({ name: "ClockSkewError", offsetSeconds: seconds });
  });
});
