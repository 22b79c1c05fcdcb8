import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { place, start, useCli } from "../support";
import { examine, holds, statusesOf } from "./support";

const account = useCli({ devices: 20, services: 1 });

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
    await examine(account);
    const { byOperation } = await account.control.requests();
    expect(Object.keys(byOperation).sort()).toEqual([
      "graphql:IntrospectionQuery",
      "graphql:getAccess",
      "graphql:getAccount",
      "graphql:whoAmI",
      "rest:device/list/all", // whether there is REST, asked without a signature
      "unknown", // the clock, asked likewise
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

  describe("the credentials file", () => {
    const at = (mode: number, folder = "home") => {
      const { cwd, env } = place();
      const home = join(cwd, folder);
      const file = join(home, ".remoteit", "credentials");
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, "[other]\nR3_ACCESS_KEY_ID=ID\nR3_SECRET_ACCESS_KEY=c2VjcmV0\n");
      chmodSync(file, mode);
      return { file, options: { cwd, env: { ...env, HOME: home } } };
    };

    test.each([
      [0o644, "its group and everybody on this machine (mode 644)"],
      [0o640, "its group (mode 640)"],
      [0o604, "everybody on this machine (mode 604)"],
      [0o620, "its group (mode 620)"],
      [0o601, "everybody on this machine (mode 601)"],
    ])("of mode %o is warned of, with what to run, also where the key comes from elsewhere", async (mode, whom) => {
      const { file, options } = at(mode);
      const { code, checks } = await examine(account, options);
      expect(code).toBe(0);
      expect(checks["credentials file"]).toEqual({
        status: "warning",
        message: `${file} is open to ${whom}, and keys stand in it`,
        remedy: holds(`Run \`chmod 600 ${file}\``),
      });
    });

    test("is warned of where there is no usable key, and its name is quoted for the shell", async () => {
      const { file, options } = at(0o666, "o'home of mine");
      const { checks } = await examine(account, {
        ...options,
        env: { ...options.env, R3_ACCESS_KEY_ID: "", R3_SECRET_ACCESS_KEY: "" },
      });
      expect(checks["credentials"]?.status).toBe("failed");
      expect(checks["credentials file"]?.remedy).toContain(`chmod 600 '${file.replace("'", `'\\''`)}'`);
    });

    test.each([0o600, 0o400])("of mode %o is well", async (mode) => {
      const { file, options } = at(mode);
      const { checks } = await examine(account, options);
      expect(checks["credentials file"]).toEqual({ status: "ok", message: `${file} is its owner's alone` });
    });

    test("that is not there is not spoken of", async () => {
      expect((await examine(account)).checks["credentials file"]).toBeUndefined();
    });
  });

  test("without a key, names the three ways to give one, and looks at the machine all the same", async () => {
    const { code, checks } = await examine(account, { env: { R3_ACCESS_KEY_ID: "", R3_SECRET_ACCESS_KEY: "" } });
    expect(code).toBe(1);
    expect(checks["credentials"]).toMatchObject({ status: "failed", message: holds("no access key") });
    expect(checks["credentials"]?.remedy).toMatch(/pulumi config set.*R3_ACCESS_KEY_ID.*\.remoteit\/credentials/s);
    expect(statusesOf(checks, "ok")).toEqual(["node", "pulumi"]);
  });

  test("a wrong key: the way there is well, the signature is not", async () => {
    const { code, checks } = await examine(account, { env: { R3_SECRET_ACCESS_KEY: "bm90IHRoZSBzZWNyZXQ=" } });
    expect(code).toBe(1);
    expect(statusesOf(checks, "failed")).toEqual(["signature"]);
    expect(checks["endpoint"]?.status).toBe("ok");
    expect(checks["signature"]?.remedy).toContain("environment");
    expect(statusesOf(checks, "skipped")).toEqual([
      "account",
      "permissions",
      "page size",
      "mutations",
      "schema",
      "developer key",
    ]);
  });

  test.each([
    [4000, "4,000 seconds behind"],
    [-4000, "4,000 seconds ahead of"],
  ])("a clock that is off tells by how many seconds: %d", async (offset, text) => {
    await account.control.clock(offset);
    const { code, checks } = await examine(account);
    expect(checks["clock"]).toMatchObject({ status: "warning", remedy: holds("NTP") });
    // What runs between the two readings may take a second.
    const seconds = Number(/[\d,]+/.exec(checks["clock"]?.message ?? "")?.[0].replace(",", ""));
    expect(Math.abs(seconds - Math.abs(offset))).toBeLessThanOrEqual(1);
    expect(checks["clock"]?.message).toContain(text.split(" seconds ")[1]);
    expect(checks["signature"]?.status).toBe("ok"); // by the server's time
    expect(code).toBe(0);
  });

  test("no network: says what cannot be reached, and skips what needs it", async () => {
    await account.control.listening(false);
    const { code, checks } = await examine(account);
    await account.control.listening(true);
    expect(code).toBe(1);
    expect(statusesOf(checks, "failed")).toEqual(["endpoint"]);
    expect(checks["endpoint"]).toMatchObject({
      message: holds("ECONNREFUSED"),
      remedy: holds("Check the network"),
    });
    expect(statusesOf(checks, "ok")).toEqual(["node", "pulumi", "credentials", "proxy", "certificates"]);
    expect(statusesOf(checks, "skipped").slice(0, 2)).toEqual(["address", "clock"]);
  });

  test("a proxy that answers with a web page is told from remote.it", async () => {
    await account.control.faults([{ kind: "html" }]);
    const { code, checks } = await examine(account);
    expect(code).toBe(1);
    expect(checks["endpoint"]).toMatchObject({
      status: "failed",
      message: holds("web page (HTML)"),
      remedy: holds("proxy"),
    });
  });

  test("something else that answers, and sends no time", async () => {
    const server = createServer((_request, response) => {
      response.sendDate = false;
      response.end("hello");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { checks } = await examine(account, { env: { REMOTEIT_ENDPOINT: `http://127.0.0.1:${port}` } });
    server.close();
    expect(statusesOf(checks, "warning")).toEqual(["clock"]);
    expect(statusesOf(checks, "failed")).toEqual(["endpoint"]);
  });

  test("no Pulumi on PATH is a warning with what does without it", async () => {
    const { code, checks } = await examine(account, { env: { PATH: "/nowhere" } });
    expect(code).toBe(0);
    expect(checks["pulumi"]).toMatchObject({ status: "warning", remedy: holds("--state") });
  });

  test("throttling is told as it is", async () => {
    await account.control.faults([{ kind: "status", status: 429, retryAfter: 0, match: { operation: "getAccount" } }]);
    const { code, checks } = await examine(account);
    expect(code).toBe(1);
    expect(checks["account"]).toMatchObject({ status: "failed", message: holds("429") });
  });
});
