import * as pulumi from "@pulumi/pulumi";
import { readFleet, type Machine } from "./fleet";
import { Site } from "./site";

const config = new pulumi.Config();

/** The ids of all devices, by site and name. */
export const devices = Object.fromEntries(
  Object.entries(fleetIn(config.get("fleet") ?? "fleet.csv")).map(([site, machines]) => [
    site,
    new Site(site, { machines }).deviceIds,
  ]),
);

/** What is wrong in the file is for its writer: Pulumi shows the text of a RunError alone, without a stack trace. */
function fleetIn(file: string): Record<string, Machine[]> {
  try {
    return readFleet(file);
  } catch (error) {
    throw new pulumi.RunError((error as Error).message);
  }
}
