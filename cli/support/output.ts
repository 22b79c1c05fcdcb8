import { types } from "node:util";
import { ConfigurationError } from "../../provider/core/errors";

export type Chunks = Iterable<string> | AsyncIterable<string>;

/** Whoever read our output wants no more of it, as `head` after its tenth line. */
export class ReaderGone extends Error {}

/** Texts are gathered to about so many characters before they are written. */
export const CHUNK = 64 * 1024;

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
      what: "Writing",
      subject: "standard output",
      why: `${reasonOf(error)}.`,
      remedy: "Check what standard output leads to, and run again.",
    });
  }
}

/** Hands on the chunks, gathered to about so many characters. */
export async function writeAll(write: (text: string) => Promise<void>, chunks: Chunks, chunk: number): Promise<void> {
  let gathered = "";
  for await (const text of chunks) {
    gathered += text;
    if (gathered.length <= chunk) continue;
    await write(gathered);
    gathered = "";
  }
  if (gathered !== "") await write(gathered);
}

export const isErrno = (error: unknown): error is NodeJS.ErrnoException & { code: string } =>
  types.isNativeError(error) && "code" in error && typeof error.code === "string";

const reasons: Record<string, string> = {
  EACCES: "Permission denied",
  ENOENT: "There is no such file or folder",
  EISDIR: "It is a folder",
  ENOTDIR: "Part of its path is not a folder",
  ENOSPC: "The disk is full",
  EDQUOT: "The user's share of the disk is used up",
  EROFS: "The file system is read-only",
  EFBIG: "It is too large",
  Z_BUF_ERROR: "The gzip data is cut off",
  Z_DATA_ERROR: "It is not valid gzip",
};

/** Why the system refused, in words: "Permission denied (EACCES)". */
export const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === undefined ? message : `${reasons[code] ?? message} (${code})`;
