import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { consumer, copyExample, describeWithLanguageHost, environment, openStack } from "../support";
import { useAccount } from "../support/account";
import { contents } from "../support/contents";
import { caches } from "../../support/caches";
import { run, temporaryFolder } from "../../support/run";

// Each brings the packages of its language.
jest.setTimeout(600_000);

const account = useAccount();

/** The folder that the examples name by its place in a checkout, of the packed copy. */
const packedPlugin = () => join(consumer(), "node_modules/pulumi-remoteit/provider/plugin");

describe.each([
  ["yaml", "yaml"],
  ["typescript-plugin", "nodejs"],
  ["python", "python"],
  ["go", "go"],
])("examples/%s", (example, language) => {
  describeWithLanguageHost(
    "in a folder of its own",
    () => {
      test("installs the package, and what it declares becomes so; in YAML it goes on through preview and destroy", async () => {
        const folder = copyExample(example, temporaryFolder());
        const { claimCode, deviceId } = await account.claimable({ online: false });
        const config = account.config({ [`remoteit-${example}:claimCode`]: { secret: claimCode } });
        const file = join(folder, "Pulumi.yaml");
        writeFileSync(file, readFileSync(file, "utf8").replace("../../provider/plugin", packedPlugin()));
        const env = { ...caches(), GOFLAGS: "-mod=mod", PULUMI_HOME: join(folder, "pulumi-home") };
        const stack = await openStack(folder, { config, env }, (args, execute) => execute(args));
        const installed = await run("pulumi", ["install"], { cwd: folder, env: environment(folder, env) });
        expect({ code: installed.code, output: installed.code === 0 ? "" : installed.output }).toEqual({ code: 0, output: "" });
        const up = await stack.up();
        expect({ errors: up.errors, changes: up.changes }).toEqual({ errors: [], changes: { create: 4 } });
        expect(JSON.parse((await stack.run("stack", "output", "--json")).stdout)).toEqual({
          device: deviceId,
          account: "sandbox@example.com",
        });
        expect((await contents(account.control)).devices).toEqual([expect.objectContaining({ id: deviceId, name: "pump-7" })]);
        // From here on the engine has the same to do, whichever language has said what is declared.
        if (language !== "yaml") return;
        expect((await stack.preview("--expect-no-changes")).code).toBe(0);
        expect((await stack.destroy()).changes).toEqual({ delete: 4 });
      });
    },
    language,
  );
});
