import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { version } from "../../package.json";
import { controlOf } from "../../sandbox";
import { describeWithLanguageHost } from "../engine/support";
import { clone } from "../scripts/support";
import { describeWithCertificates, startSecured } from "../support/forward-proxy";
import { run, temporaryFolder } from "../support/run";
import { type Block, blocksUnder, inlineCommands, page } from "./page";
import { Reader } from "./reader";

// The README and the page of other languages, followed to the letter in an empty folder. What is brought comes from the registries.
jest.setTimeout(600_000);

const readme = page("README.md");
const languages = page("docs/languages.md");
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
  const seen = async () =>
    ((await controlOf(facts.control).change(query)) as { login: { devices: { items: unknown[] } } }).login.devices.items;
  await work(seen).finally(stop);
}

const declared = [
  {
    id: "80:00:00:00:00:00:00:01",
    name: "pump-7",
    tags: [{ name: "site-a" }],
    services: [{ name: "ssh", port: 22 }],
  },
];

/** As the account is when all is destroyed: the device was there before. */
const left = declared.map((device) => ({ ...device, services: [] }));

describeWithLanguageHost("somebody who follows the README in an empty folder", () => {
  beforeAll(async () => {
    const reader = readerIn(workplace);
    reader.configure(".gitconfig", `[url "file://${tagged()}/"]\n\tinsteadOf = ${ADDRESS}\n`);
    await reader.follow(blocksUnder(readme, "Install"));
    await reader.follow(make);
    await reader.follow(setUp);
  });

  test("has a program that runs, sees what it declares, and destroys it", async () => {
    const reader = readerIn(pumps);
    await withSandbox(async (seen) => {
      const output = await reader.follow(use);
      expect(output).toContain('account: "sandbox@example.com"');
      expect(output).toContain("No drift: 2 resources as declared");
      expect(await seen()).toEqual(declared);
      for (const command of inlineCommands(readme, "npx pulumi-remoteit ")) {
        expect(await reader.type(command)).toMatch(/80:00:00:00:00:00:00:01|accepted/);
      }
      await reader.follow(end);
      expect(await seen()).toEqual(left);
    });
  });

  test("can install the plugin from the npm package as well", async () => {
    const reader = readerIn(pumps, { PULUMI_HOME: temporaryFolder() });
    const [block] = blocksUnder(installation, "Installation").filter(({ text }) => text.includes("node_modules/.bin"));
    await reader.type(block?.text ?? "");
    expect(await reader.type("pulumi plugin ls")).toContain(version);
    await reader.follow(
      blocksUnder(installation, "Installation").filter(({ text }) => text.startsWith("pulumi package add remoteit")),
    );
  });

  describe.each([
    ["YAML", "yaml", undefined],
    ["Python", "python", "python3"],
    ["Go", "go", "go"],
  ])("in %s", (title, language, tool) => {
    const tests = () => {
      test("does the same with as few commands", async () => {
        const reader = readerIn(workplace);
        await reader.follow(blocksUnder(languages, title));
        await withSandbox(async (seen) => {
          const [up, ...rest] = blocksUnder(languages, "Run it");
          const output = await reader.follow(up ? [up] : []);
          expect(output).toMatch(/account\s*: "sandbox@example.com"/);
          expect(await seen()).toEqual(declared);
          await reader.follow(rest);
          expect(await seen()).toEqual(left);
        });
      });
    };
    const lacks = tool !== undefined && !has(tool);
    if (lacks) describe.skip(`(needs ${tool}, which this machine has not)`, tests);
    else describeWithLanguageHost("with its language host", tests, language);
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

describeWithCertificates("the archives of a release", () => {
  test("are downloaded, checked and installed, and the plugin is there in each new shell", async () => {
    const { code, stdout, output } = await run("node", ["scripts/release.mjs"]);
    expect({ code, output: code === 0 ? "" : output }).toEqual({ code: 0, output: "" });
    const github = await startReleases(stdout.trim());
    const folder = temporaryFolder({ "Pulumi.yaml": "name: somebody\nruntime: yaml\n" });
    const own = temporaryFolder();
    const reader = new Reader(own, folder);
    reader.configure(".curlrc", `cacert = "${github.authority}"\nconnect-to = "github.com:443:${new URL(github.url).host}"\n`);
    try {
      const [archives, , add] = blocksUnder(installation, "Installation");
      const printed = await reader.follow(archives ? [archives] : []);
      expect(printed.match(/: OK$/gm)).toHaveLength(2);
      await reader.follow(add ? [add] : []);
    } finally {
      await github.stop();
    }
  });
});

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

test("the README is short", () => {
  expect(readme.split("\n").length).toBeLessThanOrEqual(150);
});
