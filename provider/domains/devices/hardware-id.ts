import type { RequestLabel } from "../../client";
import { ConflictError, NotFoundError } from "../../core/errors";
import type { DeviceRecord, Observed } from "../../inventory";
import { called } from "../shared/called";
import { type Context, poll, type SubjectLabel, waitOf } from "../../lifecycle";
import type { Obtained } from "./origin";

/** The one device with this hardware id that the account owns; undefined where there is none. One that is shared with it is another's. */
export async function byHardwareId(
  context: Context,
  hardwareId: string,
  about: RequestLabel,
): Promise<(Observed<DeviceRecord> & { item: DeviceRecord }) | undefined> {
  const found: (Observed<DeviceRecord> & { item: DeviceRecord })[] = [];
  for await (const { accountId, devices } of context.inventory.pages({ hardwareId }, about)) {
    for (const item of devices) {
      if (item.hardwareId === hardwareId && item.owner?.id === accountId) found.push({ accountId, item });
    }
  }
  if (found.length <= 1) return found[0];
  const candidates = found.map(({ item: { id, name } }) => called(name, id)).join(", ");
  throw new ConflictError({
    ...about,
    why: `Several devices have hardware id ${hardwareId}: ${candidates}.`,
    remedy: "Write the one that is meant as deviceId instead of hardwareId.",
  });
}

/** Waits until the agent of a machine has registered under the hardware id. @throws NotFoundError where none has. */
export async function awaitRegistration(
  context: Context,
  hardwareId: string,
  seconds: number,
  about: SubjectLabel,
): Promise<Obtained> {
  const wait = waitOf(seconds, "create");
  const reason = `Device ${about.subject}: no device with hardware id ${hardwareId} has registered yet.`;
  const found = await poll(context, seconds, reason, () => byHardwareId(context, hardwareId, about));
  if (found) return { id: found.item.id, accountId: found.accountId, origin: "registered", item: found.item };
  throw new NotFoundError({
    ...about,
    why: `No device with hardware id ${hardwareId} has registered${wait.seconds > 0 ? ` within ${wait.seconds} s` : ""}.`,
    remedy: `Run a registration command of the account on the machine, then \`pulumi up\` again; ${wait.longer} makes it wait for that.`,
  });
}
