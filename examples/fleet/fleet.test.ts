import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { controlOf, startSandbox } from "../../sandbox";
import {
  copyExample,
  describeWithLanguageHost,
  exampleStack,
  inlineStack,
  type Config,
  type Stack,
} from "../../test/engine/support";

type Sandbox = Awaited<ReturnType<typeof startSandbox>>;
let sandbox: Sandbox;

beforeEach(async () => (sandbox = await startSandbox({ devices: 3 })));
afterEach(() => sandbox.stop());

const settings = ({ endpoint, accessKeyId, secretAccessKey }: Sandbox): Config => ({
  "remoteit:endpoint": endpoint,
  "remoteit:accessKeyId": accessKeyId,
  "remoteit:secretAccessKey": { secret: secretAccessKey },
});

/** What the account holds of the fleet, asked past the provider. */
async function account() {
  const query = `{ login { devices { items { name tags { name } services { name port } } } } }`;
  const { login } = (await controlOf(sandbox.control).change(query)) as {
    login: { devices: { items: { name: string; tags: { name: string }[]; services: { name: string; port: number }[] }[] } };
  };
  const devices = login.devices.items.map(({ name, tags, services }) => ({
    name,
    tags: tags.map((tag) => tag.name).sort(),
    services: services.map((service) => `${service.name}:${String(service.port)}`).sort(),
  }));
  return devices.sort((one, other) => one.name.localeCompare(other.name));
}

const declared = [
  { name: "gateway-1", tags: ["gateways", "site-north"], services: ["ssh:22"] },
  { name: "pump-1", tags: ["outdoor", "pumps", "site-north"], services: ["http:8080", "ssh:22"] },
  { name: "pump-2", tags: ["pumps", "site-south"], services: ["http:8080", "ssh:22"] },
];

async function sitesOf(stack: Stack): Promise<string[]> {
  const { deployment } = JSON.parse((await stack.state()).text) as { deployment: { resources: { type: string; urn: string }[] } };
  return deployment.resources.flatMap(({ type, urn }) => (type === "fleet:index:Site" ? [urn.split("::").at(-1) ?? ""] : []));
}

/** Up makes the fleet in fleet.csv so, one component a site; of the same fleet in fleet.yaml a second up has nothing to do. */
async function prove(stack: Stack, read: (file: string) => Promise<void>): Promise<void> {
  await read("fleet.csv");
  const { code, errors, changes } = await stack.up();
  expect({ code, errors, changes }).toEqual({ code: 0, errors: [], changes: { create: 8 } });
  expect(await account()).toEqual(declared);
  expect((await sitesOf(stack)).sort()).toEqual(["north", "south"]);
  await read("fleet.yaml");
  expect((await stack.up("--expect-no-changes")).changes).toEqual({ same: 8 });
}

test("the fleet in fleet.csv and in fleet.yaml becomes so, one component a site (inline program)", async () => {
  let folder = "";
  let runs = 0;
  const stack = await inlineStack({
    config: settings(sandbox),
    program: () => {
      // A program runs from its first line each time: under a new name, it is a new module.
      const main = join(folder, `run-${String((runs += 1))}.ts`);
      copyFileSync(join(folder, "index.ts"), main);
      return import(main);
    },
  });
  folder = copyExample("fleet", join(stack.folder, "fleet"));
  await prove(stack, (file) => stack.configure({ "scenario:fleet": join(folder, file) }));
});

describeWithLanguageHost("`pulumi up` in examples/fleet", () => {
  test("makes the fleet in fleet.csv so, takes the same fleet from YAML, and says without a stack trace which file cannot be read", async () => {
    const stack = await exampleStack("fleet", "example", { config: settings(sandbox) });
    // fleet.csv is what it reads by itself.
    const read = (file: string) => stack.configure(file === "fleet.csv" ? {} : { "remoteit-fleet:fleet": file });
    await prove(stack, read);
    await read("none.csv");
    const { code, output } = await stack.preview();
    expect(code).not.toBe(0);
    expect(output).toContain("The fleet in none.csv cannot be read: ENOENT");
    expect(output).not.toMatch(/^\s+at /m); // no stack trace
  });
});
