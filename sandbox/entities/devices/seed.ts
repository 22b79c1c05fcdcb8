import { createHash } from "node:crypto";
import type { Account } from "../../accounts";
import type { Seed } from "../../entity";
import type { Store } from "../../store";
import { putTag } from "../../tagging";
import { addService } from "../services/rows";
import { addDevice, newDevice } from "./rows";

const kinds = ["pump", "gateway", "camera", "meter", "kiosk"];
const sites = ["north", "south", "east", "west"];
const serviceKinds = [
  { name: "ssh", application: 28 },
  { name: "http", application: 7 },
  { name: "https", application: 8 },
  { name: "vnc", application: 4 },
];

/** Fills the account with devices that depend on the seed and their number alone: a tenth of them not configurable, a quarter offline. */
export function seedDevices(store: Store, account: Account, { devices, services, seed }: Seed): void {
  for (let index = 1; index <= devices; index += 1) {
    const digest = createHash("sha256").update(`${seed}/${index}`).digest();
    const pick = (byte: number, from: readonly string[]) => from[digest.readUInt8(byte) % from.length] ?? "";
    const kind = pick(0, kinds);
    const device = newDevice(store, {
      name: `${kind}-${index}`,
      hardwareId: `sandbox-${digest.toString("hex", 8, 14)}`,
      online: digest.readUInt8(1) % 4 !== 0,
      configurable: digest.readUInt8(2) % 10 !== 0,
    });
    addDevice(account, device);
    for (const tag of [`site-${pick(3, sites)}`, kind]) putTag(store, account, device, tag);
    for (let number = 0; number < services; number += 1) {
      const model = serviceKinds[number % serviceKinds.length];
      if (model) addService(store, device, number < serviceKinds.length ? model : { ...model, name: `${model.name}-${number}` });
    }
  }
}
