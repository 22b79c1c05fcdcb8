import { controlOf, type Control, type Sandbox, type SandboxOptions, startSandbox } from "../../../sandbox";
import type { Summary } from "../../../drift";
import { inlineStack, type InlineStack, type Program } from "../../engine/support";
import { keysOf } from "../../engine/support/account";
import { accountIn, type Ended, place, type RunOptions, start } from "../support";

export interface DriftStack {
  sandbox: Sandbox;
  control: Control;
  stack: InlineStack;
  /** What `pulumi stack export` prints of it. */
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

/** Adopts the first two, names them and gives one of them a service. */
const program =
  (ids: Record<string, string>): Program =>
  ({ remoteit }) => {
    const pump = new remoteit.Device("pump-1", { deviceId: ids["pump-1"] ?? "", name: "pump-1", tags: ["site-a"] });
    new remoteit.Service("ssh", { deviceId: pump.id, name: "ssh", application: "SSH", port: 22 });
    new remoteit.Device("pump-2", { deviceId: ids["pump-2"] ?? "", name: "pump-2" });
  };

/** An account with three devices, and a stack that manages two of them; all tests of a file share both. */
export function useStack(options: SandboxOptions = {}): DriftStack {
  const made = { ids: {} } as Pick<DriftStack, "sandbox" | "control" | "stack" | "state" | "ids">;
  beforeAll(async () => {
    made.sandbox = await startSandbox(options);
    made.control = controlOf(made.sandbox.control);
    for (const name of pumps) made.ids[name] = await own(made.control, name);
    made.stack = await inlineStack({
      program: program(made.ids),
      config: { "remoteit:endpoint": made.sandbox.endpoint, ...keysOf(made.sandbox) },
    });
    const { code, output } = await made.stack.up();
    if (code !== 0) throw new Error(output);
    made.state = (await made.stack.state({ showSecrets: true })).text;
  });
  afterAll(() => made.sandbox.stop());
  const drift: DriftStack["drift"] = (args, { cwd, env, ...rest } = {}) => {
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
