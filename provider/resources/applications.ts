import { nearest } from "../core/nearest";
import { z } from "zod";

/**
 * The application types that remote.it's public material names. The account's own list, `getApplicationTypes`, may be
 * longer: the number of any type is taken as well.
 */
const APPLICATIONS = {
  TCP: 1,
  VNC: 4,
  RDP: 5,
  HTTP: 7,
  HTTPS: 8,
  SSH: 28,
  "SMB/CIFS": 34,
  NxWitness: 37,
  Nextcloud: 38,
  OpenVPN: 39,
  Minecraft: 41,
  "Admin Panel": 42,
  Terraria: 43,
  UDP: 32769,
  WireGuard: 32770,
  "Minecraft Bedrock": 32771,
} as const;

const APPLICATION_NAME = "What a service speaks, by the name that remote.it gives it; upper and lower case count alike.";

/** What a service speaks, by the name that remote.it gives it. */
export type ApplicationName = keyof typeof APPLICATIONS;

export const applicationNames = Object.keys(APPLICATIONS) as ApplicationName[];

/** A type's number, from its name in any case or from the number itself; undefined where there is no such name. */
export function applicationNumber(application: string | number): number | undefined {
  if (typeof application === "number") return application;
  const name = applicationNames.find((candidate) => candidate.toLowerCase() === application.toLowerCase());
  return name && APPLICATIONS[name];
}

/** The name of a type where it has one here, else its number. */
export function applicationName(number: number): ApplicationName | number {
  return applicationNames.find((name) => APPLICATIONS[name] === number) ?? number;
}

/** A name and its number mean the same. */
export function sameApplication(one: unknown, other: unknown): boolean {
  return applicationNumber(one as string | number) === applicationNumber(other as string | number);
}

export const application = () =>
  z
    .union(
      [
        z.string().meta({ title: "ApplicationName", description: APPLICATION_NAME, known: applicationNames }),
        z.int().min(1).max(65_535),
      ],
      {
        error: "must be the name of an application type or its number",
      },
    )
    .superRefine((value, context) => {
      if (typeof value === "number" || applicationNumber(value) !== undefined) return;
      context.addIssue({
        code: "custom",
        message: `"${value}" is no application type. Did you mean ${nearest(value, applicationNames)}? A number of getApplicationTypes() works too`,
      });
    });
