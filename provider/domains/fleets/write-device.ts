import type { RequestLabel } from "../../client";
import { NotFoundError } from "../../core/errors";
import { withValue } from "../../core/map";
import { deviceCollection, type DeviceRecord, serviceCollection } from "../../inventory";
import { confirmGone, type Context } from "../../lifecycle";
import type { Notifications } from "../devices/notifications";
import { setNotifications } from "../devices/notifications";
import { addMissingService } from "../services/create";
import { removalOf } from "../services/delete";
import { changeService } from "../services/update";
import { setAttributes } from "../shared/attributes";
import { refusalOf } from "../shared/answers";
import type { Pending } from "./look";
import { isUntouched, type Moment } from "./moment";
import type { Difference, Work } from "./template";

/** Makes right what one device lacks beside its tags, one thing after the other. @throws what failed first. */
export async function writeDevice(context: Context, device: Pending, at: Moment, about: RequestLabel): Promise<void> {
  const { id } = device;
  const { client } = context;
  const look = async (): Promise<DeviceRecord> => {
    const { item } = await context.inventory.of(deviceCollection).fresh(id, about);
    if (!item) throw new NotFoundError({ ...about, why: "It is no longer in the account.", remedy: "Run `pulumi up` again." });
    return item;
  };
  for (const { work } of device.lacking.filter(isOf("addService"))) {
    const isSeen = () => isUntouched(context, at, [id]);
    await addMissingService(context, { deviceId: id, ...work.service }, isSeen, { ...about, what: "Adding service to device" });
  }
  await changeServices(context, device, { ...about, what: "Changing service of device" });
  const wanted = placed(device.lacking.filter(isOf("attribute")));
  if (device.attributes && wanted) {
    const setting = { before: {}, wanted, live: device.attributes, look: async () => (await look()).attributes };
    await setAttributes(client, id, setting, { ...about, what: "Setting attributes of device" });
  }
  const notifications = device.lacking.filter(isOf("notification"));
  if (device.notificationSettings && notifications.length > 0) {
    const settings = Object.fromEntries(notifications.map(({ expected, work }) => [work.name, expected])) as Notifications;
    const now = async () => (await look()).notificationSettings;
    const what = { ...about, what: "Setting notifications of device" };
    await setNotifications(client, id, device.notificationSettings, settings, now, what);
  }
  for (const { work } of device.lacking.filter(isOf("removeService"))) {
    await removeFrom(context, work.id, { ...about, what: "Removing service of device" });
  }
}

type Of<K extends Work["kind"]> = Difference & { work: Extract<Work, { kind: K }> };

const isOf =
  <K extends Work["kind"]>(kind: K) =>
  (difference: Difference): difference is Of<K> =>
    difference.work.kind === kind;

/** The map that holds what is expected, each at its place. Null removes. */
function placed(lacking: readonly Of<"attribute">[]): Record<string, unknown> | undefined {
  if (lacking.length === 0) return undefined;
  return lacking.reduce<Readonly<Record<string, unknown>>>(
    (map, { expected, work: { at } }) => withValue(map, at, expected ?? null),
    {},
  );
}

/** What changes of one service goes out with one request. */
async function changeServices({ client }: Context, device: Pending, about: RequestLabel): Promise<void> {
  const changes = new Map<string, Record<string, unknown>>();
  for (const { expected, work } of device.lacking.filter(isOf("changeService"))) {
    changes.set(work.id, { ...changes.get(work.id), [work.name]: expected });
  }
  for (const [id, change] of changes) {
    await changeService(client, { id, device: { id: device.id, configurable: true } }, change, about);
  }
}

async function removeFrom(context: Context, id: string, about: RequestLabel): Promise<void> {
  const look = async () => (await context.inventory.of(serviceCollection).fresh(id, about)).item;
  const send = await removalOf(context.client, id, about);
  await confirmGone(send, look, refusalOf(about, "The service was not removed."));
}
