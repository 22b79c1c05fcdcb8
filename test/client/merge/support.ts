import { type Client, createClient, operate, type RequestLabel, type Settings } from "../../../provider/client";
import { isError } from "../../../provider/core/errors/cause";
import { AddTags, RemoveTags } from "../../../provider/domains/tags/calls";
import { setNotifications } from "../../../provider/domains/devices/notifications";
import { accepted } from "../../../provider/domains/shared/answers";
import { attributeMarks } from "../../../provider/domains/shared/attributes";
import { rename } from "../../../provider/domains/shared/rename";
import { type Control, controlOf, type Sandbox, startSandbox, type World } from "../../../sandbox";
import { settingsFor } from "../server";

export interface Ground {
  sandbox: Sandbox;
  control: Control;
  /** Ids of its devices. */
  devices: string[];
  /** A client of its own: another process would know no more. */
  client: (more?: Partial<Settings>, said?: string[]) => Client;
  /** How often each operation was asked since the last time. */
  asked: () => Promise<Record<string, number>>;
}

export const UNKNOWN = "80:00:00:00:0f:ff:ff:ff";

/** Runs with an account of so many devices in a world. */
export async function onGround<T>(devices: number, world: Partial<World>, run: (ground: Ground) => Promise<T>): Promise<T> {
  const sandbox = await startSandbox({ devices, world });
  const control = controlOf(sandbox.control);
  try {
    const { endpoint, accessKeyId, secretAccessKey } = sandbox;
    let before: Record<string, number> = {};
    return await run({
      sandbox,
      control,
      devices: (await held(control)).map(({ id }) => id),
      client: (more = {}, said = []) =>
        createClient(
          settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000, maxRetries: 3, ...more }),
          (level, message) => said.push(`${level}: ${message}`),
        ),
      asked: async () => {
        const { byOperation } = await control.requests();
        const since = Object.entries(byOperation).map(([name, times]) => [name, times - (before[name] ?? 0)] as const);
        before = { ...byOperation };
        return Object.fromEntries(since.filter(([name, times]) => times > 0 && !/offeredMutations|whoAmI/.test(name)));
      },
    });
  } finally {
    await sandbox.stop();
  }
}

export interface Held {
  id: string;
  name: string;
  tags: string[];
  attributes: object;
  mail: boolean | null;
}

/** What the account holds, asked past the client. */
export async function held(control: Control): Promise<Held[]> {
  const query =
    "{ login { devices(size: 1000) { items { id name tags { name } attributes notificationSettings { emailNotifications } } } } }";
  const { login } = (await control.change(query)) as {
    login: {
      devices: {
        items: (Omit<Held, "tags" | "mail"> & {
          tags: { name: string }[];
          notificationSettings: { emailNotifications: boolean | null };
        })[];
      };
    };
  };
  return login.devices.items
    .map(({ tags, notificationSettings, ...rest }) => ({
      ...rest,
      tags: tags.map(({ name }) => name).sort(),
      mail: notificationSettings.emailNotifications,
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** One change, as a setter makes it. */
export interface Write {
  kind: "name" | "tag" | "untag" | "attribute" | "mail";
  id: string;
  value: string;
}

export function send(client: Client, { kind, id, value }: Write, more: Partial<RequestLabel> = {}): Promise<unknown> {
  const about = { what: `Setting ${kind} to ${value} of`, subject: id, ...more };
  const none = () => Promise.resolve({});
  switch (kind) {
    case "name":
      return rename(client, id, value, about);
    case "tag":
      return client.graphql(AddTags, { ids: [id], names: [value] }, about).then(({ addTag }) => accepted(addTag, about, "No."));
    case "untag":
      return client
        .graphql(RemoveTags, { ids: [id], names: [value] }, about)
        .then(({ removeTag }) => accepted(removeTag, about, "No."));
    case "attribute":
      return attributeMarks.set({ client }, id, value, "adopted", about);
    default:
      return setNotifications(client, id, {}, { emailNotifications: value < "n" }, none, about);
  }
}

/** What came of it: "done", or the error's name and what it says of whom. */
export async function outcomeOf(sending: Promise<unknown>): Promise<string> {
  try {
    await sending;
    return "done";
  } catch (error) {
    return isError(error) ? `${error.name}: ${error.message}` : String(error);
  }
}

/** Sends them in one operation each, all at one moment. */
export const sendAll = (client: Client, writes: readonly Write[]): Promise<string[]> =>
  Promise.all(writes.map((write) => outcomeOf(operate(() => send(client, write)))));

export const renames = (ids: readonly string[]): Write[] =>
  ids.map((id, index) => ({ kind: "name", id, value: `name-${index}` }));
