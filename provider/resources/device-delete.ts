import { graphql } from "../../api/generated";
import type { About } from "../client";
import { RefusedError } from "../core/errors";
import { ownAccount, type Context } from "./context";
import { deleteEitherWay } from "./delete";
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

/**
 * Deletes the device once it is inactive; one that is gone already counts as deleted. It looks before, because remote.it's
 * deleteDevice given the id of a service removes that (api/README.md, C), and after a refusal, because REST does not look
 * whether the device has become active meanwhile.
 */
export async function deleteDevice(
  context: Context,
  id: string,
  state: Known,
  about: About & { subject: string },
): Promise<void> {
  const { client } = context;
  const look = async () => {
    const { accountId, item } = await context.inventory.device(id, about);
    ownAccount(about.subject, accountId, state.accountId);
    return item?.state === "active" ? undefined : { isThere: item !== undefined };
  };
  const seconds = state.waitSeconds ?? 0;
  const reason = `Device ${about.subject}: remote.it deletes inactive devices only, and it is active.`;
  const found = await waitFor(context, seconds, reason, look);
  if (!found) throw isActive(about, seconds);
  if (!found.isThere) return;
  await deleteEitherWay(
    client,
    {
      isOffered: () => client.offers("deleteDevice"),
      byGraphql: () => client.graphql(DeleteDevice, { id }, about).then((answer) => answer.deleteDevice),
      byRest: () => client.rest("developer/device/delete/registered", { id }, about),
      isThere: async () => {
        const now = await look();
        if (!now) throw isActive(about, 0);
        return now.isThere;
      },
      refusal: "The device was not deleted.",
    },
    about,
  );
}

function isActive(about: About, seconds: number): RefusedError {
  return new RefusedError({
    ...about,
    why: `It is active${seconds > 0 ? ` and stayed so for ${seconds} s` : ""}, and remote.it deletes inactive devices only.`,
    remedy:
      "Stop its agent and run the command again; waitSeconds waits for that, and deleteOnDestroy: false leaves the device in the account.",
  });
}
