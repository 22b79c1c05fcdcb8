import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { createGunzip } from "node:zlib";
import { encodingOf } from "../../provider/core/text-encoding";

/** What a file that is read as a whole may hold, in characters. Rules, baselines and memories are far from it. */
const LARGEST = 64 * 1024 * 1024;

/**
 * The text of a file, or of standard input for `-`, in parts as they come: UTF-8 or UTF-16, with a byte order mark or without,
 * compressed by gzip or not, which its first bytes show. Rejects as the file system and zlib do.
 */
export async function* readParts(path: string): AsyncGenerator<string> {
  const bytes = uncompressed(path === "-" ? process.stdin : createReadStream(path));
  let decoder: TextDecoder | undefined;
  for await (const part of startingWith(4, bytes)) {
    decoder ??= new TextDecoder(encodingOf(part));
    yield decoder.decode(part, { stream: true });
  }
  yield decoder?.decode() ?? "";
}

/** The same as one text. Rejects with EFBIG where it is too large to be what anybody means. */
export async function readText(path: string): Promise<string> {
  const parts: string[] = [];
  let length = 0;
  for await (const part of readParts(path)) {
    length += part.length;
    if (length > LARGEST) throw Object.assign(new Error("It is too large"), { code: "EFBIG" });
    parts.push(part);
  }
  return parts.join("");
}

async function* uncompressed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const parts = startingWith(2, source);
  const first = await parts.next();
  if (first.done) return;
  const whole = async function* () {
    yield first.value;
    yield* parts;
  };
  const isGzip = first.value[0] === 0x1f && first.value[1] === 0x8b;
  // What fails also ends what is read here, with its error.
  yield* isGzip ? pipeline(Readable.from(whole()), createGunzip(), () => undefined) : whole();
}

/** The same bytes, of which the first part holds at least so many where there are as many. */
async function* startingWith(least: number, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array();
  for await (const part of source) {
    if (first === undefined) yield part;
    else {
      first = Buffer.concat([first, part]);
      if (first.length < least) continue;
      yield first;
      first = undefined;
    }
  }
  if (first !== undefined && first.length > 0) yield first;
}
