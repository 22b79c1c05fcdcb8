import { GraphQLError } from "graphql";
import { servicesShown } from "../../sharing";
import type { SeenDevice } from "../devices/rows";
import { serviceStateOf, type SeenService, type Service } from "./rows";

export interface ServicesArgs {
  application?: number[] | null;
  id?: string[] | null;
  name?: string | null;
  state?: string | null;
  platform?: number[] | null;
  hardwareId?: string | null;
  owner?: boolean | null;
  tag?: object | null;
  sort?: string | null;
}

/** The services of a device that fit, by name where nothing else is asked for (api/README.md, I). */
export function listServices({ account, device }: SeenDevice, args: ServicesArgs): SeenService[] {
  const { application, id, name, state, platform, hardwareId, owner } = args;
  if (args.tag) throw new GraphQLError("Device.services(tag:) is not modelled by the sandbox.");
  const isHere =
    (!platform || platform.includes(device.platform)) &&
    (typeof hardwareId !== "string" || hardwareId === device.hardwareId) &&
    (typeof owner !== "boolean" || owner === (device.accountId === account.id));
  if (!isHere) return [];
  const ids = id?.map((one) => one.toUpperCase());
  return servicesShown(account, device)
    .filter(
      (service) =>
        (!application || application.includes(service.application)) &&
        (!ids || ids.includes(service.id)) &&
        (typeof name !== "string" || service.name.toLowerCase().includes(name.toLowerCase())) &&
        (typeof state !== "string" || serviceStateOf(device, service) === state),
    )
    .sort(order(device, args.sort ?? "name"))
    .map((service) => ({ account, device, service }));
}

/** Several keys with commas, each may have a minus before it. */
function order(device: SeenDevice["device"], sort: string): (one: Service, other: Service) => number {
  const keys = {
    name: ({ name }: Service) => name,
    created: ({ created }: Service) => created,
    application: ({ application }: Service) => application,
    state: (service: Service) => serviceStateOf(device, service),
  };
  const wanted = sort.split(",").map((field) => {
    const name = field.replace(/^-/, "");
    if (!Object.hasOwn(keys, name)) throw new GraphQLError(`Invalid sort: ${name} is none of ${Object.keys(keys).join(", ")}.`);
    return { key: keys[name as keyof typeof keys], direction: name === field ? 1 : -1 };
  });
  return (one, other) => {
    for (const { key, direction } of wanted) {
      const [left, right] = [key(one), key(other)];
      if (left !== right) return left < right ? -direction : direction;
    }
    return 0;
  };
}
