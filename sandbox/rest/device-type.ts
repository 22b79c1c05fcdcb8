import { BULK } from "../applications";

/** What a device type says in its twelve or sixteen bytes: application in 0–1, platform in 8–9, a bulk device's mark in 10–11. */
export interface DeviceType {
  application: number;
  platform: number;
}

const BULK_MARK = 40;

/** Undefined where the text is no device type. */
export function readDeviceType(text: string): DeviceType | undefined {
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){11}((:[0-9a-f]{2}){4})?$/i.test(text)) return undefined;
  const bytes = Buffer.from(text.replaceAll(":", ""), "hex");
  const application = bytes.readUInt16BE(0);
  if (application === BULK && bytes.readUInt16BE(10) !== BULK_MARK) return undefined;
  return { application, platform: bytes.readUInt16BE(8) };
}

export function writeDeviceType({ application, platform }: DeviceType): string {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16BE(application, 0);
  bytes.writeUInt16BE(platform, 8);
  if (application === BULK) bytes.writeUInt16BE(BULK_MARK, 10);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(":");
}
