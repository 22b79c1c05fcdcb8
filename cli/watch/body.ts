import type { IncomingMessage } from "node:http";

export class TooLarge extends Error {}

/**
 * The body as text; not read where it says itself that it is too large, and not further once it is.
 *
 * @param proceed - Asks for the body, where whoever sends waits for that.
 * @throws TooLarge; whatever the line fails with.
 */
export function readBody(request: IncomingMessage, most: number, proceed?: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = Number(request.headers["content-length"] ?? 0);
    if (size > most) return void reject(new TooLarge());
    proceed?.();
    size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return void chunks.push(chunk);
      request.pause();
      reject(new TooLarge());
    });
    request.once("end", () => resolve(Buffer.concat(chunks).toString()));
    request.once("error", reject);
    request.once("close", () => reject(new Error("The sender broke off.")));
  });
}
