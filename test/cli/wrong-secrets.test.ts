import { accountIn, place, start, useCli } from "./support";

const account = useCli();
const secret = "open-sesame-7f2c9a";

const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => start(args, place(env)).ended;

describe("a secret in the wrong form is not quoted, and the form that is expected is said", () => {
  test.each([
    ["--notify-url", "REMOTEIT_WATCH_NOTIFY_URL", `hooks.example.com/in/${secret}`, "an address that begins with https://"],
    [
      "--notify-url",
      "REMOTEIT_WATCH_NOTIFY_URL",
      `ftp://user:${secret}@hooks.example.com`,
      "an address that begins with https://",
    ],
    ["--path", "REMOTEIT_WATCH_PATH", secret, "the path of a URL, such as /hook-2f9c4e1a7b"],
    ["--path", "REMOTEIT_WATCH_PATH", `/${secret}?token=1`, "the path of a URL, such as /hook-2f9c4e1a7b"],
  ])("%s or %s: %s", async (option, variable, value, form) => {
    for (const ended of [
      run(["watch", option, value]),
      run(["watch", `${option}=${value}`]),
      run(["watch"], { [variable]: value }),
    ]) {
      const { code, stdout, stderr } = await ended;
      expect(code).toBe(1);
      expect(stderr).toContain(`Read ${option} or ${variable}`);
      expect(stderr).toContain(form);
      expect(stdout + stderr).not.toContain(secret);
    }
  });

  test.each([
    [["watch", `--notify-ulr=https://hooks.example.com/in/${secret}`], "unknown option '--notify-ulr'"],
    [["watch", `--paht=/${secret}`], "unknown option '--paht'"],
    [[`https://hooks.example.com/in/${secret}`], "https://hooks.example.com/…"],
    [["watch", `https://hooks.example.com/in/${secret}`], "too many arguments"],
  ])("wrong usage: %j", async (args, says) => {
    const { code, stdout, stderr } = await run(args);
    expect(code).toBe(1);
    expect(stderr).toContain(says);
    expect(stdout + stderr).not.toContain(secret);
  });

  test.each([
    ["R3_SECRET_ACCESS_KEY", `${secret} !`],
    ["R3_ACCESS_KEY_ID", `KEY ${secret}`],
    ["R3_DEVELOPER_API_KEY", `${secret} two`],
    ["REMOTEIT_ENDPOINT", `https://user:${secret}@api.remote.it`],
    ["REMOTEIT_REST_ENDPOINT", `//user:${secret}@api.remote.it`],
    ["ALL_PROXY", `socks5://user:${secret}@127.0.0.1:1080`],
    ["ALL_PROXY", `http://user:${secret}@`],
    ["ALL_PROXY", `http://${secret}@127.0.0.1:1`],
  ])("%s is %s", async (variable, value) => {
    const elsewhere = variable === "ALL_PROXY" ? { REMOTEIT_ENDPOINT: "https://api.remoteit.invalid" } : {};
    for (const args of [["inventory"], ["doctor"]]) {
      const { code, stdout, stderr } = await run(args, { ...accountIn(account.sandbox), ...elsewhere, [variable]: value });
      expect(code).toBe(1);
      expect(stdout + stderr).toMatch(/remoteit:|ALL_PROXY/);
      expect(stdout + stderr).not.toContain(secret);
    }
  });
});
