import type { RequestLabel } from "../../client";
import { usualPort } from "./application-types";
import type { Context } from "../../lifecycle";

interface Wanted {
  application: number;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
}

/**
 * A new service with every field, as remote.it's app sends it (A): what the server fills in for one that is left out is not known.
 * What the program leaves out is not managed all the same.
 *
 * @throws ValidationError where no port is declared and its application type has none.
 */
export async function withDefaults<W extends Wanted>(context: Context, wanted: W, about: RequestLabel) {
  const { application, host = "127.0.0.1", enabled = true } = wanted;
  const port = wanted.port ?? (await usualPort(context, application, about));
  return { ...wanted, host, port, enabled };
}
