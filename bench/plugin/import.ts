import { rmSync } from "node:fs";
import { yamlStack } from "../../test/engine/plugin/support/yaml-stack";
import { contents } from "../../test/engine/support/contents";
import type { Measure } from "../support/measure";
import { exactly } from "../support/sample";
import { configOf, withSandbox } from "../support/sandbox-process";
import { count } from "../support/units";

const DEVICES = 500;
const PAGES = 1;

export const pluginImport: Measure = {
  title: "Requests of `pulumi import`",
  about: `An account of ${DEVICES} devices, all imported by one file. The lower bound is ${PAGES} page of 1,000 devices, the naive way one request a device.`,
  run: () =>
    withSandbox(async (account, control) => {
      await control.reset({ devices: DEVICES, services: 0 });
      const { devices } = await contents(control);
      const stack = await yamlStack({ resources: {} }, { config: configOf(account) });
      const before = (await control.requests()).total;
      const resources = devices.map(({ id, name }) => ({ type: "remoteit:index:Device", name, id }));
      const { code, stdout, stderr } = await stack.importFile({ resources });
      if (code !== 0) throw new Error(`\`pulumi import\` failed with code ${code}: ${stdout}${stderr}`);
      const ours = exactly((await control.requests()).total - before);
      rmSync(stack.folder, { recursive: true });
      return {
        rows: [
          {
            name: `${DEVICES} devices`,
            ours,
            than: "pages",
            other: exactly(PAGES),
            unit: count,
            limit: { value: 2 * PAGES + 2 },
          },
          { name: `${DEVICES} devices`, ours, than: "naive", other: exactly(DEVICES), unit: count },
        ],
      };
    }),
};
