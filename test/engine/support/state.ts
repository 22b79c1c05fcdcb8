/** One resource as the state holds it. */
export interface StateResource {
  urn: string;
  type: string;
  id?: string;
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
  taint?: boolean;
}

export interface StateFile {
  /** The whole state as text, to search for what must not be in it. */
  text: string;
  /** Our resources by logical name; the stack and the providers are left out. */
  resources: Record<string, StateResource>;
}

/** Whether a type is one of this package's, as a dynamic resource or as the plugin's. */
export function isOurs(type: string): boolean {
  return /^(pulumi-nodejs:dynamic\/)?remoteit:/.test(type);
}

export function readState(text: string): StateFile {
  const { deployment } = JSON.parse(text) as { deployment: { resources?: StateResource[] } };
  const ours = (deployment.resources ?? []).filter(({ type }) => isOurs(type));
  return { text, resources: Object.fromEntries(ours.map((resource) => [resource.urn.split("::").at(-1) ?? "", resource])) };
}
