import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { Account } from "../accounts";
import { defineEntity } from "../entity";
import { rows } from "../rows";
import { servicesShown } from "../sharing";
import type { Store } from "../store";
import { devicesOf, type Device } from "./devices/rows";
import { endpointView } from "./endpoints";

/** As CSV, by the id in their address. */
const reportsOf = rows(() => new Map<string, string>());

const COLUMNS = ["id", "name", "hardwareId", "title", "state", "timestamp", "created", "address"];

/** `DeviceList` alone: its columns are those that public clients read (api/README.md, C and P). */
export default defineEntity({
  fields: {
    User: {
      report: (account, { name, parameters }: { name: string; parameters?: Record<string, unknown> | null }, { store }) => {
        if (name !== "DeviceList") throw new GraphQLError(`The report ${name} is not modelled by the sandbox.`);
        return writeDeviceList(store, account, parameters?.["services"] !== false);
      },
    },
  },
  http: {
    "GET /report/{name}": {
      name: "report",
      isOpen: true,
      answer: (store, [name = ""]) => {
        const body = reportsOf(store).get(name);
        return body === undefined ? undefined : { status: 200, body, type: "text/csv; charset=utf-8" };
      },
    },
  },
});

/**
 * @param withServices - Each device is followed by its services.
 * @returns where it can be fetched, unsigned, by whoever knows the address.
 */
function writeDeviceList(store: Store, account: Account, withServices: boolean): string {
  const name = `${randomUUID()}.csv`;
  const lines = [...devicesOf(account).values()].flatMap((device) => linesOf(account, device, withServices));
  reportsOf(store).set(name, [COLUMNS, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join(""));
  return `${store.endpoint}/report/${name}`;
}

function linesOf(account: Account, device: Device, withServices: boolean): unknown[][] {
  const services = withServices ? servicesShown(account, device) : [];
  return [undefined, ...services].map((service) => {
    const { id, name, title, state, timestamp, externalAddress } = endpointView(device, service);
    return [id, name, device.hardwareId, title, state, timestamp, (service ?? device).created, externalAddress];
  });
}

const cell = (value: unknown): string => {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
