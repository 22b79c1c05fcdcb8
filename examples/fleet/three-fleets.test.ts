import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { controlOf, startSandbox } from "../../sandbox";
import {
  copyExample,
  describeWithLanguageHost,
  inlineStack,
  repository,
  type Config,
  type Stack,
} from "../../test/engine/support";
import { yamlStack, type YamlProgram } from "../../test/engine/plugin/support/yaml-stack";

const DEVICES = 1000;

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeEach(async () => (sandbox = await startSandbox({ devices: DEVICES, services: 1 })));
afterEach(() => sandbox.stop());

const settings = (): Config => ({
  "remoteit:endpoint": sandbox.endpoint,
  "remoteit:accessKeyId": sandbox.accessKeyId,
  "remoteit:secretAccessKey": { secret: sandbox.secretAccessKey },
  "remoteit:requestsPerSecond": "1000",
});

interface Device {
  name: string;
  configurable: boolean;
  attributes: { $remoteit?: { color?: number } };
  tags: { name: string }[];
  services: { name: string; port: number }[];
}

/** The account's devices, asked past the provider. */
async function devices(): Promise<Device[]> {
  const query = `{ login { devices(size: ${DEVICES}) { items { name configurable attributes tags { name } services { name port } } } } }`;
  const { login } = (await controlOf(sandbox.control).change(query)) as { login: { devices: { items: Device[] } } };
  return login.devices.items;
}

const has = ({ tags }: Device, tag: string): boolean => tags.some(({ name }) => name === tag);

/** What the three fleets want of a device; nothing where it belongs to none. */
const colorOf = (device: Device): number | undefined =>
  has(device, "site-north") && !has(device, "kiosk") ? 5 : has(device, "pump") ? 3 : undefined;

async function expectAsDeclared(stack: Stack): Promise<void> {
  const all = await devices();
  expect(all).toHaveLength(DEVICES);
  expect(all.filter((one) => has(one, "managed"))).toHaveLength(DEVICES);
  expect(all.map((one) => one.attributes.$remoteit?.color)).toEqual(all.map(colorOf));
  const panels = (one: Device) => one.services.filter(({ name, port }) => name === "panel" && port === 8080).length;
  // A tenth of the sandbox's devices takes no services through the API.
  expect(all.map(panels)).toEqual(all.map((one) => (has(one, "pump") && one.configurable ? 1 : 0)));
  const pumps = all.filter((one) => has(one, "pump"));
  expect((await stack.state()).resources["pumps"]?.outputs).toMatchObject({
    matched: pumps.length,
    failed: 0,
    unsupported: pumps.filter(({ configurable }) => !configurable).length,
  });
}

test("three fleets bring 1,000 devices to their templates, and are then unchanged", async () => {
  let folder = "";
  let runs = 0;
  const stack = await inlineStack({
    config: settings(),
    program: () => {
      // A program runs from its first line each time: under a new name, it is a new module.
      const main = join(folder, `run-${String((runs += 1))}.ts`);
      copyFileSync(join(folder, "index.ts"), main);
      return import(main);
    },
  });
  folder = copyExample("fleet/three-fleets", join(stack.folder, "three-fleets"));
  const { code, errors, changes } = await stack.up();
  expect({ code, errors, changes }).toEqual({ code: 0, errors: [], changes: { create: 3 } });
  await expectAsDeclared(stack);
  expect((await stack.preview("--expect-no-changes")).changes).toEqual({ same: 3 });
});

describeWithLanguageHost(
  "the program in YAML",
  () => {
    test("does the same", async () => {
      const { resources, outputs = {} } = parse(
        readFileSync(join(repository, "examples/fleet/three-fleets-yaml/Pulumi.yaml"), "utf8"),
      ) as YamlProgram;
      const stack = await yamlStack({ resources, outputs }, { config: settings() });
      const { code, errors, changes } = await stack.up();
      expect({ code, errors, changes }).toEqual({ code: 0, errors: [], changes: { create: 3 } });
      await expectAsDeclared(stack);
    });
  },
  "yaml",
);
