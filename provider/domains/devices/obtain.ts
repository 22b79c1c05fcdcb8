import type { RequestLabel } from "../../client";
import { deviceCollection } from "../../inventory";
import type { Context, SubjectLabel } from "../../lifecycle";
import { noDevice } from "../shared/other-kind";
import { claim } from "./claim";
import { CLAIM_IT } from "./obstacles";
import { awaitRegistration } from "./hardware-id";
import type { Obtained, Origins } from "./origin";
import { provision } from "./provision";

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
  throw await noDevice(context, { id, accountId }, CLAIM_IT, about);
}

async function claimed(context: Context, { hardwareId }: Origins, code: string, about: SubjectLabel): Promise<Obtained> {
  const { device, ...facts } = await claim(context, { code, hardwareId }, about);
  return { ...facts, id: device.id, item: device };
}
