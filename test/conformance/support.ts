import { type Asking, createAsking, createTrial, examine, type Finding, probes, readTrialDevice } from "../../conformance";
import type { Settings } from "../../provider/client";
import { controlOf, type Control, type Sandbox, type SandboxOptions, startSandbox } from "../../sandbox";
import { settingsFor } from "../client/server";

export interface Account {
  sandbox: Sandbox;
  control: Control;
  /** The account that holds the device; the key's own unless it is told otherwise. */
  accountId: string;
  /** An online device that takes services and has two, with settings of its own, an attribute and a tag. */
  deviceId: string;
}

/** Runs the work on a sandbox of its own. */
export async function onSandbox<T>(options: SandboxOptions, work: (account: Account) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox(options);
  const control = controlOf(sandbox.control);
  const { accountId } = sandbox;
  try {
    return await work({ sandbox, control, accountId, deviceId: await trialDevice(control, accountId) });
  } finally {
    await sandbox.stop();
  }
}

/** The same with the device in the account of somebody else, for whom the key's user may act. */
export function onOthersAccount<T>(options: SandboxOptions, work: (account: Account) => Promise<T>): Promise<T> {
  return onSandbox(options, async ({ sandbox, control }) => {
    const { accountId } = await control.account("owner@example.com");
    await control.member({ accountId, of: sandbox.accountId });
    return work({ sandbox, control, accountId, deviceId: await trialDevice(control, accountId) });
  });
}

/** Claims a device to try things on. */
export async function trialDevice(control: Control, accountId: string): Promise<string> {
  const services = [{ application: 28, name: "shell" }, { application: 7 }];
  const { deviceId, claimCode } = await control.agent({ hardwareId: `hw of ${accountId}`, name: "bench", services });
  const change = (query: string, variables: Record<string, unknown>) => control.change(query, variables, accountId);
  await change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  await change(
    `mutation($id: String!) {
      setAttributes(serviceId: $id, attributes: {site: "north", place: {row: 1}})
      addTag(serviceId: [$id], name: ["kept"])
      setNotificationSettings(serviceId: $id, emailNotifications: true, desktopNotifications: true)
    }`,
    { id: deviceId },
  );
  return deviceId;
}

interface Options extends Partial<Settings> {
  /** Default: true. */
  isWriting?: boolean;
  signal?: AbortSignal;
}

/** What asks the account, as the command does it. */
export async function askingOn({ sandbox, accountId, deviceId }: Account, options: Options = {}): Promise<Asking> {
  const { isWriting = true, signal = new AbortController().signal, ...more } = options;
  const { endpoint, accessKeyId, secretAccessKey } = sandbox;
  const others = accountId === sandbox.accountId ? {} : { accountId };
  const keys = { accessKeyId, secretAccessKey };
  const settings = settingsFor(endpoint, { ...keys, signature: "auto", requestsPerSecond: 1000, ...others, ...more });
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
export const dump = ({ control, accountId }: Pick<Account, "control" | "accountId">): Promise<unknown> =>
  control.change(
    `{ login {
      attributes
      tags { name color }
      networks { name connections { name port } }
      notificationSettings { emailNotifications desktopNotifications urlNotifications notificationUrl }
      devices(size: 1000) { total items {
        id name attributes tags { name color }
        notificationSettings { emailNotifications desktopNotifications }
        services { id name application host port enabled attributes }
      } }
    } }`,
    {},
    accountId,
  );
