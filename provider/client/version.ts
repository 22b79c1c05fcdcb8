import { version } from "pulumi-remoteit/package.json";

export { version };

/** Tells remote.it which client asks. */
export const userAgent = `pulumi-remoteit/${version}`;
