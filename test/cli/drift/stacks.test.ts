import { place } from "../support";
import { environment } from "../../engine/support";
import { pulumi } from "../../engine/support/engine";
import { names, reportOf, useStack } from "./support";

const account = useStack();

/** In the stack's project, with its backend and passphrase, and no key in the environment. */
const inProject = (args: readonly string[], more: NodeJS.ProcessEnv = {}) => {
  const { folder } = account.stack;
  const none = { R3_ACCESS_KEY_ID: "", R3_SECRET_ACCESS_KEY: "", REMOTEIT_ENDPOINT: "" };
  const env = { ...none, PULUMI_BACKEND_URL: `file://${folder}/state`, PULUMI_CONFIG_PASSPHRASE: "passphrase", ...more };
  return account.drift(args, { cwd: folder, env });
};

describe("a stack, through the Pulumi CLI", () => {
  test.each([[["--stack", "dev"]], [["--all-stacks"]], [[]]])(
    "%j: its state, and the account of its configuration",
    async (args) => {
      const report = await reportOf(inProject([...args, "--format", "json"]));
      expect(report).toMatchObject({ stacks: ["dev"], summary: { inSync: 3, unmanaged: 1 } });
      expect(names(report)).toEqual(["unmanaged pump-3"]);
    },
  );

  test("from another folder, with --cwd", async () => {
    const { folder } = account.stack;
    const env = { PULUMI_BACKEND_URL: `file://${folder}/state`, R3_ACCESS_KEY_ID: "", R3_SECRET_ACCESS_KEY: "" };
    const report = await reportOf(account.drift(["--stack", "dev", "--cwd", folder, "-f", "json"], { env }));
    expect(report.summary.inSync).toBe(3);
  });

  test("several at once: what one of them manages is not unmanaged, and all use one endpoint", async () => {
    const { folder } = account.stack;
    const cli = (...args: string[]) => pulumi(args, folder, environment(folder));
    await cli("stack", "init", "other", "--copy-config-from", "dev");
    await cli("stack", "select", "dev");
    const both = ["--stack", "other", "--stack", "dev", "-f", "json"];
    expect(await reportOf(inProject(both))).toMatchObject({ stacks: ["other", "dev"], summary: { inSync: 3, unmanaged: 1 } });
    await cli("config", "set", "remoteit:endpoint", "http://127.0.0.1:9", "--stack", "other");
    const { code, stderr } = await inProject(["--all-stacks"]);
    await cli("stack", "rm", "other", "--yes");
    expect(code).toBe(1);
    expect(stderr).toMatch(/Stack \w+ uses http:.*, and stack \w+ uses http:.*\. Compare them in two runs\./);
  });
});

describe("what keeps Pulumi from telling is an error that says what to do", () => {
  test.each<[string, string[], NodeJS.ProcessEnv, RegExp]>([
    ["no pulumi", ["-s", "dev"], { PATH: "/nowhere" }, /The program pulumi cannot be run \(ENOENT\)\. Install it .*--state/],
    ["no such stack", ["-s", "devv"], {}, /no stack named 'devv' found\. Did you mean "dev"\?/],
    [
      "a wrong passphrase",
      ["-s", "dev"],
      { PULUMI_CONFIG_PASSPHRASE: "x" },
      /incorrect passphrase.*Set PULUMI_CONFIG_PASSPHRASE or/,
    ],
    [
      "no passphrase",
      ["-s", "dev"],
      { PULUMI_CONFIG_PASSPHRASE: undefined },
      /passphrase must be set with.*Set PULUMI_CONFIG_PASSPHRASE or/,
    ],
    ["not logged in", ["-s", "dev"], { PULUMI_BACKEND_URL: "" }, /PULUMI_ACCESS_TOKEN must be set.*Run `pulumi login`/],
    [
      "no backend",
      ["-s", "dev"],
      { PULUMI_BACKEND_URL: "file:///no/where" },
      /unable to open state directory.*Check the backend/,
    ],
    [
      "no folder",
      ["-s", "dev", "--cwd", "no/where"],
      {},
      /no\/where is not a folder\. Give the folder of the Pulumi project with --cwd\./,
    ],
  ])("%s", async (_name, args, env, text) => {
    const { code, stdout, stderr } = await inProject(args, env);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(text);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toContain(account.sandbox.secretAccessKey);
  });

  test("no project", async () => {
    const { cwd } = place();
    const { code, stderr } = await account.drift(["-s", "dev"], { cwd, env: { PULUMI_BACKEND_URL: `file://${cwd}` } });
    expect(code).toBe(1);
    expect(stderr).toMatch(/no Pulumi\.yaml project file found.*Run it in the project's folder, or give that with --cwd\./);
  });

  test("no stack in the project, and none selected", async () => {
    const env = { PULUMI_BACKEND_URL: `file://${place().cwd}` };
    expect((await inProject(["--all-stacks"], env)).stderr).toMatch(/has no stack\. Name stacks with --stack/);
    expect((await inProject([], env)).stderr).toMatch(/No stack is selected.*pulumi stack select/);
  });
});
