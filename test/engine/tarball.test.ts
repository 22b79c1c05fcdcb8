import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import description from "../../package.json";
import { controlOf, startSandbox } from "../../sandbox";
import { run, temporaryFolder } from "../support/run";
import { describeWithLanguageHost, openStack, writeFiles, type Stack } from "./support";

// Installing and type-checking a whole project takes its time on a small machine.
jest.setTimeout(300_000);

const program = `import * as pulumi from "@pulumi/pulumi";
import { Device, Service, Webhook, getAccount } from "pulumi-remoteit";

const config = new pulumi.Config();
const pump = new Device("pump", { claimCode: config.requireSecret("claimCode"), name: "pump-7", tags: ["site-a"] });
const ssh = new Service("pump-ssh", { deviceId: pump.id, name: "ssh", application: "SSH", port: 22 });
new Webhook("events", { url: "http://127.0.0.1:9/remoteit" });
export const port: pulumi.Output<number | undefined> = ssh.port;
export const account = getAccount().then(({ email }) => email);
`;

const sandboxUse = `import { controlOf, startSandbox } from "pulumi-remoteit/sandbox";
void startSandbox({ devices: 1 }).then(({ control }) => controlOf(control).requests());
`;

/** A project of somebody else: outside the repository, with what npm installs and nothing of ours. */
async function project(): Promise<string> {
  const folder = temporaryFolder();
  await run("npm", ["pack", "--pack-destination", folder]); // builds first, by the script prepare
  const [tarball] = readdirSync(folder);
  const versions = description.devDependencies;
  writeFiles(folder, {
    "Pulumi.yaml": "name: somebody\nruntime: nodejs\n",
    "package.json": JSON.stringify({
      name: "somebody",
      main: "index.ts",
      dependencies: { "@pulumi/pulumi": versions["@pulumi/pulumi"], "pulumi-remoteit": `file:${tarball ?? ""}` },
      devDependencies: { typescript: versions.typescript, "@types/node": versions["@types/node"] },
    }),
    "tsconfig.json": JSON.stringify({
      // Not skipLibCheck: the package's own declarations must be right as well.
      compilerOptions: { strict: true, target: "es2022", module: "node16", moduleResolution: "node16", noEmit: true },
      files: ["index.ts", "own.test.ts"],
    }),
    "index.ts": program,
    "own.test.ts": sandboxUse,
  });
  const { code, output } = await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: folder });
  if (code !== 0) throw new Error(`npm could not install the packed package:\n${output}`);
  return folder;
}

describeWithLanguageHost("a TypeScript project that installed the packed package", () => {
  let folder: string;
  let stack: Stack;
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  let pump: string;
  let claim: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    const agent = { hardwareId: "b827eb-1", name: "raspberrypi", services: [], configurable: true, online: true };
    const { deviceId, claimCode } = await controlOf(sandbox.control).agent(agent);
    [pump, claim] = [deviceId, claimCode ?? ""];
    folder = await project();
    stack = await openStack(
      folder,
      {
        config: {
          "remoteit:endpoint": sandbox.endpoint,
          "remoteit:accessKeyId": sandbox.accessKeyId,
          "remoteit:secretAccessKey": { secret: sandbox.secretAccessKey },
          "somebody:claimCode": { secret: claim },
        },
      },
      (args, run) => run(args),
    );
  });

  afterAll(() => sandbox.stop());

  test("has all that it needs: npm finds nothing missing and no peer of a wrong version", async () => {
    expect(await run("npm", ["ls", "--all"], { cwd: folder })).toMatchObject({ code: 0 });
  });

  test("compiles, with the package's declarations, and not with a property that there is not", async () => {
    const right = await run("npx", ["tsc"], { cwd: folder });
    expect(right).toMatchObject({ code: 0, output: "" });
    writeFileSync(join(folder, "wrong.ts"), program.replace("tags:", "tag:").replace("ssh.port", "ssh.color"));
    const wrong = await run("npx", ["tsc", "--noEmit", "--strict", "--module", "node16", "wrong.ts"], { cwd: folder });
    expect(wrong.output).toContain("'tag' does not exist in type 'DeviceArgs'");
    expect(wrong.output).toContain("Property 'color' does not exist on type 'Service'");
  });

  test("goes through up, preview, refresh, an edit and up", async () => {
    expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 3 } });
    expect(await stack.preview("--expect-no-changes")).toMatchObject({ code: 0, changes: { same: 3 } });
    expect(await stack.refresh("--expect-no-changes")).toMatchObject({ code: 0 });
    writeFileSync(join(folder, "index.ts"), program.replace("pump-7", "pump-8").replace("port: 22", "port: 2222"));
    expect(await stack.up()).toMatchObject({ code: 0, changes: { update: 2, same: 1 } });
    const query = "query($id: [String!]!) { login { device(id: $id) { name services { port } } } }";
    expect(await controlOf(sandbox.control).change(query, { id: [pump] })).toEqual({
      login: { device: [{ name: "pump-8", services: [{ port: 2222 }] }] },
    });
  });

  test("keeps no secret in plain in its state, nor the provider's code", async () => {
    const { text, resources } = await stack.state();
    for (const secret of [sandbox.secretAccessKey, claim]) expect(text).not.toContain(secret);
    expect(Object.keys(resources).sort()).toEqual(["events", "pump", "pump-ssh"]);
    expect(text).toContain('require(\\"pulumi-remoteit/dynamic/device\\")');
    expect((await stack.state({ showSecrets: true })).text).toContain(claim); // it is there, and encrypted
  });

  test("destroys what it made", async () => {
    await controlOf(sandbox.control).agentState(pump, "offline");
    expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 3 } });
    const { login } = (await controlOf(sandbox.control).change("{ login { devices { total } } }")) as {
      login: { devices: { total: number } };
    };
    expect(login.devices.total).toBe(0);
  });
});
