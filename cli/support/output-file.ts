import { randomBytes } from "node:crypto";
import { realpathSync, rmSync, type Stats, statSync } from "node:fs";
import { type FileHandle, open, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ConfigurationError } from "../../provider/core/errors";
import { CHUNK, type Chunks, isErrno, reasonOf, writeAll } from "./output";

/**
 * Writes a file whole or not at all: beside it first, and then in its place, with the mode and the owner that it had. What is no
 * plain file, such as a pipe or /dev/null, is written to directly.
 *
 * @throws ConfigurationError where it cannot be written.
 */
export async function writeFile(path: string, chunks: Chunks): Promise<void> {
  const target = real(path);
  try {
    const before = statSync(target, { throwIfNoEntry: false });
    if (before?.isFile() === false) await writeTo(await open(target, "w"), chunks);
    else await replace(target, before, chunks);
  } catch (error) {
    if (!isErrno(error)) throw error;
    throw new ConfigurationError({
      what: "Writing",
      subject: path,
      why: `${reasonOf(error)}.`,
      remedy:
        error.code === "ENOSPC" || error.code === "EDQUOT"
          ? "Free some space there, or name a file elsewhere."
          : "Name a file in a folder that is there and that you may write to.",
    });
  }
}

async function replace(target: string, before: Stats | undefined, chunks: Chunks): Promise<void> {
  // A name that nobody can guess, made anew: in a folder that others may write to, they could have laid a link there.
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(9).toString("base64url")}`);
  const remove = () => rmSync(temporary, { force: true });
  // None is left behind, however the process ends.
  process.once("exit", remove);
  try {
    const file = await open(temporary, "wx", before === undefined ? 0o666 : 0o600);
    await writeTo(file, chunks, before);
    await rename(temporary, target);
  } catch (error) {
    remove();
    throw error;
  } finally {
    process.off("exit", remove);
  }
}

async function writeTo(file: FileHandle, chunks: Chunks, before?: Stats): Promise<void> {
  try {
    await writeAll((text) => file.writeFile(text), chunks, CHUNK);
    if (!before) return;
    // Only root may give a file to somebody else; to others it stays their own.
    if (process.getuid?.() === 0) await file.chown(before.uid, before.gid);
    await file.chmod(before.mode & 0o7777);
  } finally {
    await file.close();
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
