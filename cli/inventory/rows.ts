import { matchingDevices } from "../../provider/domains/functions";
import type { DeviceInfo } from "../../provider/domains/devices/info";
import type { DeviceFilter } from "../../provider/inventory";
import type { Context } from "../../provider/domains";
import { type Columns, deviceColumns, type ServiceRow, serviceColumns } from "./columns";

/** A row as the chosen columns show it: a value by the column's name, undefined where the account knows none. */
export type Row = Record<string, unknown>;

/** The devices of the account as rows, or their services; never more than a few pages of them at a time. */
export async function* rowsOf(
  context: Context,
  filter: DeviceFilter,
  { services, columns, onDevice }: { services: boolean; columns: readonly string[]; onDevice: () => void },
): AsyncGenerator<Row> {
  for await (const device of matchingDevices(context, filter)) {
    onDevice();
    if (services) yield* servicesOf(device, filter).map((service) => rowOf(service, serviceColumns, columns));
    else yield rowOf(device, deviceColumns, columns);
  }
}

/** Of a device that is there for its applications, only the services that have one of these. */
function servicesOf({ services, name }: DeviceInfo, { application }: DeviceFilter): ServiceRow[] {
  const wanted = application as number[] | null | undefined;
  return services
    .filter((service) => !wanted || (service.application !== undefined && wanted.includes(service.application)))
    .map((service) => ({ ...service, deviceName: name }));
}

function rowOf<T>(item: T, known: Columns<T>, columns: readonly string[]): Row {
  return Object.fromEntries(columns.map((name) => [name, known[name]?.(item)]));
}
