import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { version } from "../../package.json";
import { controlOf } from "../../sandbox";
import { describeWithLanguageHost } from "../engine/support";
import { clone } from "../scripts/support";
import { startSecured } from "../support/forward-proxy";
import { run, temporaryFolder } from "../support/run";
import { type Block, blocksOf, blocksUnder, inlineCommands, page } from "./page";
import { Reader } from "./reader";

// The README and the page of other languages, followed to the letter in an empty folder. What is brought comes from the registries.
jest.setTimeout(600_000);

const readme = page("README.md");
const languages = page("docs/languages.md");
const tasks = page("docs/tasks.md");
const installation = page("docs/installation-configuration.md");
const ADDRESS = "https://github.com/pulumi-remoteit/";

const home = temporaryFolder();
const workplace = temporaryFolder();
const pumps = join(workplace, "pumps");
const readerIn = (folder: string, env?: NodeJS.ProcessEnv) => new Reader(home, folder, env);

const [make = [], setUp = [], sandbox = [], use = [], end = []] = firstProgram();

/** The steps of the README's program: its folder and files, its packages, the sandbox, up, and destroy. */
function firstProgram(): Block[][] {
  const blocks = blocksUnder(readme, "A first program");
  const [starting, destroying] = ["npx pulumi-remoteit sandbox", "pulumi destroy"].map((begin) =>
    blocks.findIndex(({ text }) => text.startsWith(begin)),
  ) as [number, number];
  return [
    blocks.slice(0, starting - 1),
    blocks.slice(starting - 1, starting),
    blocks.slice(starting, starting + 1),
    blocks.slice(starting + 1, destroying),
    blocks.slice(destroying),
  ];
}

/** What GitHub would have: the files of this checkout under the tag. */
function tagged(): string {
  const remotes = temporaryFolder();
  const git = (...args: string[]) => execFileSync("git", args, { stdio: "ignore" });
  const files = clone();
  git("-C", files, "init");
  git("-C", files, "add", "--all");
  const author = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.com"];
  git("-C", files, ...author, "commit", "--message", "All of it");
  git("-C", files, "tag", `v${version}`);
  git("clone", "--bare", files, join(remotes, "pulumi-remoteit.git"));
  return remotes;
}

/** The reader's terminal with the sandbox: the same account and key each time, as the page says. */
async function withSandbox(work: (seen: () => Promise<unknown>) => Promise<void>): Promise<void> {
  const { facts, stop } = await readerIn(pumps).start(sandbox[0]?.text ?? "");
  const query = "{ login { devices { items { id name tags { name } services { name port } } } } }";
  const seen = async () => {
    const { login } = (await controlOf(facts.control).change(query)) as { login: { devices: { items: { id: string }[] } } };
    return login.devices.items.sort((one, other) => one.id.localeCompare(other.id));
  };
  await work(seen).finally(stop);
}

const declared = {
  id: "80:00:00:00:00:00:00:01",
  name: "pump-7",
  tags: [{ name: "site-a" }],
  services: [{ name: "ssh", port: 22 }],
};

/** What is left of it when all is destroyed: the device was there before. */
const left = { ...declared, services: [] };

/** The devices that no program names. */
const untouched = ["camera-2", "meter-3"].map((name) => expect.objectContaining({ name, services: [] }) as unknown);

/** The other languages. */
const others = [
  { title: "YAML", language: "yaml", tools: ["openssl"] },
  { title: "Python", language: "python", tools: ["openssl", "python3"] },
  { title: "Go", language: "go", tools: ["openssl", "go"] },
].map(({ tools, ...other }) => ({ ...other, lacks: tools.find((tool) => !has(tool)) }));

