import { UnsupportedOperation } from "../core/errors";
import type { Send } from "./send";

/** Sends what reads, and refuses what changes anything before a byte of it leaves this machine. */
export function withoutChanges(send: Send): Send {
  return (request) => {
    if (!request.changes) return send(request);
    const { operation, about } = request;
    return Promise.reject(
      new UnsupportedOperation({
        ...about,
        why: `${operation} would change the account, and this client only reads. Nothing was sent.`,
        remedy: "Make the change with `pulumi up`.",
      }),
    );
  };
}
