import type { Account } from "../../accounts";
import { BULK, findApplication } from "../../applications";
import { writeDeviceType } from "../../device-type";
import { ok, text, type Call, type RestAnswer } from "../../rest";
import { servicesShown } from "../../sharing";
import { devicesOf, stateOf, type Device } from "./rows";

/** Devices and services alike, each device before its services. */
export function listAll({ account }: Call): RestAnswer {
  return ok({ devices: [...devicesOf(account).values()].flatMap((device) => rowsOf(account, device)) });
}

/** The rows of every device and service of that name, with their hardware id. */
export function findByName(call: Call): RestAnswer {
  const { account } = call;
  const [name, state] = [text(call, "devicename"), text(call, "devicestate")];
  const rows = [...devicesOf(account).values()].flatMap((device) =>
    rowsOf(account, device).map((row) => ({ ...row, hardwareid: device.hardwareId })),
  );
  const isMeant = ({ devicealias, devicestate }: Row) => devicealias === name && (state === "all" || state === devicestate);
  return ok({ devices: rows.filter(isMeant) });
}

type Row = ReturnType<typeof rowsOf>[number];

function rowsOf(account: Account, device: Device) {
  const things = [{ id: device.id, name: device.name, application: BULK }, ...servicesShown(account, device)];
  return things.map(({ id, name, application }) => ({
    deviceaddress: id,
    devicealias: name,
    devicetype: listedType(application, device.platform),
    devicestate: stateOf(device),
    ownerusername: account.email,
    lastcontacted: device.lastReported,
    createdate: device.created,
    devicelastip: "203.0.113.7",
    lastinternalip: "192.168.1.7",
    servicetitle: findApplication(application)?.name ?? String(application),
    georegion: "Earth",
    shared: "not-shared",
  }));
}

/** Listed ones may have sixteen bytes (api/README.md): here those of devices do. */
const listedType = (application: number, platform: number): string =>
  writeDeviceType({ application, manufacturer: 0, platform }) + (application === BULK ? ":00:00:00:00" : "");
