import { BULK, findApplication } from "../applications";
import type { Account, Device } from "../model";
import { ok, type Call, type RestAnswer } from "./call";
import { writeDeviceType } from "./device-type";

/** Devices and services alike, each device before its services. */
export function listAll({ account }: Call): RestAnswer {
  return ok({ devices: [...account.devices.values()].flatMap((device) => rowsOf(account, device)) });
}

function rowsOf(account: Account, device: Device): Record<string, string>[] {
  const things = [{ id: device.id, name: device.name, application: BULK }, ...device.services.values()];
  return things.map(({ id, name, application }) => ({
    deviceaddress: id,
    devicealias: name,
    devicetype: writeDeviceType({ application, platform: device.platform }),
    devicestate: device.online ? "active" : "inactive",
    ownerusername: account.email,
    lastcontacted: device.lastReported,
    devicelastip: "203.0.113.7",
    lastinternalip: "192.168.1.7",
    servicetitle: findApplication(application)?.name ?? String(application),
    shared: "not-shared",
  }));
}
