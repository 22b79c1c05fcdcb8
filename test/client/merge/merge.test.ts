import { createClient, operate } from "../../../provider/client";
import { CancelledError } from "../../../provider/core/errors";
import { AddTags } from "../../../provider/domains/tags/calls";
import { json, settingsFor, startServer } from "../server";
import { type Held, held, onGround, outcomeOf, renames, send, sendAll, UNKNOWN, type Write } from "./support";

jest.setTimeout(60_000);

const names = async (...[control]: Parameters<typeof held>) => (await held(control)).map(({ name }) => name);

test("setters of one moment share requests, from two on while all goes well", () =>
  onGround(40, {}, async ({ client, control, devices, asked }) => {
    const writer = client();
    await asked();
    expect(new Set(await sendAll(writer, renames(devices)))).toEqual(new Set(["done"]));
    expect(await names(control)).toEqual(devices.map((_id, index) => `name-${index}`));
    // 2, 4, 8, 16, and the last ten.
    expect(await asked()).toEqual({ "graphql:setTogether": 5 });
    await sendAll(writer, renames(devices.toReversed()));
    expect(await asked()).toEqual({ "graphql:setTogether": 2 });
  }));

test("of different kinds as well, each with its own answer", () =>
  onGround(5, {}, async ({ client, control, devices, asked }) => {
    const kinds = ["name", "tag", "attribute", "mail", "untag"] as const;
    const writes = kinds.map((kind, index) => ({ kind, id: devices[index] ?? "", value: "fleet" }));
    await asked();
    expect(await sendAll(client(), writes)).toEqual(Array(5).fill("done"));
    expect(await asked()).toEqual({ "graphql:setTogether": 2 });
    expect(await held(control)).toMatchObject([
      { name: "fleet" },
      { tags: expect.arrayContaining(["fleet"]) as unknown },
      { attributes: { "pulumi-remoteit/fleet": "adopted" } },
      { mail: true },
      { tags: expect.not.arrayContaining(["fleet"]) as unknown },
    ]);
  }));

test("one alone goes out as ever, and waits for nobody", () =>
  onGround(1, {}, async ({ client, devices, asked }) => {
    await asked();
    expect(await sendAll(client(), renames(devices))).toEqual(["done"]);
    expect(await asked()).toEqual({ "graphql:rename": 1 });
  }));

test("where mergeWrites is off, every change is a request", () =>
  onGround(6, {}, async ({ client, devices, asked }) => {
    await asked();
    await sendAll(client({ mergeWrites: "off" }), renames(devices));
    expect(await asked()).toEqual({ "graphql:rename": 6 });
  }));

test("changes to one thing are carried out in the order in which they were wanted", () =>
  onGround(3, {}, async ({ client, control, devices }) => {
    const writer = client();
    const [id = ""] = devices;
    const writes = Array.from({ length: 6 }, (_, round) => [
      ...renames(devices.slice(1)),
      { kind: "name" as const, id: round % 2 === 0 ? id : id.toUpperCase(), value: `round-${round}` },
    ]).flat();
    expect(new Set(await sendAll(writer, writes))).toEqual(new Set(["done"]));
    expect((await names(control))[0]).toBe("round-5");
  }));

test("who is cancelled ends at once, and the others' changes are carried out", () =>
  onGround(4, {}, async ({ client, control, devices }) => {
    const writer = client();
    await sendAll(writer, renames(devices.slice(0, 2)));
    await control.faults([{ kind: "slow", ms: 300, match: { operation: "setTogether" }, times: 1 }]);
    const cancelling = new AbortController();
    const [first, ...others] = renames(devices);
    if (!first) throw new Error("There is no device.");
    const cancelled = operate(() => send(writer, { ...first, value: "cancelled" }), { signal: cancelling.signal });
    const rest = sendAll(writer, others);
    const outcome = outcomeOf(cancelled);
    while (((await control.requests()).byOperation["graphql:setTogether"] ?? 0) < 2) continue;
    cancelling.abort(new CancelledError({ what: "Renaming", why: "The run was cancelled.", remedy: "Run again." }));
    expect(await outcome).toMatch(/^CancelledError/);
    expect(await rest).toEqual(["done", "done", "done"]);
    expect((await names(control)).slice(1)).toEqual(["name-1", "name-2", "name-3"]);
  }));

