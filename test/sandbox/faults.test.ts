import { startSandbox } from "../../sandbox";
import { claimed, playground, query, rest, run, send } from "./support";

const ground = playground();
const whoAmI = query("query whoAmI { login { id } }");
const rename = (id: string, name: string) =>
  query("mutation rename($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name });
const names = async () => {
  const answer = await run<{ login: { devices: { items: { name: string }[] } } }>(
    ground.control,
    "{ login { devices { items { name } } } }",
  );
  return answer.login.devices.items.map(({ name }) => name);
};
const ask = () => send(ground.sandbox, whoAmI);

describe("counts", () => {
  test("requests are counted by their operation until the next reset", async () => {
    await ask();
    await ask();
    await send(ground.sandbox, query("{ login { id } }"));
    await send(ground.sandbox, rest(ground.sandbox, "device/list/all?cache=false"));
    await send(ground.sandbox, rest(ground.sandbox, "developer/device/delete/registered/80:00:00:00:00:00:00:FF", {}));
    await send(ground.sandbox, { ...whoAmI, path: "/elsewhere" });
    const byOperation = {
      "graphql:whoAmI": 2,
      "graphql:unnamed": 1,
      "rest:device/list/all": 1,
      "rest:developer/device/delete/registered": 1,
      unknown: 1,
    };
    expect(await ground.control.requests()).toEqual({ total: 6, byOperation, retried: 0, rejected: 0 });
    await ground.control.reset();
    expect(await ground.control.requests()).toEqual({ total: 0, byOperation: {}, retried: 0, rejected: 0 });
  });

  test("of several operations in a document, the one that is named counts", async () => {
    const body = JSON.stringify({ query: "query a { login { id } } query b { login { email } }", operationName: "b" });
    await send(ground.sandbox, { body });
    expect((await ground.control.requests()).byOperation).toEqual({ "graphql:b": 1 });
  });

  test("a fault lets so many requests pass that match, and is then injected as often as it is told to be", async () => {
    await ground.control.faults([{ kind: "status", match: { operation: "whoAmI" }, after: 2, times: 1 }]);
    await send(ground.sandbox, query("query other { login { id } }"));
    const statuses = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await ask()).status);
    expect(statuses).toEqual([200, 200, 500, 200]);
  });

  test("changes behind the program's back do not count", async () => {
    await names();
    expect((await ground.control.requests()).total).toBe(0);
  });

  test("a retry is the same request again after it failed", async () => {
    const id = await claimed(ground.control);
    await send(ground.sandbox, rename(id, "a"));
    await send(ground.sandbox, rename(id, "a"));
    expect((await ground.control.requests()).retried).toBe(0);
    await ground.control.faults([{ kind: "status", times: 2 }]);
    await send(ground.sandbox, rename(id, "b"));
    await send(ground.sandbox, rename(id, "b"));
    await send(ground.sandbox, rename(id, "b"));
    await send(ground.sandbox, rename(id, "b"));
    await send(ground.sandbox, rename(id, "c"));
    expect((await ground.control.requests()).retried).toBe(2);
  });

  test("two ids of one REST call are two requests", async () => {
    await ground.control.faults([{ kind: "status", times: 1 }]);
    for (const last of ["01", "02"]) {
      await send(ground.sandbox, rest(ground.sandbox, `developer/device/delete/registered/80:00:00:00:00:00:00:${last}`, {}));
    }
    expect((await ground.control.requests()).retried).toBe(0);
  });

  test("rejected are those that were answered 401, 403 or 429, by a fault too", async () => {
    await send(ground.sandbox, { ...whoAmI, accessKeyId: "NOBODY" });
    await ground.control.faults([403, 429, 500].map((status) => ({ kind: "status" as const, status, times: 1 })));
    for (let time = 0; time < 3; time += 1) await ask();
    expect(await ground.control.requests()).toMatchObject({ total: 4, rejected: 3, retried: 3 });
  });
});

