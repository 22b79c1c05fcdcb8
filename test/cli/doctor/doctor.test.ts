import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startSandbox } from "../../../sandbox";
import { accountIn, place, type RunOptions, start, useCli } from "../support";

const account = useCli({ devices: 20, services: 1 });

interface Check {
  status: "ok" | "warning" | "failed" | "skipped";
  message: string;
  remedy?: string;
}

/** The checks by their names, of a run that is given other things than the sandbox's account. */
async function examine(options: RunOptions = {}, ...args: string[]) {
  const { code, stdout, stderr } = await account.cli(["doctor", "--json", ...args], options);
  const { formatVersion, ok, checks } = JSON.parse(stdout) as {
    formatVersion: number;
    ok: boolean;
    checks: (Check & { check: string })[];
  };
  expect({ formatVersion, stderr, ok }).toEqual({ formatVersion: 1, stderr: "", ok: code === 0 });
  expect(stdout).not.toContain(account.sandbox.secretAccessKey);
  expect(stdout).not.toContain(account.sandbox.accessKeyId);
  return { code, checks: Object.fromEntries(checks.map(({ check, ...rest }): [string, Check] => [check, rest])) };
}

const statusesOf = (checks: Record<string, Check>, status: Check["status"]) =>
  Object.keys(checks).filter((name) => checks[name]?.status === status);

