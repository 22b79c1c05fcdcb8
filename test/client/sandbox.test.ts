import { WhoAmIDocument as WhoAmI } from "../../api/generated/graphql";
import { createClient, type Log, type Settings } from "../../provider/client";
import { AuthenticationError, RateLimitError, RestError, TransientError, UnsupportedOperation } from "../../provider/core/errors";
import { type Control, controlOf, type Sandbox, startSandbox } from "../../sandbox";
import { settingsFor } from "./server";

let sandbox: Sandbox;
let control: Control;
beforeAll(async () => {
  sandbox = await startSandbox({ devices: 2, without: ["addService"] });
  control = controlOf(sandbox.control);
});
afterAll(() => sandbox.stop());
afterEach(async () => {
  await control.clearFaults();
  await control.clock(0);
  await control.limit(null);
});

const about = { what: "Ask" };
const clientWith = (more: Partial<Settings> = {}, log?: Log) => {
  const { endpoint, accessKeyId, secretAccessKey, developerKey } = sandbox;
  return createClient(settingsFor(endpoint, { accessKeyId, secretAccessKey, developerKey, ...more }), log);
};
const ask = (more: Partial<Settings> = {}) => clientWith(more).graphql(WhoAmI, {}, about);

describe.each(["cavage", "rfc9421"] as const)("signed by %s", (signature) => {
  test("GraphQL knows whose key it is", async () => {
    expect(await clientWith({ signature }).account()).toMatchObject({ id: sandbox.accountId, ownId: sandbox.accountId });
  });

  test("REST lists, names and makes devices", async () => {
    const { rest } = clientWith({ signature });
    const { devices } = await rest("device/list/all", {}, about);
    expect(devices).toHaveLength(2);
    await rest("device/name", { deviceaddress: devices[0]?.deviceaddress ?? "", devicealias: "Café 🚀" }, about);
    expect((await rest("device/list/all", {}, about)).devices[0]?.devicealias).toBe("Café 🚀");
    const { projectKey, projectSecret } = sandbox;
    expect((await rest("device/address", { projectKey, projectSecret }, about)).deviceaddress).toMatch(
      /^([0-9A-F]{2}:){7}[0-9A-F]{2}$/i,
    );
  });

  test("a wrong secret and an unknown key are refused", async () => {
    const wrong = Buffer.from("another secret").toString("base64");
    await expect(ask({ signature, secretAccessKey: wrong })).rejects.toBeInstanceOf(AuthenticationError);
    await expect(ask({ signature, accessKeyId: "NOBODY" })).rejects.toBeInstanceOf(AuthenticationError);
  });

  test("a clock that is off is made up for, with one warning, for the rest of the process", async () => {
    await control.clock(-3600);
    const said: string[] = [];
    const client = clientWith({ signature }, (level, message) => said.push(`${level}: ${message}`));
    await control.reset({ devices: 2 });
    await control.clock(-3600);
    await client.account();
    await client.supportsMutation("addService");
    expect(said).toEqual([expect.stringMatching(/^warning: This machine's clock is 3\d\d\d s ahead of remote\.it's\./)]);
    expect(await control.requests()).toMatchObject({ total: 3, rejected: 1 });
  });

  test("a wrong key under a clock that is off is told as a wrong key", async () => {
    await control.clock(-3600);
    await expect(ask({ signature, accessKeyId: "UNKNOWN" })).rejects.toBeInstanceOf(AuthenticationError);
  });
});

test("a disabled key is refused, with where it came from", async () => {
  const key = await control.key();
  expect(await ask(key)).toMatchObject({ login: { id: sandbox.accountId } });
  await control.disableKey(key.accessKeyId);
  await expect(ask(key)).rejects.toThrow(/came from: environment/);
});

test("mutations hidden from the schema are not offered", async () => {
  const { supportsMutation } = clientWith();
  expect([await supportsMutation("addService"), await supportsMutation("removeService")]).toEqual([false, true]);
});

test("REST is refused for an organization, whose account GraphQL reaches", async () => {
  const { accountId } = await control.account("plant@example.com");
  await control.member({ accountId, of: sandbox.accountId });
  const client = clientWith({ accountId });
  expect(await client.account()).toEqual({ id: accountId, email: "plant@example.com", ownId: sandbox.accountId });
  await expect(client.rest("device/list/all", {}, about)).rejects.toBeInstanceOf(UnsupportedOperation);
});

test("refusals of REST have their code", async () => {
  const refused = clientWith().rest("device/delete", { deviceaddress: "80:00:00:00:00:00:00:00" }, about);
  await expect(refused).rejects.toBeInstanceOf(RestError);
  await expect(refused).rejects.toMatchObject({ code: "0861" });
});

test.each([
  [{ kind: "status", status: 503 }, "unknown"],
  [{ kind: "reset" }, "unknown"],
  [{ kind: "truncated" }, "unknown"],
  [{ kind: "lost-answer" }, "unknown"],
  [{ kind: "timeout" }, "unknown"],
] as const)("the fault %j may have been carried out", async (fault, reached) => {
  await control.faults([{ match: {}, times: 1, ...fault }]);
  const error: unknown = await ask({ timeoutSeconds: 1 }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TransientError);
  expect(error).toMatchObject({ reached });
});

test("a rate limit is told with the time to wait", async () => {
  await control.limit({ requestsPerSecond: 0.1, burst: 1 });
  const errors = (await Promise.allSettled([ask(), ask(), ask()])).flatMap((result) =>
    result.status === "rejected" ? [result.reason as unknown] : [],
  );
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) {
    expect(error).toBeInstanceOf(RateLimitError);
    expect((error as RateLimitError).retryAfterSeconds).toBeGreaterThan(0);
  }
});
