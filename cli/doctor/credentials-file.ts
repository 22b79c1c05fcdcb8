import { statSync } from "node:fs";
import { credentialsPath } from "../../provider/client";
import { type Check, ok, warning } from "./check";

/** Group and others: read, write and execute. */
const OTHERS = 0o077;

/** Whether others on this machine get at the keys of the credentials file. Undefined where there is none. */
export function credentialsFileCheck(path = credentialsPath(), platform = process.platform): Check | undefined {
  const check = "credentials file";
  const file = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
  // On Windows a mode says nothing of who may read.
  if (path === undefined || !file?.isFile() || platform === "win32") return undefined;
  const mode = file.mode & 0o777;
  if ((mode & OTHERS) === 0) return ok(check, `${path} is its owner's alone`);
  const whom = [...(mode & 0o070 ? ["its group"] : []), ...(mode & 0o007 ? ["everybody on this machine"] : [])].join(" and ");
  return warning(
    check,
    `${path} is open to ${whom} (mode ${mode.toString(8).padStart(3, "0")}), and keys stand in it`,
    `Run \`chmod 600 ${quoted(path)}\`. If somebody may have read it, make another key and delete this one.`,
  );
}

const quoted = (path: string): string => (/^[\w./~+-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`);
