import { operate } from "../../client";
import type { Session } from "../sessions";

/** Work on the account, as long as `waitOf` says of the resource or its customTimeouts (`timeout`, 0 where there are none) say. */
export function operation<T>({ signal }: Session, waitSeconds: number, timeout: number, work: () => Promise<T>): Promise<T> {
  return operate(
    async () => {
      signal.throwIfAborted();
      return work();
    },
    { waitSeconds, seconds: timeout > 0 ? timeout : undefined, signal },
  );
}
