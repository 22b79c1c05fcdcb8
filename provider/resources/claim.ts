import { graphql } from "../../api/generated";
import type { About } from "../client";
import { ConflictError, NotFoundError, RefusedError, type RemoteitError, ValidationError } from "../core/errors";
import { protect } from "../core/secrets";
import type { DeviceRecord } from "../inventory";
import type { Context } from "./context";
import { byHardwareId } from "./hardware-id";
import { isHeld } from "./hold";
import { makeOnce, type Making } from "./once";
import { text } from "./text";
import { inTurn } from "./turns";

const ClaimDevice = graphql(/* GraphQL */ `
  mutation claimDevice($code: String!, $accountId: String) {
    claimDevice(code: $code, accountId: $accountId) {
      ...DeviceParts
    }
  }
`);

/** Remote.it's app takes a code of any case for one of eight characters in upper case (api/README.md, A). */
const LENGTH = 8;

const asSent = (code: string): string => code.trim().toUpperCase();

/**
 * A claim code as somebody copies it. What cannot be one is refused before anything is sent; another length is not, since
 * the app alone tells of it.
 */
export const claimCodeText = () =>
  text().refine((code) => code === "" || /^\s*\S+\s*$/.test(code), {
    error: `is no claim code: write the ${LENGTH} characters that the device shows, without white space between`,
  });

/** What the claims of one process share. */
export interface Claims {
  /** Ids, in lower case, of the devices that were there before the first claim, and of those claimed since. */
  known?: Set<string>;
}

interface Code {
  code: string;
  hardwareId: string | undefined;
}

interface Claimed {
  accountId: string;
  device: DeviceRecord;
}

/**
 * Claims the device that shows the code; claims run one at a time, so that a newcomer belongs to one of them. A claim whose
 * answer was lost, now or in a run that was interrupted, is settled by the device's hardware id where the program gives it.
 * Else the code is sent again, within this run: it works once, so either the device is claimed now or, where it is refused,
 * it was before; then exactly one device has to be new.
 */
export function claim(context: Context, wanted: Code, about: About): Promise<Claimed> {
  return inTurn(context.turns, "claim", () => claimNow(context, wanted, about));
}

async function claimNow(context: Context, { code: given, hardwareId }: Code, about: About): Promise<Claimed> {
  const code = protect(asSent(protect(given)));
  // Asked before the claim: once the code is used, nothing may fail that would keep the device out of state.
  const { id: accountId } = await context.client.account();
  if (hardwareId === undefined) context.claims.known ??= await context.inventory.deviceIds(about);
  const make = () => send(context, code, about);
  const making: Making<DeviceRecord> =
    hardwareId === undefined
      ? { make, find: () => newcomer(context, about), worksOnce: true }
      : {
          make: () => make().catch((error: unknown) => usedBefore(context, hardwareId, about, error)),
          find: () => ownHardware(context, hardwareId, about),
        };
  const device = await makeOnce(context, making);
  context.claims.known?.add(device.id.toLowerCase());
  return { accountId, device };
}

async function send({ client }: Context, code: string, about: About): Promise<DeviceRecord> {
  const variables = { code, accountId: client.settings.accountId };
  const { claimDevice } = await client.graphql(ClaimDevice, variables, { ...about, once: true }).catch((error: unknown) => {
    if (error instanceof NotFoundError || error instanceof ConflictError || error instanceof ValidationError)
      throw codeRefused(about, code, error);
    throw error;
  });
  if (!claimDevice) throw codeRefused(about, code);
  return claimDevice;
}

/** A refused code may have been used by a run that was interrupted: then the device is in the account, and nobody's yet. */
async function usedBefore(context: Context, hardwareId: string, about: About, error: unknown): Promise<DeviceRecord> {
  const found = error instanceof RefusedError ? await ownHardware(context, hardwareId, about) : undefined;
  if (!found) throw error;
  context.log(
    "warning",
    `Device ${about.subject ?? ""}: the claim code is used up, but its device ${found.id} is in the account and is adopted.`,
  );
  return found;
}

/** The device with this hardware id, unless another resource manages it. */
async function ownHardware(context: Context, hardwareId: string, about: About): Promise<DeviceRecord | undefined> {
  const found = await byHardwareId(context, hardwareId, about);
  return found && !isHeld(context, found.item.id) ? found.item : undefined;
}

/** The one device that is new since before the claims of this run. */
async function newcomer(context: Context, about: About): Promise<DeviceRecord | undefined> {
  const known = context.claims.known ?? new Set();
  const now = await context.inventory.deviceIds(about);
  const newcomers = [...now].filter((id) => !known.has(id) && !isHeld(context, id));
  const [first, ...more] = newcomers;
  if (first === undefined) return undefined;
  if (more.length === 0) return (await context.inventory.device(first, about)).item;
  throw new ConflictError({
    ...about,
    why: `The answer to the claim was lost, and ${newcomers.length} devices are new since: ${newcomers.join(", ")}. Which of them it claimed is unknown.`,
    remedy: `Write the one that is meant instead of claimCode, as in deviceId: "${first}".`,
  });
}

/** remote.it refuses a code by an answer without a device, or by an error whose own remedy knows nothing of codes. */
function codeRefused(about: About, code: string, error?: RemoteitError): RefusedError {
  const length = code.length === LENGTH ? "" : `A claim code has ${LENGTH} characters, and this one has ${code.length}. `;
  return new RefusedError({
    ...about,
    why: `remote.it did not accept the claim code.${error ? ` ${error.why}` : ""}`,
    remedy:
      length +
      "Claim codes work once and expire: read a fresh one on the device, or adopt the device by its deviceId if it is in the account already.",
    cause: error,
  });
}
