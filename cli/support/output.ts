import { realpathSync, rmSync, statSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname, basename, join } from "node:path";
import { ConfigurationError } from "../../provider/core/errors";

type Chunks = Iterable<string> | AsyncIterable<string>;

/** Whoever read our output wants no more of it, as `head` after its tenth line. */
export class ReaderGone extends Error {}

/** Texts are gathered to about so many characters before they are written. */
const CHUNK = 64 * 1024;

const ignore = () => undefined;

/** Writes to standard output. @throws ReaderGone */
export async function writeOut(chunks: Chunks): Promise<void> {
  const { stdout } = process;
  // Without a listener of its own an error would end the process before whoever waits hears of it. One is enough for good.
  if (!stdout.listeners("error").includes(ignore)) stdout.on("error", ignore);
  const write = (text: string) =>
    new Promise<void>((done, fail) => void stdout.write(text, (error) => (error ? fail(error) : done())));
  try {
    await writeAll(write, chunks, stdout.isTTY ? 0 : CHUNK);
  } catch (error) {
    if (!isErrno(error)) throw error;
    if (error.code === "EPIPE") throw new ReaderGone();
    throw new ConfigurationError({
      what: "Write the output",
      subject: "standard output",
      why: `${reasonOf(error)}.`,
      remedy: "Check what standard output leads to, and run again.",
    });
  }
}

/** Files that are being written: none is left behind, however the process ends. */
const unfinished = new Set<string>();
process.once("exit", () => unfinished.forEach((path) => rmSync(path, { force: true })));

/**
 * Writes a file whole or not at all: beside it first, and then in its place. What is no plain file, such as a pipe or
 * /dev/null, is written to directly.
 * @throws ConfigurationError where it cannot be written.
 */
export async function writeFile(path: string, chunks: Chunks): Promise<void> {
  const target = real(path);
  const isSpecial = statSync(target, { throwIfNoEntry: false })?.isFile() === false;
  const temporary = isSpecial ? target : join(dirname(target), `.${basename(target)}.${process.pid}`);
  if (!isSpecial) unfinished.add(temporary);
  try {
    const file = await open(temporary, "w");
    try {
      await writeAll((text) => file.writeFile(text), chunks, CHUNK);
    } finally {
      await file.close();
    }
    if (!isSpecial) await rename(temporary, target);
  } catch (error) {
    if (!isSpecial) rmSync(temporary, { force: true });
    if (!isErrno(error)) throw error;
    throw new ConfigurationError({
      what: "Write the output",
      subject: path,
      why: `${reasonOf(error)}.`,
      remedy:
        error.code === "ENOSPC" || error.code === "EDQUOT"
          ? "Free some space there, or name a file elsewhere."
          : "Name a file in a folder that is there and that you may write to.",
    });
  } finally {
    unfinished.delete(temporary);
  }
}

async function writeAll(write: (text: string) => Promise<void>, chunks: Chunks, chunk: number): Promise<void> {
  let gathered = "";
  for await (const text of chunks) {
    gathered += text;
    if (gathered.length <= chunk) continue;
    await write(gathered);
    gathered = "";
  }
  if (gathered !== "") await write(gathered);
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

export const isErrno = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  error instanceof Error && "code" in error && typeof error.code === "string";

const reasons: Record<string, string> = {
  EACCES: "Permission is denied",
  ENOENT: "There is no such file or folder",
  EISDIR: "It is a folder",
  ENOTDIR: "A part of its path is no folder",
  ENOSPC: "The disk is full",
  EDQUOT: "The user's share of the disk is used up",
  EROFS: "The file system can only be read",
  EFBIG: "It is too large",
  Z_BUF_ERROR: "What gzip has compressed is cut off",
  Z_DATA_ERROR: "It begins like a file of gzip and is none",
};

/** Why the system refused, in words: "Permission is denied (EACCES)". */
export const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === undefined ? message : `${reasons[code] ?? message} (${code})`;
