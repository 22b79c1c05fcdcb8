import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../engine/support";
import { run, temporaryFolder } from "../support/run";

/** Runs .ci/tools where only these programs are on PATH; apt-get writes down what it was asked for. */
async function tools(programs: Record<string, string>): Promise<{ code: number | null; output: string; asked: string }> {
  const own = Object.fromEntries(Object.entries(programs).map(([name, text]) => [`bin/${name}`, `#!/bin/bash\n${text}\n`]));
  // What bash has not built in.
  const folder = temporaryFolder({ asked: "", ...own });
  for (const name of Object.keys(own)) chmodSync(join(folder, name), 0o755);
  for (const name of ["timeout", "tail", "bash"]) await run("ln", ["-s", `/usr/bin/${name}`, join(folder, "bin", name)]);
  const env = { PATH: join(folder, "bin"), ASKED: join(folder, "asked") };
  const { code, output } = await run("/bin/bash", [join(repository, ".ci/tools")], { cwd: folder, env });
  return { code, output, asked: readFileSync(join(folder, "asked"), "utf8") };
}

const root = { id: "echo 0" };
const apt = { "apt-get": 'echo "$*" >> "$ASKED"' };
const all = { chromium: "", xmllint: "", shellcheck: "" };

test("asks for nothing where all is there", async () => {
  expect(await tools({ ...root, ...apt, ...all })).toEqual({ code: 0, output: "", asked: "" });
});

test("downloads and then installs what is missing, and that alone", async () => {
  const { shellcheck: _shellcheck, ...others } = all;
  const { code, output, asked } = await tools({ ...root, ...apt, ...others });
  expect({ code, output }).toEqual({ code: 0, output: "" });
  const words = asked
    .trim()
    .split("\n")
    .map((line) => line.replace(/^.*Timeout=10 /, ""));
  expect(words).toEqual([
    "update",
    "install --no-install-recommends --download-only shellcheck",
    "install --no-install-recommends shellcheck",
  ]);
});

test.each([
  ["who is not root", { id: "echo 1000", ...apt }, "not ours to install"],
  ["where there is no apt-get", root, "not ours to install"],
  ["where apt-get fails", { ...root, "apt-get": "echo no network; exit 100" }, "no network\n"],
])("%s: says which tests are skipped, and does not fail", async (_name, programs, said) => {
  const { code, output, asked } = await tools(programs);
  expect({ code, asked }).toEqual({ code: 0, asked: "" });
  expect(output).toContain(said);
  expect(output).toMatch(/chromium libxml2-utils shellcheck: .* The tests that need them are skipped\.\n$/);
});
