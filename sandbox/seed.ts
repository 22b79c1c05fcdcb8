import { createHash } from "node:crypto";
import { addDevice, addService, newDevice, type Account, type World } from "./world";

const kinds = ["pump", "gateway", "camera", "meter", "kiosk"];
const sites = ["north", "south", "east", "west"];
const serviceKinds = [
  { name: "ssh", application: 28, port: 22 },
  { name: "http", application: 7, port: 80 },
  { name: "https", application: 8, port: 443 },
  { name: "vnc", application: 4, port: 5900 },
];

/** Fills the account with devices that only depend on the seed and their number. */
export function seedDevices(world: World, account: Account, devices: number, services: number, seed: number): void {
  for (let index = 1; index <= devices; index += 1) {
    const digest = createHash("sha256").update(`${seed}/${index}`).digest();
    const kind = kinds[digest.readUInt8(0) % kinds.length] ?? "device";
    const device = newDevice(world, {
      name: `${kind}-${index}`,
      hardwareId: `sandbox-${digest.toString("hex", 8, 14)}`,
      online: digest.readUInt8(1) % 4 !== 0,
      configurable: digest.readUInt8(2) % 10 !== 0,
      tags: new Set([`site-${sites[digest.readUInt8(3) % sites.length] ?? ""}`, kind]),
    });
    addDevice(account, device);
    for (const tag of device.tags) if (!account.tags.has(tag)) account.tags.set(tag, { name: tag, color: 1, created: device.created });
    for (let number = 0; number < services; number += 1) {
      const model = serviceKinds[number % serviceKinds.length];
      if (model) addService(world, device, { ...model, name: number < serviceKinds.length ? model.name : `${model.name}-${number}` });
    }
  }
}
