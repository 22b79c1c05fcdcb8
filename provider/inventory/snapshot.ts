import type { RequestLabel, Client } from "../client";
import { idKey } from "./by-id";
import type { PageSize } from "./page-size";
import { devicePages } from "./pages";
import { type ByIdCollection, type ReadPages, shownIn } from "./collection";
import type { DeviceRecord, ServiceRecord } from "./records";
import { noMarks } from "./marks";
import type { Invalidations } from "./invalidations";

/** How long a reading of the whole account is believed, in milliseconds: others change it too. */
export const SNAPSHOT_AGE = 10 * 60 * 1000;

/** The whole account as one scan found it, by id. Undefined where it does not have the thing, or has it from before a write. */
export interface Snapshot {
  accountId: string;
  takenAt: number;
  device: (id: string) => DeviceRecord | undefined;
  service: (id: string) => ServiceRecord | undefined;
}

export async function takeSnapshot(
  client: Client,
  size: PageSize,
  invalidations: Invalidations,
  about: RequestLabel,
): Promise<Snapshot> {
  const began = invalidations.now();
  const takenAt = performance.now();
  const devices = new Map<string, DeviceRecord>();
  const deviceOf = new Map<string, DeviceRecord>();
  let accountId = "";
  for await (const page of devicePages(client, size, {}, about)) {
    accountId = page.accountId;
    for (const device of page.devices) {
      devices.set(idKey(device.id), device);
      for (const { id } of device.services) deviceOf.set(idKey(id), device);
    }
  }
  const believed = (item: DeviceRecord | undefined) => item && invalidations.current({ moment: began, item, ...shownIn(item) });
  return {
    accountId,
    takenAt,
    device: (id) => believed(devices.get(idKey(id))),
    service: (id) => {
      const device = believed(deviceOf.get(idKey(id)));
      const service = device?.services.find((candidate) => idKey(candidate.id) === idKey(id));
      if (!device || !service) return undefined;
      const { name, configurable, permissions } = device;
      return { ...service, marks: noMarks, device: { id: device.id, name, configurable, permissions } };
    },
  };
}

/** One collection as a whole, by id. Undefined where there is none, or it is from before a write to any part of it. */
export interface Whole<T> extends Pick<Snapshot, "accountId" | "takenAt"> {
  item: (id: string) => T | undefined;
}

export async function takeWhole<T>(
  client: Client,
  { name, whole }: Required<Pick<ByIdCollection<T>, "name" | "whole">>,
  pages: ReadPages,
  { now, since }: Invalidations,
): Promise<Whole<T>> {
  const began = now();
  const takenAt = performance.now();
  const { accountId, items } = await whole(pages, client, { what: `Reading the ${name} of the account` });
  const byId = new Map(items.map((item) => [idKey(item.id), item]));
  return {
    accountId,
    takenAt,
    item: (id) => {
      const item = byId.get(idKey(id));
      if (item === undefined) return undefined;
      const { ids, collections } = shownIn(item);
      return since(began, ids, [...collections, name]) ? undefined : item;
    },
  };
}
