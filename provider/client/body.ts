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
export async function readBody(response: Response, largest = LARGEST_ANSWER): Promise<string> {
  return (await readWhole(response, largest)).text;
}

/** The body, read to its end. @throws TooLargeError */
export async function readWhole({ body }: Response, largest = LARGEST_ANSWER): Promise<Body> {
  return new Body(await readBytes((body ?? []) as unknown as AsyncIterable<Uint8Array>, largest));
}

/** An ArrayBuffer as every Node knows it that is not too old: the types of the compiler's target do not. */
type Transferable = ArrayBuffer & { transfer: (length: number) => ArrayBuffer };

/** A body that is text. It stays bytes until somebody wants the text: they lie outside of the heap, and can be let go at once. */
export class Body {
  #text: string | undefined;

  constructor(private readonly bytes: Buffer<ArrayBuffer>) {}

  get text(): string {
    return (this.#text ??= new TextDecoder().decode(this.bytes));
  }

  /** How it begins: enough characters to know its form. */
  get start(): string {
    return this.bytes.toString("latin1", 0, 64);
  }

  includes(text: string): boolean {
    return this.bytes.includes(text);
  }

  /** The text, once: nothing of the body is left then, whoever still holds it. */
  take(): string {
    const { text, bytes } = this;
    this.#text = "";
    // Small ones lie beside others.
    if (bytes.length > 0 && bytes.length === bytes.buffer.byteLength) (bytes.buffer as Transferable).transfer(0);
    return text;
  }
}
