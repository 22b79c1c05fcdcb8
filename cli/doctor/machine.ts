import { engines } from "pulumi-remoteit/package.json";
import { ConfigurationError } from "../../provider/core/errors";
import type { Pulumi } from "../support/pulumi";
import { type Check, failed, ok, warning } from "./check";

/** @param version - As `process.version` writes it. */
export function nodeCheck(version = process.version): Check {
  const least = Number(/\d+/.exec(engines.node)?.[0]);
  const isSupported = Number(/\d+/.exec(version)?.[0]) >= least;
  if (isSupported) return ok("node", `Node ${version}`);
  return failed("node", `Node ${version} is older than ${least}, the least that is supported`, `Install Node ${least} or newer.`);
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
