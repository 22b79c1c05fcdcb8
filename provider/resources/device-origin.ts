import type { About } from "../client";
import { ConflictError, NotFoundError } from "../core/errors";
import type { Problem } from "../core/resource";
import { isUnknown } from "../core/unknown";
import type { DeviceRecord } from "../inventory";
import { claim } from "./claim";
import type { Context } from "./context";
import { byHardwareId } from "./hardware-id";
import { hold, isHeld } from "./hold";
import { namesService } from "./other-kind";
import { called } from "./subject";
import type { Provision } from "./provision";
import { registerDevice } from "./register-graphql";
import { registerByRest } from "./register-rest";
import { inTurn } from "./turns";
import { waitFor } from "./wait";

/** How a device came to be managed; kept in state because the rules of deletion depend on it. */
export type Origin = "adopted" | "claimed" | "registered" | "provisioned";

export interface Origins {
  deviceId?: string | undefined;
  claimCode?: string | undefined;
  hardwareId?: string | undefined;
  registrationCode?: string | undefined;
  provision?: Provision | undefined;
  name?: string | undefined;
  waitSeconds?: number | undefined;
}

/** What is known of a device from the moment that it is ours, without another request that could fail. */
export type Fresh = Pick<
  DeviceRecord,
  "id" | "name" | "hardwareId" | "attributes" | "tags" | "tellsCase" | "notificationSettings"
>;

export interface Obtained {
  origin: Origin;
  accountId: string;
  device: Fresh;
  /** What the agent of a provisioned device signs in with. */
  secret?: string;
}

const EXCLUSIVE = ["deviceId", "claimCode", "hardwareId", "provision"] as const;

const ORIGINS = { deviceId: "adopted", claimCode: "claimed", hardwareId: "registered", provision: "provisioned" } as const;

/** Exactly one origin makes a device. `hardwareId` beside `claimCode` or `provision` is that device's own and no origin. */
export function originProblems(declared: Readonly<Record<string, unknown>>, exists: boolean): Problem[] {
  const problems: Problem[] = [];
  const given = originsIn(declared);
  if (given.length === 0 && !exists) {
    problems.push({
      property: "deviceId",
      reason: `an origin is missing: write exactly one of ${EXCLUSIVE.join(", ")}, to say how the device comes to be`,
    });
  }
  for (const name of given.slice(1)) {
    problems.push({ property: name, reason: `only one origin can be given, and there is ${given[0]} already` });
  }
  if (declared["provision"] !== undefined && declared["hardwareId"] === undefined && !exists) {
    problems.push({ property: "hardwareId", reason: "is required with provision: the device is registered under it" });
  }
  if (declared["registrationCode"] !== undefined && given[0] !== "hardwareId" && !exists) {
    problems.push({ property: "registrationCode", reason: "goes with hardwareId alone: it is what that agent registers with" });
  }
  return problems;
}

function originsIn(declared: Readonly<Record<string, unknown>>): (keyof typeof ORIGINS)[] {
  const given = EXCLUSIVE.filter((name) => declared[name] !== undefined);
  const others = given.filter((name) => name !== "hardwareId");
  return others.includes("claimCode") || others.includes("provision") ? others : given;
}

/** What is certain of a device before it is obtained. */
export function foretellOrigin(declared: Readonly<Record<string, unknown>>) {
  const { deviceId, hardwareId, provision: project } = declared as Origins;
  const [given = "deviceId"] = originsIn(declared);
  return {
    ...(typeof deviceId === "string" && !isUnknown(deviceId) && { id: deviceId }),
    outputs: {
      origin: ORIGINS[given],
      ...(hardwareId !== undefined && { hardwareId }),
      ...(project === undefined && { deviceSecret: undefined }),
    },
  };
}

/** Finds, claims, awaits or makes the device, and holds it. */
export async function obtain(context: Context, inputs: Origins, about: About): Promise<Obtained> {
  const { provision: project } = inputs;
  if (project !== undefined)
    return inTurn(context.turns, `provision ${inputs.hardwareId ?? ""}`, () => provision(context, inputs, project, about));
  const obtained = await find(context, inputs, about);
  hold(context, obtained.device.id, about);
  return obtained;
}

