import { chmodSync, cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

/** Nothing listens on port 9: whatever goes there is refused at once, as on a machine without a network. */
const nowhere = "http://127.0.0.1:9";

function withoutNetwork(path: string): NodeJS.ProcessEnv {
  const caches = temporaryFolder();
  return {
    PATH: path,
    XDG_CACHE_HOME: caches,
    HOME: caches,
    npm_config_registry: nowhere,
    npm_config_cache: join(caches, "npm"),
    npm_config_fetch_retries: "0",
    NODE_USE_ENV_PROXY: "1",
    HTTPS_PROXY: nowhere,
    HTTP_PROXY: nowhere,
    NO_PROXY: "",
    GOPROXY: nowhere,
  };
}

/** Set-up of this checkout, whose packages are there, with these programs on PATH. */
function setUp(programs: Record<string, string>) {
  const folder = temporaryFolder(programs);
  for (const name of Object.keys(programs)) chmodSync(join(folder, name), 0o755);
  return run(process.execPath, ["scripts/setup.mjs"], { env: withoutNetwork(folder) });
}

test("set-up that cannot get the packages says what failed and what to do, and does not go on", async () => {
  const checkout = temporaryFolder();
  for (const part of ["scripts", "package.json", "package-lock.json"]) {
    cpSync(join(repository, part), join(checkout, part), { recursive: true });
  }
  const env = withoutNetwork(process.env["PATH"] ?? "");
  const { code, stdout, output } = await run("node", ["scripts/setup.mjs"], { cwd: checkout, env });
  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(output).toContain("set-up: installing the packages of package-lock.json");
  expect(output).toContain("ECONNREFUSED"); // npm's own reason stays visible
  expect(output).toMatch(/set-up: stopped\. npm ci .* failed.*Check the network and npm's registry, then run again\.\n$/s);
  expect(output).not.toMatch(/^\s+at /m);
  expect(existsSync(join(checkout, ".work/packages"))).toBe(false);
});

test("set-up that finds no engine and can have none names all three ways, and keeps what was found before", async () => {
  const before = readFileSync(join(repository, ".work/engine.json"), "utf8");
  const { code, output } = await setUp({});
  expect(code).toBe(1);
  const [, reasons] = output.split("There is no Pulumi engine, and none could be had:");
  expect(reasons).toMatch(/- on PATH: none that serves\n/);
  expect(reasons).toMatch(/- Pulumi's installer: Failed to download .*\n/);
  expect(reasons).toMatch(/- a build through the Go module proxy: there is no Go on PATH\n/);
  expect(reasons).toMatch(/Install Pulumi 3\.251\.0 or newer \(https:\S+\), or Go, and run again in .*\.\n$/);
  expect(output).not.toMatch(/^\s+at /m);
  expect(readFileSync(join(repository, ".work/engine.json"), "utf8")).toBe(before);
});

test.each([
  [
    "that is too old",
    { pulumi: "#!/bin/sh\necho v3.250.9\n", "pulumi-resource-pulumi-nodejs": "" },
    "3.250.9; 3.251.0 or newer is needed",
  ],
  ["without the helper for dynamic providers", { pulumi: "#!/bin/sh\necho v4.0.0\n" }, "without pulumi-resource-pulumi-nodejs"],
])("an engine on PATH %s is left alone, and set-up says why", async (_what, programs, reason) => {
  const { code, output } = await setUp(programs);
  expect(output).toContain(reason);
  expect(code).toBe(1);
});

test("a build that Go refuses gives Go's own reason", async () => {
  const { code, output } = await setUp({ go: '#!/bin/sh\n[ "$1" = version ] || { echo "no such module" >&2; exit 1; }\n' });
  expect(output).toContain("no such module");
  expect(output).toMatch(/- a build through the Go module proxy: go build failed; what it says is above\n/);
  expect(code).toBe(1);
});
