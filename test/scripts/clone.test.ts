import { execFileSync } from "node:child_process";
import { controlOf, startSandbox } from "../../sandbox";
import { describeWithLanguageHost, environment, openStack } from "../engine/support";
import { run } from "../support/run";
import { clone } from "./support";

// Two installs from npm's registry, one of them of everything that the build needs.
jest.setTimeout(600_000);

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
    } finally {
      await sandbox.stop();
    }
  });
});
