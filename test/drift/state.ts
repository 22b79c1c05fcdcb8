/** A resource as the state of a stack holds it. */
export interface Record {
  urn: string;
  custom: true;
  type: string;
  id: string;
  inputs: object;
  outputs: object;
  delete?: boolean;
  external?: boolean;
  ignoreChanges?: string[];
}

const PROVIDER = 'require("pulumi-remoteit/dynamic/x")';

export function recordOf(type: string, id: string, inputs: object, outputs: object, name = "thing", stack = "dev"): Record {
  const token = `pulumi-nodejs:dynamic/remoteit:${type}`;
  return {
    urn: `urn:pulumi:${stack}::shop::${token}::${name}`,
    custom: true,
    type: token,
    id,
    inputs: { __provider: PROVIDER, ...inputs },
    outputs: { __provider: PROVIDER, ...outputs },
  };
}

/** What `pulumi stack export` prints of a stack that holds these beside itself. */
export function exported(records: readonly object[], stack = "dev"): string {
  const own = {
    urn: `urn:pulumi:${stack}::shop::pulumi:pulumi:Stack::shop-${stack}`,
    custom: false,
    type: "pulumi:pulumi:Stack",
  };
  return JSON.stringify({ version: 3, deployment: { manifest: {}, resources: [own, ...records] } });
}

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

export const encrypted = { [SIGNATURE]: SECRET, ciphertext: "v1:abc:def" };
export const secret = (value: unknown) => ({ [SIGNATURE]: SECRET, plaintext: JSON.stringify(value) });
