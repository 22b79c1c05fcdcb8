import { controlOf, type Control, type Sandbox, type SandboxOptions, startSandbox } from "../../../sandbox";
import type { Summary } from "../../../drift";
import { adapters, adapterStack } from "../../adapters";
import { exported, recordOf } from "../../drift/state";
import { inlineStack, type InlineStack, type Program } from "../../engine/support";
import { keysOf } from "../../engine/support/account";
import { accountIn, type Ended, place, type RunOptions, start } from "../support";

export interface DriftState {
  sandbox: Sandbox;
  control: Control;
  /** What `pulumi stack export` prints of the stack. */
  state: string;
  /** Ids in the account, by name. */
  ids: Record<string, string>;
  /** `pulumi-remoteit drift` in an empty folder, with the account in its environment. */
  drift: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
  /** The same of the state, on its standard input. */
  driftOfState: (args: readonly string[], options?: RunOptions) => Promise<Ended>;
  rename: (id: string, name: string) => Promise<unknown>;
}

/** Devices that the account holds before any program runs. */
export const pumps = ["pump-1", "pump-2", "pump-3"];

/** What the program declares of the first two: it adopts and names them, and gives one of them a service. */
const declared = (ids: Record<string, string>) => ({
  "pump-1": { deviceId: ids["pump-1"] ?? "", name: "pump-1", tags: ["site-a"] },
  ssh: { name: "ssh", application: "SSH" as const, port: 22 },
  "pump-2": { deviceId: ids["pump-2"] ?? "", name: "pump-2" },
});

type Made = Pick<DriftState, "sandbox" | "control" | "state" | "ids">;

/** An account with three devices, of which a stack manages two; all tests of a file share both. */
function useDrift<More>(options: SandboxOptions, run: (made: Made) => Promise<{ state: string } & More>): DriftState & More {
  const made = { ids: {} } as Made & More;
  beforeAll(async () => {
    made.sandbox = await startSandbox(options);
    made.control = controlOf(made.sandbox.control);
    for (const name of pumps) made.ids[name] = await own(made.control, name);
    Object.assign(made, await run(made));
  });
  afterAll(() => made.sandbox.stop());
  const drift: DriftState["drift"] = (args, { cwd, env, ...rest } = {}) => {
    const here = place(accountIn(made.sandbox));
    return start(["drift", ...args], { cwd: cwd ?? here.cwd, env: { ...here.env, ...env }, ...rest }).ended;
  };
  return Object.assign(made, {
    drift,
    driftOfState: (args: readonly string[], more?: RunOptions) =>
      drift(["--state", "-", ...args], { input: made.state, ...more }),
    rename: (id: string, name: string) =>
      made.control.change("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name }),
  });
}

/** The stack lies in the folder of a project, and the engine has run its program. */
export function useStack(options: SandboxOptions = {}): DriftState & { stack: InlineStack } {
  return useDrift(options, async ({ sandbox, ids }) => {
    const { ssh, ...devices } = declared(ids);
    const program: Program = ({ remoteit }) => {
      const pump = new remoteit.Device("pump-1", devices["pump-1"]);
      new remoteit.Service("ssh", { deviceId: pump.id, ...ssh });
      new remoteit.Device("pump-2", devices["pump-2"]);
    };
    const stack = await inlineStack({ program, config: { "remoteit:endpoint": sandbox.endpoint, ...keysOf(sandbox) } });
    const { code, output } = await stack.up();
    if (code !== 0) throw new Error(output);
    return { stack, state: (await stack.state({ showSecrets: true })).text };
  });
}

/** Its state alone, without an engine: what the same program leaves in it. */
export function useState(options: SandboxOptions = {}): DriftState {
  return useDrift(options, async ({ sandbox: { endpoint, accessKeyId, secretAccessKey }, ids }) => {
    const { ssh, ...devices } = declared(ids);
    const stack = adapterStack(adapters.dynamic, { default: { endpoint, accessKeyId, secretAccessKey } });
    const { errors } = await stack.up({
      "pump-1": { type: "Device", properties: devices["pump-1"] },
      ssh: { type: "Service", properties: { deviceId: { idOf: "pump-1" }, ...ssh } },
      "pump-2": { type: "Device", properties: devices["pump-2"] },
    });
    if (errors.length > 0) throw new Error(errors.join("\n"));
    const kept = [...stack.state].map(([name, { type, id, inputs, outputs }]) => recordOf(type, id, inputs, outputs, name));
    return { state: exported(kept) };
  });
}

async function own(control: Control, name: string): Promise<string> {
  const { deviceId, claimCode } = await control.agent({ hardwareId: `hw-${name}`, name, configurable: true, online: true });
  await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  return deviceId;
}

export interface JsonReport {
  stacks: string[];
  summary: Summary;
  findings: { status: string; name: string; changes?: unknown[] }[];
}

/** The report as JSON tells it, of a run that says nothing else. */
export async function reportOf(running: Promise<Ended>): Promise<JsonReport> {
  const { stdout, stderr } = await running;
  expect(stderr).toBe("");
  return JSON.parse(stdout) as JsonReport;
}

export const names = ({ findings }: JsonReport) => findings.map(({ status, name }) => `${status} ${name}`);
