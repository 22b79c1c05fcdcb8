import type { Send } from "./send";

/** Ids of devices and services, wherever they stand in what is sent. */
const address = /\b[0-9a-f]{2}(?::[0-9a-f]{2}){7}\b/gi;

/** Tells of every change before it is sent and when it is over, whatever came of it, with the ids that it names. */
export function withNotice(send: Send, tell: (ids: readonly string[]) => void): Send {
  return async (request) => {
    if (!request.changes) return send(request);
    const ids = JSON.stringify(request.input).match(address) ?? [];
    tell(ids);
    try {
      return await send(request);
    } finally {
      tell(ids);
    }
  };
}
