/**
 * The most that one answer may hold, in bytes: a page of 1,000 devices holds a hundredth of it. Beyond, JavaScript itself gives up on a text,
 * after a machine has held it several times.
 */
export const LARGEST_ANSWER = 128 * 1024 * 1024;

/** An answer is too large to be read, whatever stands in it. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
}

/** @throws TooLargeError as soon as it is; the rest is not read then. */
export async function readBytes(body: AsyncIterable<Uint8Array>, largest = LARGEST_ANSWER): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > largest) throw new TooLargeError(`more than ${largest} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The body as text. @throws TooLargeError */
export async function readBody({ body }: Response, largest = LARGEST_ANSWER): Promise<string> {
  return body ? new TextDecoder().decode(await readBytes(body as unknown as AsyncIterable<Uint8Array>, largest)) : "";
}
