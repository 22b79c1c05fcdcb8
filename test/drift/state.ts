/** A resource as the state of a stack holds it. */
export interface StateRecord {
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

export function recordOf(type: string, id: string, inputs: object, outputs: object, name = "thing", stack = "dev"): StateRecord {
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

/** What an adapter keeps, as an export with --show-secrets writes it: adapters have secrets as they come over the wire. */
export const exportedState = (values: object): Record<string, unknown> => stateWith(secret, values);

/** What an adapter keeps, with secrets in plain. */
export const plainState = (values: object): Record<string, unknown> => stateWith((value) => value, values);

function stateWith(asSecret: (value: unknown) => unknown, values: object): Record<string, unknown> {
  const { __provider: _provider, ...rest } = values as Record<string, unknown>;
  const shown = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shown);
    if (typeof value !== "object" || value === null) return value;
    if (SIGNATURE in value && "value" in value) return asSecret(shown(value.value));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shown(inner)]));
  };
  return shown(rest) as Record<string, unknown>;
}