describeWithLanguageHost("somebody who follows the README in an empty folder", () => {
  /** What each program needs, brought while others wait for the network; whoever needs it waits for it. */
  let installed: Promise<Reader>;
  const setUps = new Map<string, Promise<Reader>>();

  beforeAll(() => {
    const archives = released();
    installed = setUpTypeScript();
    for (const { title, lacks } of others) if (lacks === undefined) setUps.set(title, setUpAfter(archives, title));
    // Each failure is that of the test which needs it.
    for (const one of [archives, installed, ...setUps.values()]) one.catch(() => undefined);
  });

  async function setUpTypeScript(): Promise<Reader> {
    const reader = readerIn(workplace, { PULUMI_HOME: temporaryFolder() });
    reader.configure(".gitconfig", `[url "file://${tagged()}/"]\n\tinsteadOf = ${ADDRESS}\n`);
    await reader.follow(blocksUnder(readme, "Install"));
    await reader.follow(make);
    await reader.follow(setUp);
    return reader;
  }

  async function setUpAfter(archives: Promise<unknown>, title: string): Promise<Reader> {
    await archives;
    const reader = readerIn(workplace);
    await reader.follow(blocksUnder(languages, title));
    return reader;
  }

  test("has a program that runs, imports, destroys, and in the end stops managing without deleting anything", async () => {
    const reader = await installed;
    await withSandbox(async (seen) => {
      const output = await reader.follow(use);
      expect(output).toContain('account: "sandbox@example.com"');
      expect(output).toMatch(/In sync +2\n/);
      expect(await seen()).toEqual([declared, ...untouched]);
      for (const command of inlineCommands(readme, "npx pulumi-remoteit ")) {
        expect(await reader.type(command)).toMatch(/80:00:00:00:00:00:00:01|accepted/);
      }
      const imported = await reader.follow(blocksUnder(tasks, "Import what exists"));
      expect(imported).toContain('new remoteit.Device("camera", {');
      expect(readFileSync(join(pumps, "imported.ts"), "utf8")).toContain('new remoteit.Device("meter-3", {');
      expect(await reader.follow(blocksUnder(tasks, "Look around without a program"))).toContain('"name": "pump-7"');
      await reader.follow(end);
      expect(await seen()).toEqual([left, ...untouched]);

      await reader.type("pulumi up --yes --skip-preview");
      const before = await seen();
      const [edit, ...commands] = blocksUnder(tasks, "Stop managing without deleting");
      const program = readFileSync(join(pumps, "index.ts"), "utf8");
      const edited = program.replace(/^const ssh = .*$/m, edit?.text ?? "");
      expect(edited).not.toBe(program);
      writeFileSync(join(pumps, "index.ts"), edited);
      await reader.follow(commands);
      expect(await seen()).toEqual(before);
      expect(await seen()).toEqual([declared, ...untouched]);
    });
    expect(await reader.type("pulumi plugin ls")).not.toContain(version);
  });

  test("can install the plugin from the npm package as well, and type-check what the pages show in TypeScript", async () => {
    const reader = await installed;
    const [block] = blocksUnder(installation, "Installation").filter(({ text }) => text.includes("node_modules/.bin"));
    await reader.type(block?.text ?? "");
    expect(await reader.type("pulumi plugin ls")).toContain(version);
    const snippets = blocksOf(tasks).filter(({ language }) => language === "ts");
    const program = make.find(({ file }) => file === "index.ts")?.text ?? "";
    writeFileSync(join(pumps, "shown.ts"), [program, ...snippets.map(({ text }) => `{\n${text}\n}`)].join("\n"));
    await reader.type("npx tsc --noEmit --strict --skipLibCheck --target es2022 --module node16 shown.ts");
  });

  describe.each(others)("in $title", ({ title, language, lacks }) => {
    const tests = () => {
      test("does the same with as few commands", async () => {
        const reader = await setUps.get(title);
        await installed; // the sandbox is among its packages
        if (reader === undefined) throw new Error("Nothing was set up.");
        await withSandbox(async (seen) => {
          const [up, ...rest] = blocksUnder(languages, "Run it");
          const output = await reader.follow(up ? [up] : []);
          expect(output).toMatch(/account\s*: "sandbox@example.com"/);
          expect(await seen()).toEqual([declared, ...untouched]);
          await reader.follow(rest);
          expect(await seen()).toEqual([left, ...untouched]);
        });
      });
    };
    if (lacks === undefined) describeWithLanguageHost("with its language host", tests, language);
    else describe.skip(`(needs ${lacks}, which this machine has not)`, tests);
  });
});

test("the page for Pulumi's registry shows the same programs", () => {
  const shown = Object.fromEntries(blocksOf(page("docs/_index.md")).map(({ language, text }) => [language, text]));
  const file = (markdown: string, section: string, name: string) =>
    blocksUnder(markdown, section).find(({ file: called }) => called === name)?.text;
  expect(shown).toEqual({
    typescript: file(readme, "A first program", "index.ts"),
    python: file(languages, "Python", "__main__.py"),
    go: file(languages, "Go", "main.go"),
    yaml: file(languages, "YAML", "Pulumi.yaml"),
  });
});

function has(program: string): boolean {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Follows the page to the archives of a release, for the programs in other languages. */
async function released(): Promise<string> {
  const { code, stdout, output } = await run("node", ["scripts/release.mjs"]);
  expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
  const github = await startReleases(stdout.trim());
  const reader = readerIn(temporaryFolder());
  reader.configure(".curlrc", `cacert = "${github.authority}"\nconnect-to = "github.com:443:${new URL(github.url).host}"\n`);
  const [archives] = blocksUnder(installation, "Installation");
  return reader.follow(archives ? [archives] : []).finally(github.stop);
}

/** The page of a release on GitHub, with these files. */
async function startReleases(folder: string) {
  const prefix = `/pulumi-remoteit/pulumi-remoteit/releases/download/v${version}/`;
  const server = createServer(({ url = "" }, response) => {
    const file = join(folder, basename(url));
    if (!url.startsWith(prefix) || !existsSync(file)) return void response.writeHead(404).end();
    createReadStream(file).pipe(response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const secured = await startSecured(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, "github.com");
  const stop = async () => {
    await secured.stop();
    server.closeAllConnections();
    server.close();
  };
  return { ...secured, stop };
}

test.each(["README.md", "docs/installation-configuration.md"])("%s names the version of today", (path) => {
  const named = [...page(path).matchAll(/\bv?(\d+\.\d+\.\d+)(?=[ \n-]|\.tgz|\/|$)/gm)].map(([, one]) => one);
  expect(named).toContain(version);
  const ofOurs = page(path).match(/(?<=remoteit-v?|remoteit v|branch v|download\/v|plugin@v)\d+\.\d+\.\d+/g) ?? [];
  expect(new Set(ofOurs)).toEqual(new Set([version]));
});

test("the README is short enough to be read at once", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(150);
});
