/**
 * The most that one answer may hold, in bytes: a page of 1,000 devices holds a hundredth of it. Beyond, JavaScript itself gives up on a text,
 * after a machine has held it several times.
 */
export const LARGEST_ANSWER = 128 * 1024 * 1024;

/** An answer is too large to be read, whatever stands in it. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
}

/** The body as text. @throws TooLargeError as soon as it is; the rest is not read then. */
export async function readBody({ body }: Response, largest = LARGEST_ANSWER): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let size = 0;
  if (body)
    for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > largest) throw new TooLargeError(`more than ${largest} bytes`);
      parts.push(decoder.decode(part, { stream: true }));
    }
  return parts.join("") + decoder.decode();
}
