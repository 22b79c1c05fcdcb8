import type { RequestLabel } from "../../client";
import { ConflictError } from "../../core/errors";
import { type DeviceRecord, noMarks } from "../../inventory";
import type { Context, SubjectLabel } from "../../lifecycle";
import { adopted } from "../shared/answers";
import { called } from "../shared/called";
import type { Provision } from "../shared/provision";
import { byHardwareId } from "./hardware-id";
import type { Obtained, Origins } from "./origin";
import { registerDevice } from "./register-graphql";
import { registerByRest } from "./register-rest";

/** What the account may do with a device that it has just made. */
const ALL = ["VIEW", "CONNECT", "SCRIPTING", "MANAGE", "ADMIN"] as const;

/** A device that was just made has no settings of its own. */
const unset = { emailNotifications: null, desktopNotifications: null };

/** Makes the device; or takes the one that an interrupted run has made under this hardware id and name. */
export async function provision(context: Context, inputs: Origins, project: Provision, about: SubjectLabel): Promise<Obtained> {
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
