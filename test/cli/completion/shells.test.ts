import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { main, place } from "../support";

interface Shell {
  /** Completes the line, and gives what the shell would offer. */
  offers: (line: string) => string[];
}

/** The command on PATH under its name, as an installed package has it, and the script in a file. */
function installed(shell: string) {
  const { cwd, env } = place();
  const bin = join(cwd, "bin");
  mkdirSync(bin);
  symlinkSync(main(), join(bin, "pulumi-remoteit"));
  const all = { ...env, PATH: [bin, env["PATH"]].join(delimiter) };
  const script = join(cwd, "completion");
  writeFileSync(script, execFileSync(process.execPath, [main(), "completion", shell], { env: all }));
  const run = (file: string, ...args: string[]) =>
    execFileSync(file, args, { cwd, env: all, encoding: "utf8" }).split("\n").filter(Boolean);
  return { run, script };
}

const shells: Record<string, () => Shell> = {
  bash: () => {
    const { run, script } = installed("bash");
    // As readline calls it: the words of the line, and which of them the cursor is at. It breaks words at an equals sign.
    const program = `source ${script}
      read -ra COMP_WORDS <<< "\${1//=/ = }"
      [[ $1 == *[\\ =] ]] && COMP_WORDS+=("")
      COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
      $(complete -p pulumi-remoteit | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    return { offers: (line) => run("bash", "-c", program, "bash", line) };
  },
  fish: () => {
    const { run, script } = installed("fish");
    return {
      offers: (line) =>
        run("fish", "-c", `source ${script}; complete -C ${JSON.stringify(line)}`).map((text) => text.split("\t")[0] ?? ""),
    };
  },
};

const isThere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe.each(Object.keys(shells))("completion in %s", (name) => {
  if (!isThere(name)) {
    test.skip(`needs ${name}, which this machine does not have`, () => undefined);
    return;
  }
  let shell: Shell;
  beforeAll(() => {
    shell = (shells[name] as () => Shell)();
  });

  test.each([
    ["pulumi-remoteit dri", ["drift"]],
    ["pulumi-remoteit drift --for", ["--format"]],
    ["pulumi-remoteit drift --stack prod --format js", ["json"]],
    ["pulumi-remoteit drift -f sa", ["sarif"]],
    ["pulumi-remoteit inventory --state in", ["inactive"]],
    ["pulumi-remoteit completion z", ["zsh"]],
  ])("%j", (line, offers) => {
    expect(shell.offers(line)).toEqual(offers);
  });

  test("offers every command, without the one that the scripts ask", () => {
    const offers = shell.offers("pulumi-remoteit ");
    expect(offers).toEqual(expect.arrayContaining(["drift", "inventory", "doctor", "completion", "sandbox"]));
    expect(offers).not.toContain("complete");
  });

  test("takes an equals sign between an option and its value", () => {
    expect(shell.offers("pulumi-remoteit drift --format=ht").map((text) => text.replace("--format=", ""))).toEqual(["html"]);
  });
});

test("zsh understands its script", () => {
  const { script } = installed("zsh");
  expect(readFileSync(script, "utf8")).toMatch(/^#compdef pulumi-remoteit\n/);
  if (isThere("zsh")) execFileSync("zsh", ["-n", script]);
});
