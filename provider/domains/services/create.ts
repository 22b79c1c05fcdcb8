import { graphql } from "../../../api/generated";
import { type RequestLabel, defineMutation } from "../../client";
import type { Field } from "../../core/field";
import { ConflictError, UnsupportedOperation } from "../../core/errors";
import { together } from "../../core/obstacle";
import { deviceCollection, type DeviceRecord, noMarks, type ServiceRecord, wholeServiceCollection } from "../../inventory";
import { type Context, type Created, createOnce, mustBeAllowedOn, type SubjectLabel } from "../../lifecycle";
import { adopted, refused } from "../shared/answers";
import { applicationNumberIn } from "./application-types";
import { applicationName } from "./applications";
import { noDevice } from "../shared/other-kind";
import type { Provision } from "../shared/provision";
import { addServiceByHardwareId } from "../devices/register-graphql";
import { registerByRest } from "../devices/register-rest";
import { withDefaults } from "./defaults";
import { sameServiceName, serviceNameEnd } from "./name";
import { registrationObstacles, serviceNeed, WRITE_ANOTHER } from "./obstacles";

const AddService = defineMutation(
  graphql(/* GraphQL */ `
    mutation addService($deviceId: String!, $name: String, $application: Int, $host: String, $port: Int, $enabled: Boolean) {
      addService(deviceId: $deviceId, name: $name, application: $application, host: $host, port: $port, enabled: $enabled) {
        ...ServiceParts
      }
    }
  `),
  [],
  {
    effect: {
      id: ({ deviceId }) => deviceId,
      apply: (device: DeviceRecord, { addService: added }) =>
        added && !device.services.some(({ id }) => id === added.id)
          ? { ...device, services: [...device.services, added] }
          : device,
    },
  },
);

interface Declared {
  deviceId: string;
  name: string;
  application: string | number;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
  attributes?: Record<string, unknown> | undefined;
  provision?: Provision | undefined;
}

/** The declaration with the number of its type, which the account may have been asked for. */
type Wanted = Declared & { application: number };

type Made = Created<ServiceRecord, { accountId: Field }>;

/**
 * Makes the service: through GraphQL where the device takes changes, else through REST. One that is there already and equals the
 * declaration in every declared field is adopted: an interrupted run may have left it, or it is another stack's.
 */
export async function makeService(context: Context, declared: Declared, about: SubjectLabel): Promise<Made> {
  const wanted = { ...declared, application: await applicationNumberIn(context, declared.application, about) };
  return context.mutex.run(keyOf(wanted), () => makeNow(context, wanted, about));
}

async function makeNow(context: Context, wanted: Wanted, about: SubjectLabel): Promise<Made> {
  const { accountId, item: device } = await context.inventory.of(deviceCollection).fresh(wanted.deviceId, about);
  if (!device) {
    throw await noDevice(context, { id: wanted.deviceId, accountId }, WRITE_ANOTHER, about);
  }
  const twin = take(context, device, wanted, about);
  if (twin !== undefined) {
    context.log("warning", adopted(`Service ${about.subject}: it exists already, as ${twin}, and is adopted.`));
    return { id: twin, accountId, origin: "adopted", ...(wanted.attributes && (await withItem(context, twin, about))) };
  }
  mustBeAllowedOn(serviceNeed, device, about);
  const throughGraphql = device.configurable && (await context.client.supportsMutation("addService"));
  const id = throughGraphql
    ? await addService(context, wanted, ownedBy(context, wanted, about), about)
    : await registerService(context, device, wanted, about);
  return { id, accountId, origin: "made", ...(wanted.attributes && { item: bare(id, device, wanted) }) };
}

/** What a service that was there bears, before attributes of it are set. */
async function withItem(context: Context, id: string, about: RequestLabel): Promise<{ item?: ServiceRecord }> {
  const { item } = await context.inventory.of(wholeServiceCollection).fresh(id, about);
  return item ? { item } : {};
}

/** A service that was just made as it was wanted, and bears no attributes yet. */
function bare(id: string, { name: deviceName, ...device }: DeviceRecord, wanted: Wanted): ServiceRecord {
  const { name, application, host = null, port = null, enabled = true } = wanted;
  const of = { id: device.id, name: deviceName, configurable: device.configurable, permissions: device.permissions };
  const facts = { title: null, created: null, attributes: {}, marks: noMarks };
  return { id, name, application, host, port, enabled, ...facts, device: of };
}

/** Takes the device's service that equals the declaration and is nobody's, at once: of two that look, only one may have it. */
function take(context: Context, device: DeviceRecord | undefined, wanted: Wanted, about: RequestLabel): string | undefined {
  const free = device?.services.filter((candidate) => equals(device, candidate, wanted) && !isOwned(context, candidate.id)) ?? [];
  const twin = free.find(({ name }) => name === wanted.name) ?? free[0];
  if (twin) context.ownership.take(thing(twin.id), about);
  return twin?.id;
}

async function findTwin(context: Context, wanted: Wanted, about: RequestLabel): Promise<string | undefined> {
  return take(context, (await context.inventory.of(deviceCollection).fresh(wanted.deviceId, about)).item, wanted, about);
}

