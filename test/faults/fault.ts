import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Control, Sandbox } from "../../sandbox";

type Armed = Parameters<Control["faults"]>[0][number];

/** A fault of the sandbox, or one that it has no request for; where it takes patience, with the client's time-out. */
export type Fault = (Omit<Armed, "match" | "times"> | { kind: "refused" | "clock" }) & { timeoutSeconds?: number };

/** Arms a fault for a request, once or until it is disarmed. Resolves with what disarms it. */
export async function arm(
  { endpoint }: Sandbox,
  control: Control,
  { timeoutSeconds: _client, ...fault }: Fault,
  request: string,
  isOnce: boolean,
): Promise<() => Promise<void>> {
  if (fault.kind === "refused") return refuse(endpoint, control, isOnce);
  if (fault.kind === "clock") {
    await control.clock(3600);
    return () => control.clock(0);
  }
  await control.faults([{ ...(fault as Armed), match: { operation: request }, ...(isOnce && { times: 1 }) }]);
  return () => control.clearFaults();
}

/** Closes the API's port; where it is to refuse once, opens it again as soon as the client has been refused. */
async function refuse(endpoint: string, control: Control, isOnce: boolean): Promise<() => Promise<void>> {
  const { port } = new URL(endpoint);
  let opening: Promise<void> | undefined;
  const refused = (message: unknown) => {
    const { connectParams } = message as { connectParams: { port: string | number } };
    if (isOnce && String(connectParams.port) === port) opening ??= control.listening(true);
  };
  subscribe("undici:client:connectError", refused);
  await control.listening(false);
  return async () => {
    unsubscribe("undici:client:connectError", refused);
    await (opening ?? control.listening(true));
  };
}
