import type { StateFile } from "../engine/support";
import { readAccount } from "./account";
import { forgetDevice } from "./edits";
import { leaving } from "./expected";
import { isDeleted } from "./model";
import { register, type Soak } from "./soak";

/** What a user does about an error that says what to do. Undefined where the error has no right to be there. */
type Repair = (soak: Soak, found: RegExpExecArray, state: StateFile) => Promise<string | undefined>;

const repairs: readonly [RegExp, Repair][] = [
  [/has no device ([0-9A-F:]{23})\./, adoptedIsGone],
  [/remote\.it did not accept the claim code/, codeIsUsed],
  [/No device with hardware id (\S+) has registered/, hasNotRegistered],
  [/There is a device with hardware id (\S+) already/, isMadeAlready],
  [/([0-9A-F:]{23})\)? failed: It is active, and remote\.it deletes inactive devices only/, isActive],
  [/The account has a webhook already/, webhookIsSet],
];

/** What the engine says by itself beside the errors of the resources. */
const engineWords = /^(update failed|resource .* has a problem|post-step event returned an error|.*: \d+ errors? occurred)/;

/**
 * Repairs the program, or the machine, for each error.
 *
 * @throws Error where one is not to be expected.
 */
export async function repair(soak: Soak, errors: string[], state: StateFile): Promise<string[]> {
  const done: string[] = [];
  for (const error of errors) {
    const [pattern, act] = repairs.find(([known]) => known.test(error)) ?? [];
    const found = pattern?.exec(error);
    const told = found && act ? await act(soak, found, state) : undefined;
    if (told !== undefined) done.push(told);
    else if (!engineWords.test(error) || errors.length === 1) throw new Error(`An error that nothing explains: ${error}`);
  }
  return done;
}

/** Somebody has deleted it: it leaves the program. */
async function adoptedIsGone(soak: Soak, [, id]: RegExpExecArray): Promise<string | undefined> {
  const device = soak.declared.devices.find((one) => one.id === id && one.origin.kind === "adopted");
  if (!device || (await readAccount(soak.account.control)).devices.has(device.id ?? "")) return undefined;
  forgetDevice(soak, device);
  return `- ${device.logical}, which was deleted by hand`;
}

/** Of the devices that are claimed and not in state, those whose code is used. */
async function codeIsUsed(soak: Soak, _found: RegExpExecArray, { resources }: StateFile): Promise<string | undefined> {
  const { devices } = await readAccount(soak.account.control);
  const told: string[] = [];
  for (const device of soak.declared.devices) {
    const { origin, logical, forgotten, id = "" } = device;
    if (origin.kind !== "claimed" || resources[logical]) continue;
    if (forgotten !== undefined && resources[forgotten]) {
      Object.assign(device, { alias: forgotten, forgotten: undefined });
      told.push(`${logical} gets its alias ${forgotten}`);
    } else if (devices.has(id) && origin.hardwareId === undefined) {
      device.origin = { kind: "adopted", deviceId: id, deleteOnDestroy: true };
      told.push(`${logical} adopts the device that was claimed, ${id}`);
    } else if (!devices.has(id) && !(await isWaiting(soak, id))) {
      forgetDevice(soak, device);
      told.push(`- ${logical}, which was deleted by hand`);
    }
  }
  return told.length > 0 ? told.join(", ") : undefined;
}

/** A device that waits to be claimed can be told to come online; one that was deleted cannot. */
const isWaiting = ({ account: { control } }: Soak, id: string): Promise<boolean> =>
  control.agentState(id, "offline").then(
    () => true,
    () => false,
  );

/** Somebody has deleted it: its agent registers again. */
async function hasNotRegistered(soak: Soak, [, hardwareId = ""]: RegExpExecArray): Promise<string | undefined> {
  const device = soak.declared.devices.find(({ origin }) => origin.kind === "awaited" && origin.hardwareId === hardwareId);
  const { devices } = await readAccount(soak.account.control);
  if (!device || [...devices.values()].some((one) => one.hardwareId === hardwareId)) return undefined;
  device.id = await register(soak, hardwareId, soak.fresh("agent"), false);
  device.ignored = []; // it is made anew
  const live = (await readAccount(soak.account.control)).devices.get(device.id);
  if (live) soak.before.devices.set(live.id, live);
  return `${device.logical} registers again, as ${device.id}`;
}

/** It has another logical name without an alias, and another name in the account. */
function isMadeAlready(soak: Soak, [, hardwareId]: RegExpExecArray, { resources }: StateFile): Promise<string | undefined> {
  const device = soak.declared.devices.find(({ origin }) => origin.kind === "provisioned" && origin.hardwareId === hardwareId);
  const old = device?.forgotten;
  if (!device || old === undefined || !resources[old]) return Promise.resolve(undefined);
  Object.assign(device, { alias: old, forgotten: undefined });
  return Promise.resolve(`${device.logical} gets its alias ${old}`);
}

/** The program lets go of a device that is online: its agent is stopped. */
async function isActive(soak: Soak, [, id = ""]: RegExpExecArray): Promise<string | undefined> {
  if (!leaving(soak).has(id)) return undefined;
  await soak.account.control.agentState(id, "offline");
  return `${id} is stopped, so that it can be deleted`;
}

/** Somebody has set another address before the program's first. */
function webhookIsSet({ declared: { webhook }, managed, before }: Soak): Promise<string | undefined> {
  if (!webhook || webhook.takeover || before.webhook.url === managed.webhook) return Promise.resolve(undefined);
  webhook.takeover = true;
  return Promise.resolve("the webhook is taken over");
}

/**
 * What the stack manages from now on, as the next round will find it. Nothing says who made what a killed run has made: where
 * the next one adopts it, it stays (docs/ownership.md).
 */
export async function takeStock(soak: Soak, { resources }: StateFile, isKilled: boolean): Promise<void> {
  const { declared, managed, foundAgain } = soak;
  const { left } = await readAccount(soak.account.control);
  const noteFound = ({ logical }: { logical: string }) => {
    const { id = "", outputs } = resources[logical] ?? {};
    if (isKilled && outputs?.["origin"] === "adopted" && !left.has(id)) foundAgain.add(id);
  };
  managed.devices.clear();
  managed.services.clear();
  for (const device of declared.devices) {
    device.id = resources[device.logical]?.id ?? "";
    Object.assign(device, { alias: undefined, forgotten: undefined });
    noteFound(device);
    const isGone = isDeleted(device) && (device.origin.kind === "adopted" || !foundAgain.has(device.id));
    managed.devices.set(device.logical, { id: device.id, isDeleted: isGone, attributes: device.attributes });
  }
  for (const service of declared.services) {
    service.alias = undefined;
    noteFound(service);
    managed.services.set(service.logical, resources[service.logical]?.id ?? "");
  }
  managed.webhook = await ownWebhook(soak);
}

/** The address that the webhook's resource knows to have set; one that a killed run has set is nobody's, and stays. */
async function ownWebhook({ stack }: Soak): Promise<string | undefined> {
  const { resources } = await stack.state({ showSecrets: true });
  const url = resources["events"]?.outputs["ownUrl"] as { plaintext: string } | undefined;
  return url && (JSON.parse(url.plaintext) as string);
}
