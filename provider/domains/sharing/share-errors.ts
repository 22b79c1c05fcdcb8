import type { RequestLabel } from "../../client";
import { NotFoundError, RefusedError } from "../../core/errors";
import type { Context } from "../../lifecycle";
import { shareId } from "./share-id";

/** remote.it answered false. */
export const notShared = (about: RequestLabel, email: string): RefusedError =>
  new RefusedError({
    ...about,
    why: "The device was not shared. remote.it answered that it refuses, without a reason.",
    remedy: `Check that ${email} has an account of remote.it, and that the access key's user has the permission MANAGE on the device; then run \`pulumi up\` again.`,
  });

/** Why what is to be a share's id is none. @returns undefined where it may be one. */
export function noShareId(_context: Context, id: string, about: RequestLabel): Promise<NotFoundError | undefined> {
  const why = `"${id}" is no id of a device share: that has the id of the device, a slash, and the user's address.`;
  const remedy = "Write it as 80:00:00:00:01:02:03:04/guest@example.com.";
  return Promise.resolve(shareId.parse(id) ? undefined : new NotFoundError({ ...about, why, remedy }));
}