test("who is cancelled before it is sent is not sent", () =>
  onGround(3, {}, async ({ client, control, devices, asked }) => {
    const writer = client();
    await writer.supportsMutation("renameService");
    await asked();
    const cancelling = new AbortController();
    const [first, ...others] = renames(devices);
    if (!first) throw new Error("There is no device.");
    const before = (await names(control))[0];
    const cancelled = outcomeOf(operate(() => send(writer, first), { signal: cancelling.signal }));
    cancelling.abort(new CancelledError({ what: "Renaming", why: "The run was cancelled.", remedy: "Run again." }));
    expect(await sendAll(writer, others)).toEqual(["done", "done"]);
    expect(await cancelled).toMatch(/^CancelledError/);
    expect((await names(control))[0]).toBe(before);
  }));

test("once all are cancelled, the request is given up", () =>
  onGround(4, {}, async ({ client, control, devices }) => {
    const writer = client();
    await sendAll(writer, renames(devices.slice(0, 2)));
    await control.faults([{ kind: "timeout", match: { operation: "setTogether" } }]);
    const cancelling = new AbortController();
    const all = renames(devices).map((write) => outcomeOf(operate(() => send(writer, write), { signal: cancelling.signal })));
    while (((await control.requests()).byOperation["graphql:setTogether"] ?? 0) < 2) continue;
    cancelling.abort(new CancelledError({ what: "Renaming", why: "The run was cancelled.", remedy: "Run again." }));
    for (const outcome of await Promise.all(all)) expect(outcome).toMatch(/^CancelledError/);
  }));

test("whose time is over ends by itself, however long the others can wait", () =>
  onGround(2, {}, async ({ client, control, devices }) => {
    const writer = client({ timeoutSeconds: 0.5, maxRetries: 9 });
    await control.faults([{ kind: "status", status: 429, retryAfter: 1, match: { operation: "setTogether" }, times: 2 }]);
    const [one, other] = renames(devices);
    if (!one || !other) throw new Error("There are no devices.");
    const hurried = outcomeOf(operate(() => send(writer, one), { seconds: 0.2 }));
    const patient = outcomeOf(operate(() => send(writer, other)));
    expect(await hurried).toMatch(
      new RegExp(`^TransientError: Setting name to name-0 of ${one.id} failed: The time of this operation`),
    );
    expect(await patient).toBe("done");
  }));

test("what is wanted while a document waits for its turn goes into the next", () =>
  onGround(12, {}, async ({ client, devices, asked, control }) => {
    const writer = client({ requestsPerSecond: 4 });
    await sendAll(writer, renames(devices.slice(0, 2)));
    await asked();
    // One goes at once and the next waits; all others come while it does, each at a moment of its own.
    const first = sendAll(writer, renames(devices.slice(0, 2)));
    const second = sendAll(writer, renames(devices.slice(2, 4)));
    const rest: Promise<string[]>[] = [];
    for (const id of devices.slice(4)) {
      await new Promise((resolve) => setImmediate(resolve));
      rest.push(sendAll(writer, renames([id])));
    }
    const outcomes = await Promise.all([first, second, ...rest]);
    expect(new Set(outcomes.flat())).toEqual(new Set(["done"]));
    expect((await control.requests()).rejected).toBe(0);
    const sent = await asked();
    expect(Object.values(sent).reduce((sum, times) => sum + times, 0)).toBeLessThanOrEqual(5);
  }));

test("whoever counts its requests counts its own alone", () =>
  onGround(3, {}, async ({ client, devices, asked }) => {
    const writer = client();
    await asked();
    const counted = renames(devices).map((write) => outcomeOf(operate(() => send(writer, write), { maxRequests: 2 })));
    expect(await Promise.all(counted)).toEqual(["done", "done", "done"]);
    expect(await asked()).toEqual({ "graphql:rename": 3 });
  }));

test("whoever listens for changes hears of the ids of all of them, and of what each has made", () =>
  onGround(4, {}, async ({ client, devices }) => {
    const writer = client();
    await writer.supportsMutation("renameService");
    const heard: unknown[] = [];
    writer.onChange(({ ids, collections }) => {
      heard.push({ ids, collections });
      return ({ isDoubtful, effects }) => heard.push({ isDoubtful, effects: effects.map(({ id }) => id) });
    });
    await sendAll(writer, [
      { kind: "attribute", id: devices[0] ?? "", value: "a" },
      { kind: "tag", id: devices[1] ?? "", value: "a" },
    ]);
    expect(heard).toEqual([
      { ids: devices.slice(0, 2), collections: ["tags"] },
      { isDoubtful: false, effects: [devices[0]] },
    ]);
  }));

