import type { RequestLabel, Client } from "../client";
import type { Observed } from "./pending-read";
import type { ReadBatch } from "./batches";
import type { ById } from "./by-id";
import type { Compared, DeviceFilter, Page } from "./pages";
import { noMarks } from "./marks";
import type { ReadTogether } from "./read-each";
import type { DeviceRecord, ServiceRecord } from "./records";
import type { Snapshot } from "./snapshot";

/**
 * The things of one kind, and how an account tells of them. What is the same for all kinds follows: readings of one moment share a
 * request, a refresh that costs more than a scan of the account becomes one, and nothing is shown that was read before a write.
 */
export type Collection<T> = ByIdCollection<T> | ListCollection<T>;

interface Named {
  /** What a mutation calls it that changes more of it than its variables name: "devices". */
  name: string;
}

/** All devices that match, page by page; of each what is compared, else all. */
export type ReadPages = (filter: DeviceFilter, about: RequestLabel, compared?: Compared) => AsyncIterable<Page>;

/** Read by their ids, many with one request. */
export interface ByIdCollection<T> extends Named {
  byIds: (known: ById, client: Client) => ReadBatch<T & { id: string }>;
  /**
   * What a scan of all devices has shown of one. Absent where a scan does not show it: then a reading from before a write to any part of
   * it is dropped.
   */
  inSnapshot?: (snapshot: Snapshot, id: string) => T | undefined;
  /**
   * Goes without `inSnapshot`: everything of it, in as many requests as the list of devices has pages, for whoever reads so many that this
   * is cheaper. Without either it is read by its ids alone.
   */
  whole?: (pages: ReadPages, client: Client, about: RequestLabel) => Promise<Listed<T & { id: string }>>;
}

/** Read as one list, which is not paged. */
export interface ListCollection<T> extends Named {
  list: (client: Client, about: RequestLabel) => Promise<Listed<T>>;
  /** The id of one: `accountId/name`. */
  idOf: (item: T, accountId: string) => string;
  /** Set where its list is a part of an overview. */
  within?: Within<T>;
}

/** One request that shows the things of several collections: their readings share it, and a change of one makes all of it old. */
export interface Overview<S> extends Named {
  read: (client: Client, about: RequestLabel) => Promise<Shown<S>>;
}

export interface Shown<S> {
  accountId: string;
  shown: S;
}

export interface Within<T> {
  overview: Overview<unknown>;
  items: (shown: unknown) => readonly T[];
  mustBeWhole?: ((shown: unknown, about: RequestLabel) => void) | undefined;
}

/**
 * Declares a collection that an overview shows.
 *
 * @param items - Its things in what the overview shows.
 * @param mustBeWhole - Throws where the account may hold more of them than it shows: then nobody may take them for all.
 */
export function collectionIn<S, T>(
  overview: Overview<S>,
  items: (shown: S) => readonly T[],
  idOf: ListCollection<T>["idOf"],
  mustBeWhole?: (shown: S, about: RequestLabel) => void,
): ListCollection<T> {
  return {
    name: overview.name,
    list: async (client, about) => {
      const { accountId, shown } = await overview.read(client, about);
      mustBeWhole?.(shown, about);
      return { accountId, items: items(shown) };
    },
    idOf,
    within: { overview, items: items as Within<T>["items"], mustBeWhole: mustBeWhole as Within<T>["mustBeWhole"] },
  };
}

export interface Listed<T> {
  accountId: string;
  items: readonly T[];
}

/** Reads the things of one collection. */
export interface Reader<T> {
  /** One by its id, from what is known: the shared request, the scan, or the list of this run. */
  read: (id: string, about: RequestLabel) => Promise<Observed<T>>;
  /**
   * The same as it is now: by a request that has not answered yet, with what this process has written since it was sent. What is
   * written is decided on such a reading.
   */
  fresh: (id: string, about: RequestLabel) => Promise<Observed<T>>;
  /**
   * Those of one batch (see inBatches) that are there. One request, more only where remote.it refuses it for the sake of one, and
   * nothing is kept: for who knows all ids at once. A service's id may show its device, which is then not the one that was asked
   * for.
   */
  together: (ids: string[], about: RequestLabel) => Promise<ReadTogether<T>>;
}

/** What is read by ids shows parts of other such things: a device its services, a service its device. */
interface Composed {
  id: string;
  services?: readonly { id: string }[];
  device?: { id: string };
}

/** A change of any of these may show in it. */
export const shownIn = ({ id, services = [], device }: Composed) => ({
  ids: [id, ...services.map((service) => service.id), ...(device ? [device.id] : [])],
  collections: ["devices", "services"],
});

export const deviceCollection: ByIdCollection<DeviceRecord> = {
  name: "devices",
  byIds: (known) => known.devices,
  inSnapshot: (snapshot, id) => snapshot.device(id),
};

export const serviceCollection: ByIdCollection<ServiceRecord> = {
  name: "services",
  byIds: (known) => known.services,
  inSnapshot: (snapshot, id) => snapshot.service(id),
};

/** What pages show of a service and its attributes: `facts` for when it was made, and of its device what it takes. */
const WHOLE_SERVICE: Compared = new Set(["host", "port", "enabled", "Service.attributes", "facts"]);

/** The same with their attributes, which the scan of devices does not show. */
export const wholeServiceCollection: ByIdCollection<ServiceRecord> = {
  name: "services",
  byIds: (known) => known.services,
  whole: async (pages, _client, about) => {
    let accountId = "";
    const items: ServiceRecord[] = [];
    for await (const page of pages({}, about, WHOLE_SERVICE)) {
      ({ accountId } = page);
      for (const { id, name, configurable, permissions, services } of page.devices) {
        const device = { id, name, configurable, permissions };
        for (const service of services) items.push({ ...service, marks: noMarks, device });
      }
    }
    return { accountId, items };
  },
};
