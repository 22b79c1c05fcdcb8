import type { Client } from "../provider/client";
import { withoutPath } from "../provider/core/address";
import { NotFoundError, RefusedError } from "../provider/core/errors";
import { graphql } from "./generated";
import { NAME } from "./name";

const ReadDevice = graphql(/* GraphQL */ `
  query conformanceDevice($accountId: String, $ids: [String!]!) {
    login {
      notificationSettings {
        notificationUrl
      }
      account(id: $accountId) {
        id
        tags {
          name
        }
        networks {
          name
        }
        device(id: $ids) {
          id
          hardwareId
          configurable
          permissions
          owner {
            id
          }
          attributes
          tags(accountId: $accountId) {
            name
          }
          services {
            name
          }
        }
      }
    }
  }
`);

/** The device that the trials write to. */
export interface TrialDevice {
  id: string;
  hardwareId: string | undefined;
  /** Whether it takes services through GraphQL. */
  configurable: boolean;
}

const about = { what: "Looking at" };

/**
 * The device of that id, where trials may write to it.
 *
 * @throws NotFoundError, RefusedError where it is none of the account's own, may not be managed, or still bears what an
 * earlier run left.
 */
export async function readTrialDevice(client: Client, id: string): Promise<TrialDevice> {
  const { accountId } = client.settings;
  const subject = `the trials' device ${id}`;
  const { login } = await client.graphql(ReadDevice, { accountId, ids: [id] }, { ...about, subject });
  const account = login?.account;
  const device = account?.device?.find((one) => one.id.toLowerCase() === id.toLowerCase());
  const refused = (why: string, remedy: string) => new RefusedError({ ...about, subject, why, remedy });
  if (!account || !device) {
    throw new NotFoundError({
      ...about,
      subject,
      why: "The account has no device of this id.",
      remedy:
        "Give the id of one of its devices, as `pulumi-remoteit inventory --columns name,id` shows it; a service has another.",
    });
  }
  if (device.owner?.id !== account.id)
    throw refused("Others share it with the account.", "Name a device that the account owns itself.");
  if (!device.permissions.includes("MANAGE"))
    throw refused("The access key's user lacks the permission MANAGE on it.", "Name a device that may be managed.");
  const left = leftovers(device, account, login.notificationSettings?.notificationUrl);
  if (left.length > 0)
    throw refused(
      `An earlier run left something there, or another is under way: ${left.join(", ")}.`,
      `Remove what is called ${NAME}, in https://app.remote.it, and run again.`,
    );
  return { id: device.id, hardwareId: device.hardwareId ?? undefined, configurable: device.configurable };
}

interface Bearer {
  attributes: object;
  tags: { name: string }[];
  services: { name: string | null }[];
}

function leftovers(
  { attributes, tags, services }: Bearer,
  account: { tags: { name: string }[]; networks: { name: string }[] },
  webhook: string | null | undefined,
): string[] {
  const isOurs = ({ name }: { name: string | null }) => isTrialName(name);
  return [
    ...(Object.keys(attributes).some((name) => name.startsWith(NAME)) ? [`the attribute ${NAME} of the device`] : []),
    ...(services.some(isOurs) ? [`a service ${NAME} of the device`] : []),
    ...([...account.tags, ...tags].some(isOurs) ? [`the tag ${NAME} of the account`] : []),
    ...(account.networks.some(isOurs) ? [`the network ${NAME} of the account`] : []),
    ...(webhook?.includes(NAME) ? [`the account's webhook ${withoutPath(webhook)}`] : []),
  ];
}

/** Whether something is a trial's: in any case, and with the device's name before it. */
export function isTrialName(name: string | null): boolean {
  return name?.toLowerCase().endsWith(NAME) ?? false;
}
