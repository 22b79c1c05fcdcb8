import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { join } from "node:path";
import { controlOf, startSandbox } from "../../sandbox";
import { describeWithLanguageHost, environment, openStack, repository } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

// Two installs from npm's registry, one of them of everything that the build needs.
jest.setTimeout(600_000);

/** The files of this checkout as a clone would have them: no packages, nothing built. */
function clone(): string {
  const folder = temporaryFolder();
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
  });
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(join(repository, name)))) {
    cpSync(join(repository, file), join(folder, file));
  }
  return folder;
}

describeWithLanguageHost("a fresh clone, with nothing but Node and Pulumi", () => {
  test("`pulumi install` and `pulumi up` at its root run the quickstart", async () => {
    const sandbox = await startSandbox();
    try {
      const agent = { hardwareId: "b827eb-1", name: "raspberrypi", services: [], configurable: true, online: false };
      const { deviceId, claimCode } = await controlOf(sandbox.control).agent(agent);
      const folder = clone();
      const config = {
        "remoteit:endpoint": sandbox.endpoint,
        "remoteit:accessKeyId": sandbox.accessKeyId,
        "remoteit:secretAccessKey": { secret: sandbox.secretAccessKey },
        "remoteit-quickstart:claimCode": { secret: claimCode ?? "" },
      };
      const stack = await openStack(folder, { config }, (args, execute) => execute(args));
      expect((await stack.up()).output).toContain("Have you run pulumi install?");
      // The person's own npm cache: the home of a test is empty.
      const cache = execFileSync("npm", ["config", "get", "cache"], { encoding: "utf8" }).trim();
      const env = environment(folder, { npm_config_cache: cache, npm_config_prefer_offline: "true" });
      const installed = await run("pulumi", ["install"], { cwd: folder, env });
      expect({ code: installed.code, output: installed.code === 0 ? "" : installed.output }).toEqual({ code: 0, output: "" });
      expect(await stack.up()).toMatchObject({ code: 0, changes: { create: 3 } });
      expect((await stack.state()).resources["pump"]?.id).toBe(deviceId);
      expect(await stack.destroy()).toMatchObject({ code: 0, changes: { delete: 3 } });
    } finally {
      await sandbox.stop();
    }
  });
});
