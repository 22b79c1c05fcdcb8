import { graphql } from "../../../api/generated";
import { defineMutation } from "../../client";
import { RefusedError } from "../../core/errors";
import { confirmGone, type Context, type Existing, poll, type SubjectLabel, type Wait, waitOf } from "../../lifecycle";
import { networkOverview } from "../networks/overview";
import { refused } from "../shared/answers";
import type { Fresh } from "./origin";

const DeleteDevice = defineMutation(
  graphql(/* GraphQL */ `
    mutation deleteDevice($id: String!) {
      deleteDevice(deviceId: $id)
    }
  `),
  [networkOverview],
);

/**
 * Deletes the device once it is inactive: remote.it deletes no others (api/README.md, D). REST deletes active ones as well, so it
 * is asked only where GraphQL has no such mutation, straight after a look that found the device inactive, and never after GraphQL
 * has refused.
 */
export async function deleteDevice(
  context: Context,
  { id, item, state }: Existing<Fresh>,
  look: () => Promise<Fresh | undefined>,
  about: SubjectLabel,
): Promise<void> {
  const { client } = context;
  const seconds = typeof state["waitSeconds"] === "number" ? state["waitSeconds"] : 0;
  const wait = waitOf(seconds, "delete");
  const isActive = "remote.it deletes inactive devices only, and it is active.";
  let known: Fresh | undefined = item; // read a moment ago: nothing is asked twice where the device is inactive
  const found = await poll(context, seconds, `Device ${about.subject}: ${isActive}`, async () => {
    const now = known ?? (await look());
    known = undefined;
    return now?.state === "active" ? undefined : { isThere: now !== undefined };
  });
  if (!found) throw stillActive(about, wait);
  if (!found.isThere) return;
  const refusal = (item?: Fresh, why?: Error) =>
    item?.state === "active" ? stillActive(about) : (why ?? refused(about, "The device was not deleted."));
  if (await client.supportsMutation("deleteDevice")) {
    await confirmGone(async () => (await client.graphql(DeleteDevice, { id }, about)).deleteDevice, look, refusal);
    return;
  }
  // Asking what GraphQL offers may have taken a while, the first time.
  if ((await look())?.state === "active") throw stillActive(about);
  await confirmGone(
    async () => {
      await client.rest("developer/device/delete/registered", { id }, about);
      return true;
    },
    look,
    refusal,
  );
}

function stillActive(about: SubjectLabel, { seconds, longer }: Wait = { seconds: 0, longer: "waitSeconds" }): RefusedError {
  return new RefusedError({
    ...about,
    why: `It is active${seconds > 0 ? ` and stayed so for ${seconds} s` : ""}, and remote.it deletes inactive devices only.`,
    remedy: `Stop its agent and run the command again; ${longer} waits for that, and deleteOnDestroy: false leaves the device in the account.`,
  });
}
