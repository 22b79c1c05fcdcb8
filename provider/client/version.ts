import { version as written } from "pulumi-remoteit/package.json";

/** Typed by itself: a program's compiler would otherwise read package.json through our declarations, which not every one may. */
export const version: string = written;

/** Tells remote.it which client asks. */
export const userAgent = `pulumi-remoteit/${version}`;
