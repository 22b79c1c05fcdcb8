import type { Client } from "../client";
import type { DeviceRecord } from "./records";

/** Ids of keys' own accounts that show devices of others: from then on they are named in requests. */
const named = new WeakMap<Client, string>();

/** The account to name in a request; undefined where that is not needed, as far as is known. */
export const accountToName = (client: Client): string | undefined => client.settings.accountId ?? named.get(client);

interface Answered {
  id: string;
  /** Names of the account's tags. */
  tags: readonly { name: string }[];
}

/**
 * Asks for devices with the tags that the account itself has on them: each account has its own, and whose `tags` gives where no
 * account is named is unknown (api/README.md, A). It makes a difference where the key's own account shows devices of others:
 * then the same is asked once more, with the account's id, which the answer tells.
 *
 * @param ask - Sends the request for the account of this id, or for the key's own.
 */
export async function withOwnTags<A extends Answered>(
  client: Client,
  ask: (accountId: string | undefined) => Promise<A>,
  devicesOf: (answer: A) => DeviceRecord[],
): Promise<{ answer: A; devices: DeviceRecord[] }> {
  const accountId = accountToName(client);
  const answer = await ask(accountId);
  const devices = devicesOf(answer);
  if (accountId === undefined && devices.some(({ owner }) => owner?.id !== answer.id)) {
    named.set(client, answer.id);
    return withOwnTags(client, ask, devicesOf);
  }
  return { answer, devices: tellsCase(answer) ? devices.map((device) => ({ ...device, tellsCase: true })) : devices };
}

/** Whether two of the account's tags differ by case alone. That they do not says nothing: nobody may have made a second one. */
export function tellsCase({ tags }: Pick<Answered, "tags">): boolean {
  return new Set(tags.map(({ name }) => name.toLowerCase())).size < tags.length;
}
