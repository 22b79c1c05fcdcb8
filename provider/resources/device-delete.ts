import { graphql } from "../../api/generated";
import type { About, Client } from "../client";
import { RefusedError, RestError } from "../core/errors";
import { isDone, refused } from "./answers";
import { ownAccount, type Context } from "./context";
import { waitFor } from "./wait";

const DeleteDevice = graphql(/* GraphQL */ `
  mutation deleteDevice($id: String!) {
    deleteDevice(deviceId: $id)
  }
`);

interface Known {
  accountId?: string | undefined;
  waitSeconds?: number | undefined;
}

/** Deletes the device once it is inactive; one that is gone already counts as deleted. */
export async function deleteDevice(
  context: Context,
  id: string,
  state: Known,
  about: About & { subject: string },
): Promise<void> {
  const look = async () => {
    const { accountId, item } = await context.inventory.device(id, about);
    ownAccount(about.subject, accountId, state.accountId);
    return item?.state === "active" ? undefined : { isThere: item !== undefined };
  };
  const seconds = state.waitSeconds ?? 0;
  const found = await waitFor(
    context,
    seconds,
    `Device ${about.subject}: remote.it deletes inactive devices only, and it is active.`,
    look,
  );
  if (!found) {
    throw new RefusedError({
      ...about,
      why: `It is active${seconds > 0 ? ` and stayed so for ${seconds} s` : ""}, and remote.it deletes inactive devices only.`,
      remedy:
        "Stop its agent and run the command again; waitSeconds waits for that, and deleteOnDestroy: false leaves the device in the account.",
    });
  }
  if (!found.isThere || (await byGraphql(context.client, id, about))) return;
  const isThere = async () => (await context.inventory.device(id, about)).item !== undefined;
  if (!(await isThere())) return;
  try {
    await byRest(context.client, id, about);
  } catch (error) {
    if (!(error instanceof RestError) || (await isThere())) throw error;
  }
}

async function byGraphql(client: Client, id: string, about: About): Promise<boolean> {
  if (!(await client.offers("deleteDevice"))) return false;
  return isDone(client.graphql(DeleteDevice, { id }, about).then(({ deleteDevice: answer }) => answer));
}

async function byRest(client: Client, id: string, about: About): Promise<void> {
  if (client.settings.developerKey === undefined) throw refused(about, "The device was not deleted.");
  await client.rest("developer/device/delete/registered", { id }, about);
}
