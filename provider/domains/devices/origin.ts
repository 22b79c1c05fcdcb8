import type { Field, Fields } from "../../core/field";
import type { Problem } from "../../core/resource";
import { isUnknown } from "../../core/unknown";
import type { DeviceRecord } from "../../inventory";
import type { Created } from "../../lifecycle";
import type { Provision } from "../shared/provision";

export interface Origins {
  deviceId?: string | undefined;
  claimCode?: string | undefined;
  hardwareId?: string | undefined;
  registrationCode?: string | undefined;
  provision?: Provision | undefined;
  name?: string | undefined;
  waitSeconds?: number | undefined;
}

/** What is known of a device from the moment that it is ours, without another request that could fail. */
export type Fresh = Pick<
  DeviceRecord,
  "id" | "name" | "hardwareId" | "state" | "attributes" | "marks" | "tags" | "tellsCase" | "notificationSettings" | "permissions"
>;

export interface Secret extends Fields {
  deviceSecret: Field;
}

export type Obtained = Created<Fresh, Secret>;

const EXCLUSIVE = ["deviceId", "claimCode", "hardwareId", "provision"] as const;

const ORIGINS = { deviceId: "adopted", claimCode: "claimed", hardwareId: "registered", provision: "provisioned" } as const;

/** Exactly one origin makes a device. `hardwareId` beside `claimCode` or `provision` is that device's own and no origin. */
export function originProblems(declared: Readonly<Record<string, unknown>>, exists: boolean): Problem[] {
  const problems: Problem[] = [];
  const given = originsIn(declared);
  if (given.length === 0 && !exists) {
    problems.push({
      property: "deviceId",
      reason: `an origin is missing: write exactly one of ${EXCLUSIVE.join(", ")}, to say how the device comes to be`,
    });
  }
  for (const name of given.slice(1)) {
    problems.push({ property: name, reason: `only one origin can be given, and there is ${given[0]} already` });
  }
  if (declared["provision"] !== undefined && declared["hardwareId"] === undefined && !exists) {
    problems.push({ property: "hardwareId", reason: "is required with provision: the device is registered under it" });
  }
  if (declared["registrationCode"] !== undefined && given[0] !== "hardwareId" && !exists) {
    problems.push({ property: "registrationCode", reason: "goes with hardwareId alone: it is what that agent registers with" });
  }
  return problems;
}

function originsIn(declared: Readonly<Record<string, unknown>>): (keyof typeof ORIGINS)[] {
  const given = EXCLUSIVE.filter((name) => declared[name] !== undefined);
  const others = given.filter((name) => name !== "hardwareId");
  return others.includes("claimCode") || others.includes("provision") ? others : given;
}

/** What is certain of a device before it is obtained. */
export function previewOrigin(declared: Readonly<Record<string, unknown>>) {
  const { deviceId, hardwareId, provision: project } = declared as Origins;
  const [given = "deviceId"] = originsIn(declared);
  return {
    ...(typeof deviceId === "string" && !isUnknown(deviceId) && { id: deviceId }),
    outputs: {
      origin: ORIGINS[given],
      ...(hardwareId !== undefined && { hardwareId }),
      ...(project === undefined && { deviceSecret: undefined }),
    },
  };
}