describe("where one of them fails", () => {
  const withOne = (ids: string[]): Write[] =>
    [...ids.slice(0, 3), UNKNOWN, ...ids.slice(3)].map((id) => ({ kind: "attribute", id, value: "seen" }));
  const isSeen = ({ attributes }: Held) => Object.hasOwn(attributes, "pulumi-remoteit/seen");

  test.each(["run-to-the-end", "stops-at-first-error", "answers-in-part", "refused"] as const)(
    "in the world %s, that one hears of it, and the others are carried out",
    (several) =>
      onGround(6, { "several-mutations": several }, async ({ client, control, devices, asked }) => {
        const said: string[] = [];
        const writer = client({}, said);
        // Two are tried first, so that all seven are together then.
        if (several !== "refused") {
          for (let round = 0; round < 3; round += 1) await sendAll(writer, renames(devices));
        }
        await asked();
        const outcomes = await sendAll(writer, withOne(devices));
        expect(outcomes.map((outcome) => outcome.split(" failed")[0])).toEqual([
          "done",
          "done",
          "done",
          `NotFoundError: Setting attribute to seen of ${UNKNOWN}`,
          "done",
          "done",
          "done",
        ]);
        expect(outcomes[3]).toContain("GraphQL setAttributes was answered");
        expect((await held(control)).filter(isSeen)).toHaveLength(6);
        const alone = { "run-to-the-end": 6, "stops-at-first-error": 6, "answers-in-part": 0, refused: 7 }[several];
        expect(await asked()).toEqual({ "graphql:setTogether": 1, ...(alone > 0 && { "graphql:setAttributes": alone }) });
        // For good, and told once.
        await sendAll(writer, renames(devices));
        expect(await asked()).toEqual({ "graphql:rename": 6 });
        expect(said).toEqual([
          expect.stringMatching(/^info: From now on each change goes out in a request of its own.*mergeWrites/),
        ]);
      }),
  );

  test("whoever looks it up is told that the answer does not tell, and nobody else", () =>
    onGround(3, {}, async ({ client, devices }) => {
      const writer = client();
      const about = { what: "Renaming", looksAgain: true } as const;
      const sending = [...devices.slice(0, 1), UNKNOWN].map((id) =>
        send(writer, { kind: "attribute", id, value: "pump" }, about),
      );
      await expect(sending[0]).rejects.toMatchObject({ name: "TransientError", ofMany: true, reached: "unknown" });
      await expect(sending[1]).rejects.toMatchObject({ name: "NotFoundError" });
    }));
});

test("a refusal is an answer like any other: only who was refused hears of it, and merging goes on", () =>
  onGround(4, {}, async ({ client, control, devices, asked }) => {
    const writer = client();
    await asked();
    await control.faults([{ kind: "false", match: { operation: "setTogether" }, times: 1 }]);
    const outcomes = await sendAll(writer, renames(devices));
    expect(outcomes.map((outcome) => outcome.split(":")[0])).toEqual(["RefusedError", "RefusedError", "done", "done"]);
    outcomes.slice(0, 2).forEach((outcome, index) => expect(outcome).toContain(devices[index]));
    expect(await asked()).toEqual({ "graphql:setTogether": 2 });
  }));

describe("a failure of the whole request", () => {
  test.each([
    ["HTTP 500", { kind: "status", status: 500 }],
    ["HTTP 429", { kind: "status", status: 429, retryAfter: 0.1 }],
    ["a cut line", { kind: "reset" }],
    ["a lost answer", { kind: "lost-answer" }],
    ["half an answer", { kind: "truncated" }],
  ] as const)("that passes, %s, is tried again as it is", (_what, fault) =>
    onGround(2, {}, async ({ client, devices, asked, control }) => {
      const said: string[] = [];
      await asked();
      await control.faults([{ ...fault, match: { operation: "setTogether" }, times: 1 }]);
      expect(await sendAll(client({}, said), renames(devices))).toEqual(["done", "done"]);
      expect(await asked()).toEqual({ "graphql:setTogether": 2 });
      expect(said).toEqual([]);
    }),
  );

  test.each([
    ["HTTP 502", { kind: "status", status: 502 }, 2],
    ["a cut line", { kind: "reset" }, 2],
    ["lost answers", { kind: "lost-answer" }, 2],
    ["a page of a proxy", { kind: "html" }, 1],
    ["HTTP 413", { kind: "status", status: 413 }, 1],
    ["an error of GraphQL", { kind: "graphql-error", message: "Too many aliases." }, 1],
  ] as const)("that stays, %s, ends merging, and each goes out alone", (_what, fault, tries) =>
    onGround(3, {}, async ({ client, devices, asked, control }) => {
      const said: string[] = [];
      await asked();
      await control.faults([{ ...fault, match: { operation: "setTogether" } }]);
      expect(await sendAll(client({}, said), renames(devices))).toEqual(["done", "done", "done"]);
      expect(await asked()).toEqual({ "graphql:setTogether": tries, "graphql:rename": 3 });
      expect(said.filter((line) => line.includes("From now on"))).toHaveLength(1);
    }),
  );

  test("where the line, the key or the pace is to blame, each hears of it under its own name, and nothing is sent again", () =>
    onGround(2, {}, async ({ client, devices, asked, control }) => {
      const writer = client({ maxRetries: 0 });
      await sendAll(writer, [{ kind: "name", id: devices[0] ?? "", value: "first" }]);
      await asked();
      for (const [status, name] of [
        [429, "RateLimitError"],
        [401, "AuthenticationError"],
      ] as const) {
        await control.faults([{ kind: "status", status, match: { operation: "setTogether" } }]);
        const outcomes = await sendAll(writer, renames(devices));
        await control.clearFaults();
        outcomes.forEach((outcome, index) => {
          expect(outcome).toMatch(new RegExp(`^${name}: Setting name to name-${index} of ${devices[index] ?? ""} failed`));
        });
        expect(Object.keys(await asked())).toEqual(["graphql:setTogether"]);
      }
    }));
});

