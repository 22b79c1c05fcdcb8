import { graphql } from "../../../api/generated";
import { type RequestLabel, defineMutation } from "../../client";
import {
  ConflictError,
  NotFoundError,
  RefusedError,
  type RemoteitError,
  UnprovenClaimError,
  ValidationError,
} from "../../core/errors";
import { protect } from "../../core/secrets";
import { deviceCollection, type DeviceRecord, deviceRecord, idKey } from "../../inventory";
import { type Context, createOnce, perClient, type SubjectLabel } from "../../lifecycle";
import { adopted } from "../shared/answers";
import { byHardwareId } from "./hardware-id";
import { called } from "../shared/called";
import { text } from "../shared/text";

const ClaimDevice = defineMutation(
  graphql(/* GraphQL */ `
    mutation claimDevice($code: String!, $accountId: String) {
      claimDevice(code: $code, accountId: $accountId) {
        ...DeviceParts
      }
    }
  `),
  [],
);

/** Remote.it's app takes a code of any case for one of eight characters in upper case (api/README.md, A). */
const LENGTH = 8;

const asSent = (code: string): string => code.trim().toUpperCase();

/**
 * A claim code as somebody copies it. What cannot be one is refused before anything is sent; another length is not, since
 * only the app is known to ask for eight.
 */
export const claimCodeText = () =>
  text().refine((code) => code === "" || /^\s*\S+\s*$/.test(code), {
    error: `is no claim code: write the ${LENGTH} characters that the device shows, without white space between`,
  });

/** What the claims of one process share. */
interface Claims {
  /** Ids, in lower case, of the devices that were there before the first claim, and of those claimed since. */
  known?: Set<string>;
}

const claimsOf = perClient((): Claims => ({}));

interface Code {
  code: string;
  hardwareId: string | undefined;
}

export interface Claimed {
  accountId: string;
  device: DeviceRecord;
  /** `adopted`: the code was refused, and a device of the account has the hardware id that the program names. */
  origin: "claimed" | "adopted";
}

/**
 * Claims the device that shows the code; claims run one at a time. A claim is proven by its own answer or, after a lost one, by the
 * hardware id that the program names; a code is sent again, since it works once. A device that is merely new proves nothing: it
 * may be anybody's.
 *
 * @throws UnprovenClaimError where the answer was lost and nothing tells which device the code claimed.
 */
export function claim(context: Context, wanted: Code, about: SubjectLabel): Promise<Claimed> {
  return context.mutex.run("claim", () => claimNow(context, wanted, about));
}

async function claimNow(context: Context, { code: given, hardwareId }: Code, about: SubjectLabel): Promise<Claimed> {
  const code = protect(asSent(protect(given)));
  const claims = claimsOf(context);
  // Asked before the claim: once the code is used, nothing may fail that would keep the device out of state.
  const { id: accountId } = await context.client.account();
  if (hardwareId === undefined) claims.known ??= await context.inventory.deviceIds(about);
  const make = async (): Promise<Omit<Claimed, "accountId">> => ({
    device: await send(context, code, about),
    origin: "claimed",
  });
  const claimed = await createOnce(context, {
    make: hardwareId === undefined ? make : () => make().catch((error: unknown) => usedBefore(context, hardwareId, about, error)),
    find: async () => {
      if (hardwareId === undefined) return undefined;
      const device = await ownHardware(context, hardwareId, about);
      return device && { device, origin: "claimed" as const };
    },
    ...(hardwareId === undefined && { worksOnce: { unproven: () => unproven(context, claims, about) } }),
  });
  claims.known?.add(idKey(claimed.device.id));
  return { accountId, ...claimed };
}

async function send({ client }: Context, code: string, about: RequestLabel): Promise<DeviceRecord> {
  const variables = { code, accountId: client.settings.accountId };
  const { claimDevice } = await client.graphql(ClaimDevice, variables, { ...about, once: true }).catch((error: unknown) => {
    if (error instanceof NotFoundError || error instanceof ConflictError || error instanceof ValidationError)
      throw codeRefused(about, code, error);
    throw error;
  });
  if (!claimDevice) throw codeRefused(about, code);
  return deviceRecord(claimDevice);
}

/** A refused code may have been used by a run that was interrupted, or by hand: then the device was there before. */
async function usedBefore(
  context: Context,
  hardwareId: string,
  about: SubjectLabel,
  error: unknown,
): Promise<Omit<Claimed, "accountId">> {
  const device = error instanceof RefusedError ? await ownHardware(context, hardwareId, about) : undefined;
  if (!device) throw error;
  context.log(
    "warning",
    adopted(
      `Device ${about.subject}: the claim code is refused, but a device with its hardware id, ${device.id}, is in the account and is adopted.`,
    ),
  );
  return { device, origin: "adopted" };
}

/** The account's own device with this hardware id, unless another resource manages it. */
async function ownHardware(context: Context, hardwareId: string, about: RequestLabel): Promise<DeviceRecord | undefined> {
  const found = await byHardwareId(context, hardwareId, about);
  return found && !context.ownership.isOwned({ type: "Device", id: found.item.id }) ? found.item : undefined;
}

/** What to tell of a code whose answer was lost and that was then refused: it may have claimed any newcomer, or none. */
async function unproven(context: Context, { known = new Set() }: Claims, about: RequestLabel): Promise<UnprovenClaimError> {
  const now = await context.inventory.deviceIds(about);
  const newcomers = [...now].filter((id) => !known.has(id) && !context.ownership.isOwned({ type: "Device", id }));
  const candidates = await Promise.all(
    newcomers.map(async (id) => (await context.inventory.of(deviceCollection).fresh(id, about)).item),
  );
  const listed = candidates.flatMap((item) => (item ? [called(item.name, item.id)] : []));
  const why = "The answer to the claim was lost, and then the code was refused: so it may have claimed a device before.";
  return new UnprovenClaimError({
    ...about,
    why:
      listed.length === 0
        ? `${why} The account has no new device.`
        : `${why} New in the account since: ${listed.join(", ")}. That a device is new does not prove that it is the one.`,
    remedy:
      listed.length === 0
        ? "Read a fresh code on the device and run `pulumi up` again."
        : `If it is one of them, write its id in place of claimCode: ${newcomers.map((id) => `deviceId: "${id}"`).join(", or ")}. Else read a fresh code on the device.`,
  });
}

/** remote.it refuses a code by an answer without a device, or by an error whose own remedy knows nothing of codes. */
function codeRefused(about: RequestLabel, code: string, error?: RemoteitError): RefusedError {
  const length = code.length === LENGTH ? "" : `A claim code has ${LENGTH} characters, and this one has ${code.length}. `;
  return new RefusedError({
    ...about,
    why: `remote.it did not accept the claim code.${error ? ` ${error.why}` : ""}`,
    remedy:
      length +
      "Claim codes work once and expire: read a fresh one on the device, or adopt the device by its deviceId if it is in the account already. " +
      "Where the resource only got another name in the program, give it the resource option `aliases` with the old name.",
    cause: error,
  });
}
