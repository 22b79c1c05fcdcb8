import type { RequestLabel } from "../../client";
import { ConflictError, NotFoundError } from "../../core/errors";
import type { Field, Fields } from "../../core/field";
import type { Problem } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import { deviceCollection, type DeviceRecord, noMarks } from "../../inventory";
import { claim } from "./claim";
import { type Context, type Created, poll, type SubjectLabel, waitOf } from "../../lifecycle";
import { adopted } from "../shared/answers";
import { byHardwareId } from "./hardware-id";
import { noDevice } from "../shared/other-kind";
import { called } from "../shared/called";
import type { Provision } from "../shared/provision";
import { registerDevice } from "./register-graphql";
import { registerByRest } from "./register-rest";

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
  "id" | "name" | "hardwareId" | "state" | "attributes" | "marks" | "tags" | "tellsCase" | "notificationSettings" | "permissions"
>;

/** What the account may do with a device that it has just made. */
const ALL = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"] as const;

export interface Secret extends Fields {
  deviceSecret: Field;
}

type Obtained = Created<Fresh, Secret>;

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
export function previewOrigin(declared: Readonly<Record<string, unknown>>) {
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

/** Finds, claims, awaits or makes the device. */
export async function obtain(context: Context, inputs: Origins, about: SubjectLabel): Promise<Obtained> {
  const { provision: project } = inputs;
  if (project !== undefined)
    return context.mutex.run(`provision ${inputs.hardwareId ?? ""}`, () => provision(context, inputs, project, about));
  const obtained = await find(context, inputs, about);
  const thing = { type: "Device", id: obtained.id };
  if (context.ownership.isOwned(thing) && !context.ownership.isTaken(thing)) warnOfAnother(context, about);
  context.ownership.take(thing, about);
  return obtained;
}

function find(context: Context, inputs: Origins, about: SubjectLabel): Promise<Obtained> {
  if (inputs.claimCode !== undefined) return claimed(context, inputs, inputs.claimCode, about);
  if (inputs.hardwareId !== undefined) return awaitRegistration(context, inputs.hardwareId, inputs.waitSeconds ?? 0, about);
  return adopt(context, inputs.deviceId ?? "", about);
}

function warnOfAnother({ log }: Context, { subject }: SubjectLabel): void {
  log(
    "warning",
    `Device ${subject}: another resource of this program manages the same device. Remove one of the two declarations.`,
  );
}

async function adopt(context: Context, id: string, about: RequestLabel): Promise<Obtained> {
  const { accountId, item } = await context.inventory.of(deviceCollection).fresh(id, about);
  if (item) return { id: item.id, accountId, origin: "adopted", item };
  const remedy = "Write the id of a device of this account in deviceId, or claim the device with claimCode.";
  throw await noDevice(context, { id, accountId }, remedy, about);
}

async function claimed(context: Context, { hardwareId }: Origins, code: string, about: SubjectLabel): Promise<Obtained> {
  const { device, ...facts } = await claim(context, { code, hardwareId }, about);
  return { ...facts, id: device.id, item: device };
}

/** A device that was just made has no settings of its own. */
const unset = { emailNotifications: null, desktopNotifications: null };

/** Makes the device; or takes the one that an interrupted run has made under this hardware id and name. */
async function provision(context: Context, inputs: Origins, project: Provision, about: SubjectLabel): Promise<Obtained> {
  const { id: accountId } = await context.client.account();
  const hardwareId = inputs.hardwareId ?? "";
  const name = inputs.name ?? hardwareId;
  const there = await madeAlready(context, hardwareId, name, about);
  if (there) {
    context.log(
      "warning",
      adopted(`Device ${about.subject}: it exists already, as ${there.id}, and is adopted; its secret is not known.`),
    );
    return { id: there.id, accountId, origin: "adopted", item: there };
  }
  const look = async () => (await madeAlready(context, hardwareId, name, about))?.id;
  const made = await registerDevice(context, { ...project, name, hardwareId }, look, about);
  const { id, secret } = made ? { id: made } : await registerByRest(context, { provision: project, hardwareId, name }, about);
  const item = {
    ...{ id, name, hardwareId, state: "inactive", attributes: {}, marks: noMarks, permissions: [...ALL] },
    ...{ tags: [], notificationSettings: unset },
  };
  return { id, accountId, origin: "provisioned", item, ...(secret !== undefined && { outputs: { deviceSecret: secret } }) };
}

/** The device that a request of ours has made under this hardware id and name: it is taken from now on. */
async function madeAlready(
  context: Context,
  hardwareId: string,
  name: string,
  about: RequestLabel,
): Promise<DeviceRecord | undefined> {
  const there = await byHardwareId(context, hardwareId, about);
  if (!there) return undefined;
  const { item } = there;
  const thing = { type: "Device", id: item.id };
  if (item.name !== name || context.ownership.isOwned(thing)) throw hardwareIdTaken(hardwareId, item, about);
  context.ownership.take(thing, about);
  return item;
}

function hardwareIdTaken(hardwareId: string, { id, name }: DeviceRecord, about: RequestLabel): ConflictError {
  return new ConflictError({
    ...about,
    why: `There is a device with hardware id ${hardwareId} already: ${called(name, id)}.`,
    remedy: "Adopt it by its deviceId instead of provision, or give the new one a hardwareId of its own.",
  });
}

async function awaitRegistration(context: Context, hardwareId: string, seconds: number, about: SubjectLabel): Promise<Obtained> {
  const wait = waitOf(seconds, "create");
  const reason = `Device ${about.subject}: no device with hardware id ${hardwareId} has registered yet.`;
  const found = await poll(context, seconds, reason, () => byHardwareId(context, hardwareId, about));
  if (found) return { id: found.item.id, accountId: found.accountId, origin: "registered", item: found.item };
  throw new NotFoundError({
    ...about,
    why: `No device with hardware id ${hardwareId} has registered${wait.seconds > 0 ? ` within ${wait.seconds} s` : ""}.`,
    remedy: `Run the command that registrationCommand() gives on the machine, then \`pulumi up\` again; ${wait.longer} makes it wait for that.`,
  });
}