describe("pulumi-remoteit doctor", () => {
  test("says of a machine where all is well what it found, a line each, and ends with 0", async () => {
    const { code, stdout } = await account.cli(["doctor"], { env: { R3_DEVELOPER_API_KEY: account.sandbox.developerKey } });
    const { accessKeyId, secretAccessKey, developerKey, endpoint, accountId } = account.sandbox;
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split("\n")
        .every((line) => line.startsWith("ok ")),
    ).toBe(true);
    for (const text of [
      process.version.slice(0, 3),
      "Pulumi v",
      "from the environment",
      endpoint,
      accountId,
      "20 devices",
      "cavage",
    ])
      expect(stdout).toContain(text);
    expect(stdout).toContain(`${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`);
    for (const secret of [secretAccessKey, developerKey, accessKeyId]) expect(stdout).not.toContain(secret);
  });

  test("changes nothing: it sends queries alone", async () => {
    await examine();
    const { byOperation } = await account.control.requests();
    expect(Object.keys(byOperation).sort()).toEqual([
      "graphql:getAccess",
      "graphql:getAccount",
      "graphql:offeredMutations",
      "graphql:whoAmI",
      "unknown", // the clock, asked without a signature
    ]);
  });

  test("names the profile and the file that the key comes from", async () => {
    const { cwd, env } = place();
    const file = join(env["HOME"] ?? "", ".remoteit", "credentials");
    mkdirSync(join(file, ".."), { recursive: true });
    const { accessKeyId, secretAccessKey, endpoint } = account.sandbox;
    writeFileSync(file, `[site-b]\nR3_ACCESS_KEY_ID=${accessKeyId}\nR3_SECRET_ACCESS_KEY=${secretAccessKey}\n`);
    const { stdout } = await start(["doctor"], { cwd, env: { ...env, REMOTEIT_ENDPOINT: endpoint, REMOTEIT_PROFILE: "SITE-B" } })
      .ended;
    expect(stdout).toContain(`from the profile site-b in ${file}`);
  });

  test("without a key, names the three ways to give one, and looks at the machine all the same", async () => {
    const { code, checks } = await examine({ env: { R3_ACCESS_KEY_ID: "", R3_SECRET_ACCESS_KEY: "" } });
    expect(code).toBe(1);
    expect(checks["credentials"]).toMatchObject({ status: "failed", message: expect.stringContaining("no access key") });
    expect(checks["credentials"]?.remedy).toMatch(/pulumi config set.*R3_ACCESS_KEY_ID.*\.remoteit\/credentials/s);
    expect(statusesOf(checks, "ok")).toEqual(["node", "pulumi"]);
  });

  test("a wrong key: the way there is well, the signature is not", async () => {
    const { code, checks } = await examine({ env: { R3_SECRET_ACCESS_KEY: "bm90IHRoZSBzZWNyZXQ=" } });
    expect(code).toBe(1);
    expect(statusesOf(checks, "failed")).toEqual(["signature"]);
    expect(checks["endpoint"]?.status).toBe("ok");
    expect(checks["signature"]?.remedy).toContain("environment");
    expect(statusesOf(checks, "skipped")).toEqual(["account", "permissions", "page size", "mutations", "developer key"]);
  });

  test.each([
    [4000, "4,000 seconds behind"],
    [-4000, "4,000 seconds ahead of"],
  ])("a clock that is off tells by how many seconds: %d", async (offset, text) => {
    await account.control.clock(offset);
    const { code, checks } = await examine();
    expect(checks["clock"]).toMatchObject({ status: "warning", remedy: expect.stringContaining("NTP") });
    // What runs between the two readings may take a second.
    const seconds = Number(/[\d,]+/.exec(checks["clock"]?.message ?? "")?.[0].replace(",", ""));
    expect(Math.abs(seconds - Math.abs(offset))).toBeLessThanOrEqual(1);
    expect(checks["clock"]?.message).toContain(text.split(" seconds ")[1]);
    expect(checks["signature"]?.status).toBe("ok"); // by the server's time
    expect(code).toBe(0);
  });

  test("no network: says what cannot be reached, and skips what needs it", async () => {
    await account.control.listening(false);
    const { code, checks } = await examine();
    await account.control.listening(true);
    expect(code).toBe(1);
    expect(statusesOf(checks, "failed")).toEqual(["endpoint"]);
    expect(checks["endpoint"]).toMatchObject({
      message: expect.stringContaining("ECONNREFUSED"),
      remedy: expect.stringContaining("Check the network"),
    });
    expect(statusesOf(checks, "ok")).toEqual(["node", "pulumi", "credentials"]);
  });

  test("a proxy that answers with a web page is told from remote.it", async () => {
    await account.control.faults([{ kind: "html" }]);
    const { code, checks } = await examine();
    expect(code).toBe(1);
    expect(checks["endpoint"]).toMatchObject({
      status: "failed",
      message: expect.stringContaining("web page (HTML)"),
      remedy: expect.stringContaining("proxy"),
    });
  });

  test("something else that answers, and tells no time", async () => {
    const server = createServer((_request, response) => {
      response.sendDate = false;
      response.end("hello");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { checks } = await examine({ env: { REMOTEIT_ENDPOINT: `http://127.0.0.1:${port}` } });
    server.close();
    expect(statusesOf(checks, "warning")).toEqual(["clock"]);
    expect(statusesOf(checks, "failed")).toEqual(["endpoint"]);
  });

  test("no Pulumi on PATH is a warning with what does without it", async () => {
    const { code, checks } = await examine({ env: { PATH: "/nowhere" } });
    expect(code).toBe(0);
    expect(checks["pulumi"]).toMatchObject({ status: "warning", remedy: expect.stringContaining("--state") });
  });

  test("throttling is told as it is", async () => {
    await account.control.faults([{ kind: "status", status: 429, retryAfter: 0, match: { operation: "getAccount" } }]);
    const { code, checks } = await examine();
    expect(code).toBe(1);
    expect(checks["account"]).toMatchObject({ status: "failed", message: expect.stringContaining("429") });
  });
});

describe("what REST has to do", () => {
  test("mutations that the schema lacks are named, with what REST does in their place and the key that it needs", async () => {
    const sandbox = await startSandbox({ devices: 2, without: ["renameService", "removeService"] });
    const run = (more: NodeJS.ProcessEnv = {}) => examine({ env: { ...accountIn(sandbox), ...more } });
    const { code, checks } = await run();
    const withKey = await run({ R3_DEVELOPER_API_KEY: sandbox.developerKey });
    await sandbox.stop();
    expect(code).toBe(0);
    expect(checks["mutations"]).toMatchObject({
      status: "ok",
      message: expect.stringMatching(/removeService \(.*\), renameService \(renaming\)/),
    });
    expect(checks["developer key"]).toMatchObject({
      status: "warning",
      remedy: expect.stringContaining("remoteit:developerKey"),
    });
    expect(withKey.checks["developer key"]).toMatchObject({ status: "ok", message: expect.stringContaining("renaming") });
  });

  test("a mutation that nothing replaces is a failure", async () => {
    const sandbox = await startSandbox({ without: ["setAttributes"] });
    const { code, checks } = await examine({ env: accountIn(sandbox) });
    await sandbox.stop();
    expect(code).toBe(1);
    expect(checks["mutations"]).toMatchObject({ status: "failed", message: expect.stringContaining("lacks setAttributes") });
  });
});

describe("what the key may do", () => {
  test("an empty account tells nothing of it", async () => {
    await account.control.reset();
    const { checks } = await examine();
    expect(checks["permissions"]).toMatchObject({ status: "ok", message: expect.stringContaining("unknown") });
  });

  test("devices that can only be seen are counted", async () => {
    await account.control.reset({ devices: 2 });
    const { deviceId, claimCode } = await account.control.agent({ hardwareId: "hw-1", name: "seen", permissions: ["VIEW"] });
    expect(deviceId).not.toBe("");
    await account.control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
    const { checks } = await examine();
    expect(checks["permissions"]).toMatchObject({
      status: "warning",
      message: expect.stringContaining("2 of 3 devices can be managed"),
    });
  });

  test("of an account that one acts for, says so", async () => {
    const other = await account.control.account("owner@example.com");
    await account.control.member({ accountId: other.accountId, of: account.sandbox.accountId });
    const { checks } = await examine({ env: { REMOTEIT_ACCOUNT_ID: other.accountId } });
    expect(checks["account"]?.message).toMatch(/^owner@example\.com .*acts; its webhook and REST are out of reach/);
  });

  test("an account of more than a page is so many pages", async () => {
    const sandbox = await startSandbox({ devices: 2001 });
    const { checks } = await examine({ env: accountIn(sandbox) });
    await sandbox.stop();
    expect(checks["page size"]?.message).toBe("1,000 devices: the account is 3 pages");
    expect(checks["permissions"]?.message).toBe("all of the first 1,000 devices can be managed");
  });
});
