import { graphql } from "../../api/generated";
import type { About } from "../client";
import { NotFoundError, UnsupportedOperation } from "../core/errors";
import type { DeviceRecord } from "../inventory";
import { refused } from "./answers";
import { applicationNumber, sameApplication } from "./applications";
import type { Context } from "./context";
import { hold, isHeld } from "./hold";
import { makeOnce } from "./once";
import type { Provision } from "./provision";
import { addServiceByHardwareId } from "./register-graphql";
import { registerByRest } from "./register-rest";
import { inTurn } from "./turns";

const AddService = graphql(/* GraphQL */ `
  mutation addService($deviceId: String!, $name: String, $application: Int, $host: String, $port: Int, $enabled: Boolean) {
    addService(deviceId: $deviceId, name: $name, application: $application, host: $host, port: $port, enabled: $enabled) {
      id
    }
  }
`);

interface Declared {
  deviceId: string;
  name: string;
  application: string | number;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
  provision?: Provision | undefined;
}

export interface Made {
  id: string;
  accountId: string;
}

/**
 * Makes the service: through GraphQL where the device takes changes, else through REST. One that is there already and
 * equals the declaration in every declared field is what an interrupted run leaves, so it is adopted.
 */
export function makeService(context: Context, declared: Declared, about: About): Promise<Made> {
  // Of two equal ones, the one that looks for what a lost request made must not find what the other is about to be told of.
  const key = `service ${declared.deviceId.toLowerCase()} ${declared.name}`;
  return inTurn(context.turns, key, () => makeNow(context, declared, about));
}

async function makeNow(context: Context, declared: Declared, about: About): Promise<Made> {
  const { accountId, item: device } = await context.inventory.device(declared.deviceId, about);
  if (!device) {
    throw new NotFoundError({
      ...about,
      why: `Account ${accountId} has no device ${declared.deviceId}.`,
      remedy: "Write the id of a device of this account in deviceId, or that of a Device resource.",
    });
  }
  const twin = take(context, device, declared, about);
  if (twin !== undefined) {
    context.log("warning", `Service ${about.subject ?? ""}: it exists already, as ${twin}, and is adopted.`);
    return { id: twin, accountId };
  }
  const throughGraphql = device.configurable === true && (await context.client.offers("addService"));
  const id = throughGraphql
    ? await addService(context, declared, about)
    : await registerService(context, device, declared, about);
  return { id, accountId };
}

/** Holds the device's service that equals the declaration and is nobody's, at once: of two that look, only one may take it. */
function take(context: Context, device: DeviceRecord | undefined, declared: Declared, about: About): string | undefined {
  const twin = device?.services.find((candidate) => equals(candidate, declared) && !isHeld(context, candidate.id));
  if (twin) hold(context, twin.id, about);
  return twin?.id;
}

async function findTwin(context: Context, declared: Declared, about: About): Promise<string | undefined> {
  return take(context, (await context.inventory.device(declared.deviceId, about)).item, declared, about);
}

function equals(candidate: DeviceRecord["services"][number], declared: Declared): boolean {
  return (
    candidate.name === declared.name &&
    sameApplication(candidate.application, declared.application) &&
    (["host", "port", "enabled"] as const).every((key) => declared[key] === undefined || candidate[key] === declared[key])
  );
}

async function addService(context: Context, declared: Declared, about: About): Promise<string> {
  const { deviceId, name, host, port, enabled } = declared;
  const application = applicationNumber(declared.application);
  const variables = { deviceId, name, application, host, port, enabled };
  return makeOnce(context, {
    make: async () => {
      const answer = await context.client.graphql(AddService, variables, { ...about, once: true });
      if (!answer.addService) throw refused(about, "The service was not added.");
      hold(context, answer.addService.id, about);
      return answer.addService.id;
    },
    find: () => findTwin(context, declared, about),
  });
}

/** Registers it by its device's hardware id: through GraphQL where that is offered, else through REST. */
async function registerService(context: Context, device: DeviceRecord, whole: Declared, about: About): Promise<string> {
  const { provision, name, host, port, enabled, ...declared } = whole;
  const beyond = Object.entries({ host, port, enabled }).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  const { hardwareId } = device;
  const application = applicationNumber(declared.application);
  const byHand = device.configurable
    ? "Add the service on the device itself"
    : "Add the service on the device itself, or update its agent so that the device becomes configurable";
  const unsupported = (why: string, remedy: string) =>
    new UnsupportedOperation({
      ...about,
      why: `${device.configurable ? "GraphQL of this endpoint adds no services" : "The device is not configurable, so GraphQL adds no services to it"}, and REST ${why}.`,
      remedy: `${remedy}.`,
    });
  if (provision !== undefined && hardwareId && application !== undefined) {
    const wanted = { hardwareId, name, application, host, port, enabled };
    const made = await addServiceByHardwareId(context, wanted, () => findTwin(context, whole, about), about);
    if (made !== undefined) return made;
  }
  if (beyond.length > 0) {
    const names = beyond.join(", ");
    throw unsupported(`gives a service a type and a name only, not ${names}`, `${byHand}, or leave out ${names}`);
  }
  if (provision === undefined) {
    throw unsupported(
      "needs a bulk project for it",
      `${byHand}, or give the service provision: projectKey and projectSecret of a bulk project`,
    );
  }
  if (!hardwareId || application === undefined) {
    throw unsupported("binds a service to its device by a hardware id, which this device does not tell", byHand);
  }
  const { id } = await registerByRest(context, { provision, name, hardwareId, application }, about);
  return id;
}
