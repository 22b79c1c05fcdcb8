import { z } from "zod";
import type { Hints } from "../../core/field";
import { wholeNumber } from "../shared/text";

/**
 * The application types that remote.it's public material names: the number of each and its port; 0 where it has none, and none
 * where public material names none. The numbers up to 43 and those of UDP have their ports from the list in the docs
 * (D 2023), the others are the app's (A). The account's own list may be longer: application-types.ts.
 */
const APPLICATIONS = {
  TCP: [1, 0],
  VNC: [4, 5900],
  RDP: [5, 3389],
  HTTP: [7, 80],
  HTTPS: [8, 443],
  SSH: [28, 22],
  "SMB/CIFS": [34, 445],
  NxWitness: [37, 7001],
  Nextcloud: [38, 443],
  OpenVPN: [39, 1194],
  Minecraft: [41, 25_565],
  "Admin Panel": [42, 29_999],
  Terraria: [43, 7777],
  Redis: [44],
  MySQL: [45],
  PostgreSQL: [46],
  Docker: [47],
  ScreenView: [48],
  SOCKS: [49],
  UDP: [32_769, 0],
  WireGuard: [32_770, 51_820],
  "Minecraft Bedrock": [32_771, 19_132],
  "OpenVPN over UDP": [32_772],
} as const satisfies Record<string, readonly [id: number, port?: number]>;

const APPLICATION_NAME =
  "What a service speaks, by the name that remote.it gives it; upper and lower case count alike. Another name that the account knows works too.";

/** What a service speaks, by the name that remote.it gives it: the names that this version knows. */
export type ApplicationName = keyof typeof APPLICATIONS;

export const applicationNames = Object.keys(APPLICATIONS) as ApplicationName[];

/** A type's number, from its name in any case or from the number itself; undefined where this version knows no such name. */
export function applicationNumber(application: string | number): number | undefined {
  if (typeof application === "number") return application;
  if (/^[1-9]\d{0,4}$/.test(application)) return Number(application); // not every language can give a number here
  return numbersByName.get(application.toLowerCase());
}

/** The name of a type where this version knows one, else its number. */
export const applicationName = (number: number): ApplicationName | number => namesByNumber.get(number) ?? number;

const namesByNumber: ReadonlyMap<number, ApplicationName> = new Map(
  applicationNames.map((name) => [APPLICATIONS[name][0], name]),
);
const numbersByName: ReadonlyMap<string, number> = new Map(
  applicationNames.map((name) => [name.toLowerCase(), APPLICATIONS[name][0]]),
);

/** The port of a type, 0 where it has none; undefined where this version does not know. */
export function knownPort(number: number): number | undefined {
  const name = applicationName(number);
  return typeof name === "number" ? undefined : APPLICATIONS[name][1];
}

/**
 * Whether two name the same type, each by its name or its number. A name that this version does not know is told by the title
 * that the account gives the service beside the number.
 */
export function sameApplication(one: unknown, other: unknown, { title }: Hints): boolean {
  const [declared, live] = [one, other] as (string | number)[];
  if (declared === undefined || live === undefined) return declared === live;
  const [number, found] = [applicationNumber(declared), applicationNumber(live)];
  if (number !== undefined) return number === found;
  return sameText(declared, live) || (typeof title === "string" && sameText(declared, title));
}

export const sameText = (one: string | number, other: string | number): boolean =>
  String(one).toLowerCase() === String(other).toLowerCase();

const EXPECTED = { error: "must be the name of an application type or its number" };

/** A name may be one that only the account knows: `applicationProblems` finds out. */
export const application = () =>
  z.union(
    [
      z.string().min(1, EXPECTED).meta({ title: "ApplicationName", description: APPLICATION_NAME, known: applicationNames }),
      wholeNumber(1, 65_535, "the number of an application type"),
    ],
    EXPECTED,
  );
