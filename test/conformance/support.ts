import { createAsking, createTrial, examine, type Finding, probes, readTrialDevice } from "../../conformance";
import type { Asking } from "../../conformance";
import type { Settings } from "../../provider/client";
import { controlOf, type Control, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import { settingsFor } from "../client/server";

export interface Account {
  sandbox: Sandbox;
  control: Control;
  /** An online device that takes services and has two, with settings of its own and an attribute. */
  deviceId: string;
}

/** Runs the work on a sandbox of its own. */
export async function onSandbox<T>(options: SandboxOptions, work: (account: Account) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox(options);
  const control = controlOf(sandbox.control);
  try {
    return await work({ sandbox, control, deviceId: await trialDevice(control) });
  } finally {
    await sandbox.stop();
  }
}

/** Claims a device to try things on. */
export async function trialDevice(control: Control): Promise<string> {
  const services = [{ application: 28, name: "shell" }, { application: 7 }];
  const { deviceId, claimCode } = await control.agent({ hardwareId: "hw-trial", name: "bench", services });
  await control.change(`mutation($code: String!) { claimDevice(code: $code) { id } }`, { code: claimCode });
  await control.change(
    `mutation($id: String!) {
      setAttributes(serviceId: $id, attributes: {site: "north", place: {row: 1}})
      addTag(serviceId: [$id], name: ["kept"])
      setNotificationSettings(serviceId: $id, emailNotifications: true, desktopNotifications: true)
    }`,
    { id: deviceId },
  );
  return deviceId;
}

export const settingsOf = ({ endpoint, accessKeyId, secretAccessKey }: Sandbox, more: Partial<Settings> = {}): Settings =>
  settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000, ...more });

interface Options extends Partial<Settings> {
  isWriting?: boolean;
  signal?: AbortSignal;
}

export async function askingOn({ sandbox, deviceId }: Account, options: Options = {}): Promise<Asking> {
  const { isWriting = true, signal = new AbortController().signal, ...more } = options;
  const settings = settingsOf(sandbox, more);
  const reading = createAsking(settings, signal);
  if (!isWriting) return reading;
  return createAsking(settings, signal, createTrial(settings, await readTrialDevice(reading.client, deviceId), signal));
}

/** What the probes of these names find; all without a name. */
export async function find(asking: Asking, ...names: string[]): Promise<Record<string, Finding>> {
  const found: Record<string, Finding> = {};
  const wanted = probes.filter(({ name }) => names.length === 0 || names.includes(name));
  for await (const finding of examine(wanted, asking)) found[finding.probe.name] = finding;
  return found;
}

/** All that an account holds, as the sandbox itself tells it. */
export const dump = (control: Control): Promise<unknown> =>
  control.change(`{ login {
    attributes
    tags { name color }
    notificationSettings { emailNotifications desktopNotifications urlNotifications notificationUrl }
    devices(size: 1000) { total items {
      id name attributes tags { name color }
      notificationSettings { emailNotifications desktopNotifications }
      services { id name application host port enabled attributes }
    } }
  } }`);
