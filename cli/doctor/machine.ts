import { ConfigurationError } from "../../provider/core/errors";
import { oldestNode, tooOld } from "../../provider/core/node-version";
import type { Pulumi } from "../support/pulumi";
import { type Check, failed, ok, warning } from "./check";

/** @param version - As `process.version` writes it. */
export function nodeCheck(version = process.version): Check {
  const why = tooOld(version);
  return why === undefined ? ok("node", `Node ${version}`) : failed("node", why, `Install Node ${oldestNode} or newer.`);
}

export async function pulumiCheck(pulumi: Pulumi): Promise<Check> {
  try {
    return ok("pulumi", `Pulumi ${await pulumi.version()}`);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return warning("pulumi", withoutStop(error.why), error.remedy);
  }
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, "");
