import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pulumi } from "../../engine/support/engine";
import { main, place } from "../support";

interface Shell {
  /** Completes the line, and gives what the shell would offer. */
  offers: (line: string) => string[];
}

/** A project with files and stacks, the command on PATH under its name and among its packages, and the script in a file. */
async function installed(shell: string) {
  const { cwd, env } = place();
  const bins = ["bin", "node_modules/.bin"];
  for (const folder of [...bins, "state", "reports"]) mkdirSync(join(cwd, folder), { recursive: true });
  for (const folder of bins) symlinkSync(main(), join(cwd, folder, "pulumi-remoteit"));
  for (const file of ["report.html", "my file.txt"]) writeFileSync(join(cwd, file), "");
  writeFileSync(join(cwd, "Pulumi.yaml"), "name: shop\nruntime: yaml\n");
  for (const stack of ["dev", "prod"]) await pulumi(["stack", "init", stack], cwd, env);
  const all = { ...env, PATH: [join(cwd, "bin"), env["PATH"]].join(delimiter) };
  const script = join(cwd, "completion");
  writeFileSync(script, execFileSync(process.execPath, [main(), "completion", shell], { env: all }));
  const run = (file: string, ...args: string[]) =>
    execFileSync(file, args, { cwd, env: all, encoding: "utf8" }).split("\n").filter(Boolean);
  return { run, script };
}

const shells: Record<string, () => Promise<Shell>> = {
  bash: async () => {
    const { run, script } = await installed("bash");
    // As readline calls it: the words of the line, and which of them the cursor is at. It breaks words at an equals sign.
    const program = `source ${script}
      read -ra COMP_WORDS <<< "\${1//=/ = }"
      [[ $1 == *[\\ =] ]] && COMP_WORDS+=("")
      COMP_CWORD=$(( \${#COMP_WORDS[@]} - 1 ))
      $(complete -p "\${COMP_WORDS[0]}" | sed 's/.*-F \\([^ ]*\\) .*/\\1/')
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    return { offers: (line) => run("bash", "-c", program, "bash", line) };
  },
  zsh: async () => {
    const { run, script } = await installed("zsh");
    // What its completion system would be told, by the functions that it is told with.
    const program = `
      compdef() { typeset -gA functionOf; functionOf[$2]=$1 }
      compset() { }
      _describe() { local name=$2; print -rl -- "\${(@)\${(@P)name}%%:*}" }
      _files() { [[ $1 == -/ ]] && print -rl -- *(/) || print -rl -- * }
      source ${script}
      words=("\${(@s: :)1}")
      CURRENT=\${#words}
      \${functionOf[\${words[1]}]} || true`;
    return { offers: (line) => run("zsh", "-c", program, "zsh", line) };
  },
  fish: async () => {
    const { run, script } = await installed("fish");
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
  beforeAll(async () => {
    shell = await (shells[name] as () => Promise<Shell>)();
  });

  test.each([
    ["pulumi-remoteit dri", ["drift"]],
    ["pulumi-remoteit help dri", ["drift"]],
    ["pulumi-remoteit drift --for", ["--format"]],
    ["pulumi-remoteit drift --stack prod --format js", ["json"]],
    ["pulumi-remoteit drift -f sa", ["sarif"]],
    ["pulumi-remoteit drift --adopt-as py", ["python"]],
    ["pulumi-remoteit inventory --state in", ["inactive"]],
    ["pulumi-remoteit inventory --application SSH --application VN", ["VNC"]],
    ["pulumi-remoteit inventory --columns name,hard", ["name,hardwareId"]],
    ["pulumi-remoteit watch --fail-on missing,changed,miss", []],
    ["pulumi-remoteit drift --kinds Device,Web", ["Device,Webhook"]],
    ["pulumi-remoteit inventory --kinds al", ["all"]],
    ["pulumi-remoteit completion z", ["zsh"]],
    ["pulumi-remoteit completion zsh ba", []],
    ["pulumi-remoteit inventory --tag re", []],
    ["npx pulumi-remoteit dri", ["drift"]],
    ["npx --yes pulumi-remoteit drift --stack prod --format js", ["json"]],
  ])("%j", (line, offers) => {
    expect(shell.offers(line)).toEqual(offers);
  });

  test.each(["pulumi-remoteit ", "npx pulumi-remoteit "])(
    "%j offers every command, without the one that the scripts ask",
    (line) => {
      const offers = shell.offers(line);
      expect(offers).toEqual(expect.arrayContaining(["drift", "inventory", "doctor", "completion", "sandbox"]));
      expect(offers).not.toContain("complete");
    },
  );

  test("offers the options of a command that takes nothing else", () => {
    expect(shell.offers("pulumi-remoteit doctor ")).toEqual(expect.arrayContaining(["--stack", "--json"]));
  });

  test.each(["drift -s ", "inventory --stack ", "watch --stack "])("offers the project's stacks behind %j", (line) => {
    expect(shell.offers(`pulumi-remoteit ${line}`)).toEqual(["dev", "prod"]);
    expect(shell.offers(`pulumi-remoteit ${line}pr`)).toContain("prod");
  });

  test.each(["--output ", "--state ", "--import-file ", "--adopt-code ", "--baseline ", "--ignore-file "])(
    "offers files behind %j",
    (option) => {
      const offers = shell.offers(`pulumi-remoteit drift ${option}`);
      expect(offers).toEqual(expect.arrayContaining(["report.html", "my file.txt"]));
      expect(offers.some((path) => path.startsWith("reports"))).toBe(true);
      expect(offers).not.toContain("--stack");
    },
  );

  test.each(["-C ", "--cwd "])("offers folders, and no files, behind %j", (option) => {
    const offers = shell.offers(`npx pulumi-remoteit doctor ${option}`);
    expect(offers.some((path) => path.startsWith("reports"))).toBe(true);
    expect(offers).not.toContain("report.html");
  });

  test("takes an equals sign between an option and its value", () => {
    expect(shell.offers("pulumi-remoteit drift --format=ht").map((text) => text.replace("--format=", ""))).toEqual(["html"]);
  });

  test("leaves other commands of npx alone", () => {
    expect(shell.offers("npx other dri")).not.toContain("drift");
  });
});

test.each(["zsh", "fish", "powershell"])("there is a script for %s, and zsh can read its own", (name) => {
  const { env } = place();
  const script = execFileSync(process.execPath, [main(), "completion", name], { env, encoding: "utf8" });
  expect(script).toContain("npx");
  if (name === "zsh" && isThere(name)) execFileSync(name, ["-n"], { input: script });
});