test("what is missing in an answer without errors goes out alone, and null is an answer", async () => {
  const server = await startServer();
  const client = createClient(settingsFor(server.url));
  server.answer = ({ body }, response) => {
    const data = body.includes("setTogether") ? { p0: null } : { addTag: true };
    json({ data })({} as never, response);
  };
  const sending = ["80:01", "80:02"].map((id) =>
    client.graphql(AddTags, { ids: id, names: "a" }, { what: "Tagging", subject: id }),
  );
  expect(await Promise.all(sending)).toEqual([{ addTag: null }, { addTag: true }]);
  expect(server.received).toHaveLength(2);
  await server.stop();
});

test("what was carried out, though part of its answer is missing, is done, with a warning under its own name", async () => {
  const server = await startServer();
  const said: string[] = [];
  const client = createClient(settingsFor(server.url), (level, text) => said.push(`${level}: ${text}`));
  const errors = [{ message: "Cannot read it back", path: ["p1"] }];
  server.answer = json({ data: { p0: true, p1: true }, errors });
  const sending = ["80:01", "80:02"].map((id) =>
    client.graphql(AddTags, { ids: id, names: "a" }, { what: "Tagging", subject: id }),
  );
  expect(await Promise.all(sending)).toEqual([{ addTag: true }, { addTag: true }]);
  expect(said[0]).toBe(
    "warning: Tagging 80:02: it was carried out, but part of the answer is missing. GraphQL addTags was answered: Cannot read it back.",
  );
  await server.stop();
});

test("of a part that failed for a passing reason is tried again, alone", async () => {
  const server = await startServer();
  const client = createClient(settingsFor(server.url, { maxRetries: 2 }));
  const errors = [{ message: "Unexpected", path: ["p1"], extensions: { code: "INTERNAL_SERVER_ERROR" } }];
  server.answer = ({ body }, response) => {
    const isMerged = body.includes("setTogether");
    json(isMerged ? { data: { p0: true, p1: null }, errors } : { data: { addTag: true } })({} as never, response);
  };
  const sending = ["80:01", "80:02"].map((id) =>
    client.graphql(AddTags, { ids: id, names: "a" }, { what: "Tagging", subject: id }),
  );
  expect(await Promise.all(sending)).toEqual([{ addTag: true }, { addTag: true }]);
  expect(server.received).toHaveLength(2);
  await server.stop();
});

test("no error and no line tells the value of another's change, nor a secret", () =>
  onGround(3, {}, async ({ client, control, devices, sandbox }) => {
    const said: string[] = [];
    const secret = sandbox.secretAccessKey;
    await control.faults([{ kind: "graphql-error", message: `It holds ${secret}.`, match: { operation: "setTogether" } }]);
    await control.faults([{ kind: "graphql-error", message: `No ${secret}.`, match: { operation: "rename" } }]);
    const outcomes = await sendAll(client({}, said), renames(devices));
    const all = [...said, ...outcomes].join("\n");
    expect(all).toContain("It holds [secret].");
    expect(all).not.toContain(secret);
    outcomes.forEach((outcome, index) => {
      expect(outcome).toContain(`name-${index}`);
      for (const other of devices) if (other !== devices[index]) expect(outcome).not.toContain(other);
    });
  }));