const thing = (id: string) => ({ type: "Service", id });
const isOwned = ({ ownership }: Context, id: string): boolean => ownership.isOwned(thing(id));

type Service = DeviceRecord["services"][number];

function equals(device: DeviceRecord, candidate: Service, wanted: Wanted): boolean {
  return (
    sameServiceName(wanted.name, candidate.name, { deviceName: device.name }) &&
    candidate.application === wanted.application &&
    (["host", "port", "enabled"] as const).every((key) => wanted[key] === undefined || candidate[key] === wanted[key])
  );
}

/** Whose a service becomes that is made, or was made by a request whose answer was lost. */
interface Taker {
  /** The service of the device that may be what was made. */
  find: (device: DeviceRecord | undefined) => string | undefined;
  made: (id: string) => void;
}

const ownedBy = (context: Context, wanted: Wanted, about: RequestLabel): Taker => ({
  find: (device) => take(context, device, wanted, about),
  made: (id) => context.ownership.take(thing(id), about),
});

/**
 * Adds a service to a device that takes changes through the API, unless the device has one that equals it. No resource owns it
 * then: a later one that declares it adopts it.
 *
 * @param isSeen - Whether the device was seen without it, and nothing was written to it since.
 */
export async function addMissingService(
  context: Context,
  wanted: Omit<Wanted, "provision">,
  isSeen: () => boolean,
  about: RequestLabel,
): Promise<void> {
  const find = (device: DeviceRecord | undefined) => device?.services.find((one) => equals(device, one, wanted))?.id;
  await context.mutex.run(keyOf(wanted), async () => {
    if (!isSeen() && find((await context.inventory.of(deviceCollection).fresh(wanted.deviceId, about)).item) !== undefined)
      return;
    if (!(await context.client.supportsMutation("addService"))) throw new UnsupportedOperation({ ...about, ...NOT_OFFERED });
    await addService(context, wanted, { find, made: () => undefined }, about);
  });
}

const NOT_OFFERED = {
  why: "GraphQL of this endpoint adds no services.",
  remedy: "Add the service on the device itself.",
};

/** Of two equal ones, the one that looks for what a lost request made must not find what the other is about to be told of. */
const keyOf = ({ deviceId, name }: Pick<Wanted, "deviceId" | "name">): string =>
  `service ${deviceId.toLowerCase()} ${serviceNameEnd(name)}`;

async function addService(context: Context, wanted: Wanted, taker: Taker, about: RequestLabel): Promise<string> {
  const { deviceId, name, application, host, port, enabled } = await withDefaults(context, wanted, about);
  const variables = { deviceId, name, application, host, port, enabled };
  return createOnce(context, {
    make: async () => {
      let id: string;
      try {
        const answer = await context.client.graphql(AddService, variables, { ...about, once: true });
        if (!answer.addService) throw refused(about, "The service was not added.");
        id = answer.addService.id;
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
        const { item: device } = await context.inventory.of(deviceCollection).fresh(deviceId, about);
        const twin = taker.find(device); // what an earlier try has made, whose answer was lost
        if (twin === undefined) throw nameTaken(context, device, wanted, error);
        return twin;
      }
      taker.made(id);
      return id;
    },
    find: async () => taker.find((await context.inventory.of(deviceCollection).fresh(deviceId, about)).item),
  });
}

/** Where a device takes a name once: which of its services has it, and what that is. */
function nameTaken(context: Context, device: DeviceRecord | undefined, { name }: Wanted, error: ConflictError): ConflictError {
  const namesake = device?.services.find((service) => sameServiceName(name, service.name, { deviceName: device.name }));
  if (!namesake) return error;
  const { id, application, host, port, enabled } = namesake;
  const type = application === null ? "no application type" : `application ${applicationName(application)}`;
  const what = `${type}, host ${String(host)}, port ${String(port)}, ${enabled ? "enabled" : "not enabled"}`;
  return error.restate({
    why: `${error.why} It is the name of ${id} (${what}).`,
    remedy: isOwned(context, id)
      ? "Another resource of this program manages that one: choose another name."
      : "Choose another name; or declare that one as it is, and it is adopted.",
  });
}

/** Registers it by its device's hardware id: through GraphQL where that is offered, else through REST. */
async function registerService(context: Context, device: DeviceRecord, wanted: Wanted, about: RequestLabel): Promise<string> {
  const { provision, name, application, host, port, enabled } = wanted;
  const { hardwareId } = device;
  const obstacles = await registrationObstacles(context, device, { ...wanted });
  if (obstacles.length > 0 || provision === undefined || hardwareId === null)
    throw new UnsupportedOperation({ ...about, ...together(obstacles) });
  const registered = { hardwareId, name, application, host, port, enabled };
  const made = await addServiceByHardwareId(context, registered, () => findTwin(context, wanted, about), about);
  if (made !== undefined) return made;
  const { id } = await registerByRest(context, { provision, name, hardwareId, application }, about);
  return id;
}
