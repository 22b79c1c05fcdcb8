import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { controlOf, startSandbox } from "../../sandbox";
import {
  copyExample,
  describeWithLanguageHost,
  environment,
  inlineStack,
  repository,
  type Config,
} from "../../test/engine/support";
import { isStillIn } from "./until";
import { yamlStack, type YamlProgram } from "../../test/engine/plugin/support/yaml-stack";
import { run } from "../../test/support/run";

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeEach(async () => {
  sandbox = await startSandbox({ devices: 1, services: 2 });
  for (const email of ["anna@example.com", "berta@example.com"]) await controlOf(sandbox.control).account(email);
});
afterEach(() => sandbox.stop());

const settings = (): Config => ({
  "remoteit:endpoint": sandbox.endpoint,
  "remoteit:accessKeyId": sandbox.accessKeyId,
  "remoteit:secretAccessKey": { secret: sandbox.secretAccessKey },
});

const ask = (query: string) => controlOf(sandbox.control).change(query);

async function serviceIds(): Promise<string[]> {
  const query = "{ login { devices { items { services { id } } } } }";
  const { login } = (await ask(query)) as { login: { devices: { items: { services: { id: string }[] }[] } } };
  return login.devices.items.flatMap(({ services }) => services.map(({ id }) => id)).sort();
}

/** What the account's networks connect to and whom they let in, asked past the provider. */
async function networks() {
  const query = "{ login { networks { name connections { service { id } } access { user { email } } } } }";
  const { login } = (await ask(query)) as {
    login: {
      networks: { name: string; connections: { service: { id: string } }[]; access: { user: { email: string } }[] }[];
    };
  };
  return login.networks.map(({ name, connections, access }) => ({
    name,
    services: connections.map(({ service }) => service.id).sort(),
    guests: access.map(({ user }) => user.email).sort(),
  }));
}

const [LONG_AGO, FAR_AWAY] = ["2000-01-01", "9999-12-31"];

test.each([
  ["2026-12-30", false],
  ["2026-12-31", true],
  ["2027-01-01", true],
])("on 2026-12-31, who is let in until %s is let in: %s", (until, isIn) => {
  expect(isStillIn(until, "2026-12-31")).toBe(isIn);
});

test.each(["31.12.2026", "2026-13-01", "", "2026-12-31T12:00:00Z"])("%j is no day, and lets nobody in", (until) => {
  expect(() => isStillIn(until)).toThrow(`until is ${JSON.stringify(until)}`);
});

test("partners are let in until their day, and their shares leave the program after it (inline program)", async () => {
  let folder = "";
  let runs = 0;
  const services = await serviceIds();
  const stack = await inlineStack({
    config: { ...settings(), "scenario:services": JSON.stringify(services) },
    program: () => {
      // A program runs from its first line each time: under a new name, it is a new module.
      const main = join(folder, `run-${String((runs += 1))}.ts`);
      copyFileSync(join(folder, "index.ts"), main);
      return import(main);
    },
  });
  folder = copyExample("partner", join(stack.folder, "partner"));
  const until = (anna: string) =>
    stack.configure({
      "scenario:partners": JSON.stringify([
        { email: "anna@example.com", until: anna },
        { email: "berta@example.com", until: FAR_AWAY },
      ]),
    });
  await until(FAR_AWAY);
  const first = await stack.up();
  expect({ errors: first.errors, changes: first.changes }).toEqual({ errors: [], changes: { create: 5 } });
  expect(await networks()).toEqual([{ name: "plant", services, guests: ["anna@example.com", "berta@example.com"] }]);
  await until(LONG_AGO);
  const second = await stack.up();
  expect({ errors: second.errors, changes: second.changes }).toEqual({ errors: [], changes: { same: 4, delete: 1 } });
  expect(await networks()).toEqual([{ name: "plant", services, guests: ["berta@example.com"] }]);
});

describeWithLanguageHost(
  "the programs in YAML",
  () => {
    const program = (name: string) => {
      const text = readFileSync(join(repository, "examples/partner/yaml", name, "Pulumi.yaml"), "utf8");
      const { config, resources, outputs = {} } = parse(text) as YamlProgram;
      return { ...(config && { config }), resources, outputs };
    };

    test("do the same, the share by daily.sh", async () => {
      const [panelId = "", databaseId = ""] = await serviceIds();
      const network = await yamlStack(program("network"), {
        config: { ...settings(), "scenario:panelId": panelId, "scenario:databaseId": databaseId },
      });
      const made = await network.up();
      expect({ errors: made.errors, changes: made.changes }).toEqual({ errors: [], changes: { create: 3 } });
      const networkId = (await network.state()).resources["plant"]?.id ?? "";
      const facts = { "scenario:networkId": networkId, "scenario:email": "anna@example.com" };
      const share = await yamlStack(program("share"), { config: { ...settings(), ...facts, "scenario:until": FAR_AWAY } });
      const script = join(repository, "examples/partner/yaml/share/daily.sh");
      const daily = () => run("bash", [script, "--stack", "dev"], { cwd: share.folder, env: environment(share.folder) });
      const inIt = (...guests: string[]) => [{ name: "plant", services: [panelId, databaseId], guests }];
      expect(await daily()).toMatchObject({ code: 0 });
      expect(await networks()).toEqual(inIt("anna@example.com"));
      await share.configure({ "scenario:until": "soon" });
      expect(await daily()).toMatchObject({ code: 1, output: expect.stringContaining('until is "soon"') as string });
      expect(await networks()).toEqual(inIt("anna@example.com"));
      await share.configure({ "scenario:until": LONG_AGO });
      expect(await daily()).toMatchObject({ code: 0 });
      expect(await networks()).toEqual(inIt());
    });
  },
  "yaml",
);
