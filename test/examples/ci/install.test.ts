import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { version } from "../../../package.json";
import { consumer, describeWithLanguageHost, environment, repository, writeFiles } from "../../engine/support";
import { run, temporaryFolder } from "../../support/run";

jest.setTimeout(120_000);

/** A repository with the packed plugin among its packages, under the package's name; the rest of the package is not needed here. */
function project(pulumiYaml: string): { folder: string; env: NodeJS.ProcessEnv } {
  const folder = temporaryFolder({
    "Pulumi.yaml": pulumiYaml,
    "plugin/package.json": JSON.stringify({
      name: "pulumi-remoteit",
      version,
      bin: { "pulumi-resource-remoteit": "main.js" },
    }),
  });
  cpSync(join(consumer(), "node_modules/pulumi-remoteit/dist/provider/plugin/main.js"), join(folder, "plugin/main.js"));
  execFileSync("npm", ["pack", "./plugin"], { cwd: folder, stdio: "ignore" });
  const dependencies = { "pulumi-remoteit": `file:pulumi-remoteit-${version}.tgz` };
  writeFiles(folder, { "package.json": JSON.stringify({ name: "infra", private: true, dependencies }) });
  execFileSync("npm", ["install", "--package-lock-only", "--offline"], { cwd: folder, stdio: "ignore" });
  return { folder, env: environment(folder, { PULUMI_HOME: join(folder, "pulumi-home") }) };
}

const install = ({ folder: cwd, env }: { folder: string; env: NodeJS.ProcessEnv }) =>
  run("bash", [join(repository, "examples/ci/install.sh")], { cwd, env });
const plugins = ({ folder: cwd, env }: { folder: string; env: NodeJS.ProcessEnv }) =>
  run("pulumi", ["plugin", "ls"], { cwd, env });

describeWithLanguageHost(
  "install.sh",
  () => {
    test("installs the plugin from the npm package, and what Pulumi.yaml names", async () => {
      const somebody = project(`name: infra\nruntime: yaml\npackages:\n  remoteit: remoteit@${version}\n`);
      const { code, output } = await install(somebody);
      expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
      expect((await plugins(somebody)).stdout).toContain(version);
    });

    test("installs the packages of npm alone for a program that uses the classes", async () => {
      const somebody = project("name: infra\nruntime: nodejs\n");
      expect((await install(somebody)).code).toBe(0);
      expect((await plugins(somebody)).stdout).not.toContain(version);
    });
  },
  "yaml",
);
