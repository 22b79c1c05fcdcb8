import * as pulumi from "@pulumi/pulumi";
import { readFleet } from "./fleet";
import { Site } from "./site";

const config = new pulumi.Config();
const fleet = readFleet(config.get("fleet") ?? "fleet.csv");

/** The ids of all devices, by site and name. */
export const devices = Object.fromEntries(
  Object.entries(fleet).map(([site, machines]) => [site, new Site(site, { machines }).deviceIds]),
);