describe("faults", () => {
  test("are injected into what they match, as often as they are told", async () => {
    await ground.control.faults([
      { kind: "status", status: 503, retryAfter: 7, times: 1, match: { operation: "graphql:whoAmI" } },
    ]);
    expect((await send(ground.sandbox, query("query other { login { id } }"))).status).toBe(200);
    const { status, headers } = await ask();
    expect([status, headers["retry-after"]]).toEqual([503, "7"]);
    expect((await ask()).status).toBe(200);
  });

  test.each([{ operation: "whoAmI", method: "post" }, { operation: "graphql:whoAmI" }, { method: "POST" }, {}])(
    "match by %j",
    async (match) => {
      await ground.control.faults([{ kind: "status", match }]);
      expect((await ask()).status).toBe(500);
    },
  );

  test.each([{ operation: "whoam" }, { method: "GET" }, { operation: "rest:whoAmI" }])("do not match by %j", async (match) => {
    await ground.control.faults([{ kind: "status", match }]);
    expect((await ask()).status).toBe(200);
  });

  test("are cleared", async () => {
    await ground.control.faults([{ kind: "status" }]);
    await ground.control.clearFaults();
    expect((await ask()).status).toBe(200);
  });

  test("are injected by chance, and the same way for the same seed", async () => {
    const answered: number[][] = [];
    for (let time = 0; time < 2; time += 1) {
      const sandbox = await startSandbox({ seed: 3 });
      await fetch(`${sandbox.control}/faults`, { method: "POST", body: JSON.stringify([{ kind: "status", probability: 0.5 }]) });
      const statuses: number[] = [];
      for (let request = 0; request < 20; request += 1) statuses.push((await send(sandbox, whoAmI)).status);
      answered.push(statuses);
      await sandbox.stop();
    }
    expect(answered[0]).toEqual(answered[1]);
    expect(new Set(answered[0])).toEqual(new Set([200, 500]));
  });

  test("lost-answer and truncated commit, reset does not", async () => {
    const id = await claimed(ground.control);
    for (const [kind, name, expected] of [
      ["reset", "a", "raspberrypi"],
      ["lost-answer", "b", "b"],
      ["truncated", "c", "c"],
    ] as const) {
      await ground.control.faults([{ kind, times: 1 }]);
      await expect(send(ground.sandbox, rename(id, name))).rejects.toThrow(/ECONNRESET|hang up|aborted/);
      expect(await names()).toEqual([expected]);
    }
  });

  test("status, html and graphql-error carry nothing out", async () => {
    const id = await claimed(ground.control);
    await ground.control.faults([
      { kind: "html", times: 1 },
      { kind: "graphql-error", times: 1 },
      { kind: "status", times: 1 },
    ]);
    const answers = [
      await send(ground.sandbox, rename(id, "x")),
      await send(ground.sandbox, rename(id, "x")),
      await send(ground.sandbox, rename(id, "x")),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 500]);
    expect(answers[0]?.headers["content-type"]).toBe("text/html");
    expect(JSON.parse(answers[1]?.text ?? "")).toMatchObject({ errors: [{ message: expect.any(String) as string }], data: null });
    expect(await names()).toEqual(["raspberrypi"]);
  });

  test("false refuses what changes something, and nothing else", async () => {
    const id = await claimed(ground.control);
    await ground.control.faults([{ kind: "false", times: 3 }]);
    expect((await ask()).text).toContain(ground.sandbox.accountId);
    expect(JSON.parse((await send(ground.sandbox, rename(id, "x"))).text)).toEqual({ data: { renameService: false } });
    const add = query("mutation($id: String!) { addService(deviceId: $id, application: 28) { id } }", { id });
    expect(JSON.parse((await send(ground.sandbox, add)).text)).toEqual({ data: { addService: null } });
    expect(
      JSON.parse((await send(ground.sandbox, rest(ground.sandbox, "device/name", { deviceaddress: id, devicealias: "x" }))).text),
    ).toMatchObject({
      status: "false",
    });
    expect(await names()).toEqual(["raspberrypi"]);
  });

  test("done-but-false refuses what it has carried out", async () => {
    const id = await claimed(ground.control);
    await ground.control.faults([{ kind: "done-but-false", times: 2 }]);
    expect((await ask()).text).toContain(ground.sandbox.accountId);
    expect(JSON.parse((await send(ground.sandbox, rename(id, "a"))).text)).toEqual({ data: { renameService: false } });
    expect(await names()).toEqual(["a"]);
    const call = rest(ground.sandbox, "device/name", { deviceaddress: id, devicealias: "b" });
    expect(JSON.parse((await send(ground.sandbox, call)).text)).toMatchObject({ status: "false" });
    expect(await names()).toEqual(["b"]);
  });

  test("what is slow is carried out after its line was cut, and settled tells when", async () => {
    const id = await claimed(ground.control);
    await ground.control.faults([{ kind: "slow", ms: 300, times: 1 }]);
    const slow = send(ground.sandbox, rename(id, "late"));
    slow.catch(() => undefined);
    while ((await ground.control.requests()).total === 0);
    await ground.control.listening(false);
    await expect(slow).rejects.toThrow(/ECONNRESET|hang up/);
    expect(await names()).toEqual(["raspberrypi"]);
    await ground.control.settled();
    expect(await names()).toEqual(["late"]);
    await ground.control.listening(true);
  });

  test("timeout never answers, and the client's next request is a retry", async () => {
    await ground.control.faults([{ kind: "timeout", times: 1 }]);
    const silent = fetch(`${ground.sandbox.endpoint}/graphql/v1`, {
      method: "POST",
      body: whoAmI.body ?? "",
      signal: AbortSignal.timeout(300),
    });
    await expect(silent).rejects.toThrow(/timeout/);
    await ask();
    expect((await ground.control.requests()).retried).toBe(1);
  });

  test("slow-answer is carried out before it is answered", async () => {
    const id = await claimed(ground.control);
    await ground.control.faults([{ kind: "slow-answer", ms: 300, times: 1 }]);
    let isAnswered = false;
    const answer = send(ground.sandbox, rename(id, "done")).finally(() => (isAnswered = true));
    while ((await names())[0] !== "done");
    expect(isAnswered).toBe(false);
    expect((await answer).status).toBe(200);
  });

  test("gateway-timeout is answered before it is carried out, and the line goes on", async () => {
    const id = await claimed(ground.control);
    await ground.control.faults([{ kind: "gateway-timeout", ms: 200, times: 1 }]);
    expect((await send(ground.sandbox, rename(id, "done"))).status).toBe(504);
    expect(await names()).toEqual(["raspberrypi"]);
    expect((await ask()).status).toBe(200);
    await ground.control.settled();
    expect(await names()).toEqual(["done"]);
    expect((await ground.control.requests()).retried).toBe(0);
  });

  test("slow answers all the same", async () => {
    await ground.control.faults([{ kind: "slow", ms: 50, times: 1 }]);
    expect((await ask()).status).toBe(200);
  });
});

describe("listening", () => {
  test("while it is off connections are refused, then the same address answers again", async () => {
    await ground.control.listening(false);
    await expect(ask()).rejects.toThrow(/ECONNREFUSED/);
    await ground.control.listening(true);
    expect((await ask()).status).toBe(200);
  });
});

describe("limit", () => {
  test("a burst passes, then 429 says how long to wait", async () => {
    await ground.control.limit({ requestsPerSecond: 0.01, burst: 2 });
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(Number(answers[2]?.headers["retry-after"])).toBeGreaterThan(50);
    expect((await ground.control.requests()).rejected).toBe(1);
    await ground.control.limit(null);
    expect((await ask()).status).toBe(200);
  });
});