function find(context: Context, inputs: Origins, about: About): Promise<Obtained> {
  if (inputs.claimCode !== undefined) return claimed(context, inputs, inputs.claimCode, about);
  if (inputs.hardwareId !== undefined) return awaitRegistration(context, inputs.hardwareId, inputs.waitSeconds ?? 0, about);
  return adopt(context, inputs.deviceId ?? "", about);
}

async function adopt(context: Context, id: string, about: About): Promise<Obtained> {
  const found = await context.inventory.device(id, about);
  if (found.item) return { origin: "adopted", accountId: found.accountId, device: found.item };
  const service = await namesService(context, id, about);
  if (service) throw service;
  throw new NotFoundError({
    ...about,
    why: `Account ${found.accountId} has no device ${id}.`,
    remedy: "Write the id of a device of this account in deviceId, or claim the device with claimCode.",
  });
}

async function claimed(context: Context, { hardwareId }: Origins, code: string, about: About): Promise<Obtained> {
  return { origin: "claimed", ...(await claim(context, { code, hardwareId }, about)) };
}

/** A device that was just made has no settings of its own. */
const unset = { emailNotifications: null, desktopNotifications: null };

/** Makes the device; or takes the one that an interrupted run has made under this hardware id and name. */
async function provision(context: Context, inputs: Origins, project: Provision, about: About): Promise<Obtained> {
  const { id: accountId } = await context.client.account();
  const hardwareId = inputs.hardwareId ?? "";
  const name = inputs.name ?? hardwareId;
  const there = await madeAlready(context, hardwareId, name, about);
  if (there) {
    context.log(
      "warning",
      `Device ${about.subject ?? ""}: it exists already, as ${there.id}, and is adopted; its secret is not known.`,
    );
    return { origin: "provisioned", accountId, device: there };
  }
  const find = async () => (await madeAlready(context, hardwareId, name, about))?.id;
  const made = await registerDevice(context, { ...project, name, hardwareId }, find, about);
  const { id, secret } = made ? { id: made } : await registerByRest(context, { provision: project, hardwareId, name }, about);
  const device = { id, name, hardwareId, attributes: {}, tags: [], notificationSettings: unset };
  return { origin: "provisioned", accountId, device, ...(secret !== undefined && { secret }) };
}

/** The device that a request of ours has made under this hardware id and name: it is held from now on. */
async function madeAlready(context: Context, hardwareId: string, name: string, about: About): Promise<DeviceRecord | undefined> {
  const there = await byHardwareId(context, hardwareId, about);
  if (!there) return undefined;
  const { item } = there;
  if (item.name !== name || isHeld(context, item.id)) throw hardwareIdTaken(hardwareId, item, about);
  hold(context, item.id, about);
  return item;
}

function hardwareIdTaken(hardwareId: string, { id, name }: DeviceRecord, about: About): ConflictError {
  return new ConflictError({
    ...about,
    why: `There is a device with hardware id ${hardwareId} already: ${called(name, id)}.`,
    remedy: "Adopt it by its deviceId instead of provision, or give the new one a hardwareId of its own.",
  });
}

async function awaitRegistration(context: Context, hardwareId: string, seconds: number, about: About): Promise<Obtained> {
  const reason = `Device ${about.subject ?? ""}: no device with hardware id ${hardwareId} has registered yet.`;
  const found = await waitFor(context, seconds, reason, () => byHardwareId(context, hardwareId, about));
  if (found) return { origin: "registered", accountId: found.accountId, device: found.item };
  throw new NotFoundError({
    ...about,
    why: `No device with hardware id ${hardwareId} has registered${seconds > 0 ? ` within ${seconds} s` : ""}.`,
    remedy:
      "Run the command that registrationCommand() gives on the machine, then `pulumi up` again; waitSeconds makes it wait for that.",
  });
}
