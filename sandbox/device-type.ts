import { BULK } from "./applications";

/** What a device type says: application in bytes 0–1, manufacturer in 2–3, platform in 8–9, a bulk device's mark in 10–11. */
export interface DeviceType {
  application: number;
  manufacturer: number;
  platform: number;
}

/** Public clients overwrite these bytes and no others (api/README.md, S). */
const BASE = "00:00:00:00:00:01:00:00:04:60:00:00";

const BULK_MARK = 40;

/** Undefined where the text is no device type. Twelve bytes, or sixteen; those that say nothing are the base's. */
export function readDeviceType(text: string): DeviceType | undefined {
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){11}((:[0-9a-f]{2}){4})?$/i.test(text)) return undefined;
  const bytes = bytesOf(text);
  const type = { application: bytes.readUInt16BE(0), manufacturer: bytes.readUInt16BE(2), platform: bytes.readUInt16BE(8) };
  return bytes.subarray(0, 12).equals(write(type)) ? type : undefined;
}

/** As the list of devices shows it. */
export const writeDeviceType = (type: DeviceType): string =>
  (write(type).toString("hex").match(/../g) ?? []).join(":").toUpperCase();

function write({ application, manufacturer, platform }: DeviceType): Buffer {
  const bytes = bytesOf(BASE);
  bytes.writeUInt16BE(application, 0);
  bytes.writeUInt16BE(manufacturer, 2);
  bytes.writeUInt16BE(platform, 8);
  if (application === BULK) bytes.writeUInt16BE(BULK_MARK, 10);
  return bytes;
}

const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll(":", ""), "hex");
