import { z } from "zod";

/** Whether an address is one of this machine. */
export const isLoopback = ({ hostname }: URL): boolean => /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);

/** A path that is GraphQL's own, as of a stage or a preview: "/graphql", "/graphql/beta". */
const graphqlPath = /\/graphql(\/[^/]+)*$/;
const REST_PATH = "/apv/v27";

/** Without a slash at its end: https, or http where it does not leave this machine. */
const address = (problemOf: (path: string) => string | undefined) =>
  z.string().transform((text, context) => {
    const problem = problemOfUrl(text) ?? problemOf(trimmed(new URL(text).pathname));
    if (problem === undefined) return trimmed(new URL(text).href);
    context.addIssue(problem);
    return z.NEVER;
  });

/** The base of both interfaces, or the whole address of GraphQL. */
export const endpointUrl = address((path) =>
  /\/apv(\/|$)/.test(path) ? "must be the base of both interfaces, or GraphQL's address: leave /apv/v27 off" : undefined,
);

/** The base under which REST lies, or the whole address of REST. */
export const restEndpointUrl = address((path) => {
  if (graphqlPath.test(path)) return "must be the address of REST, and this is one of GraphQL";
  if (!path.endsWith(REST_PATH) && /\/apv(\/|$)/.test(path)) return `must end in ${REST_PATH} or leave it off`;
  return undefined;
});

function problemOfUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return "must be an address such as https://api.remote.it";
  const url = new URL(text);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url)))
    return "must start with https:// (http:// only on this machine, as for the sandbox)";
  if (url.username || url.password || url.search || url.hash) return "must be a plain address, without user, query or fragment";
  return undefined;
}

const trimmed = (text: string): string => text.replace(/\/+$/, "");

/** Where an interface of remote.it lies. */
export interface Address {
  /** Without a slash at its end. */
  url: string;
  /** The setting that names it, and its value. */
  setting: "remoteit:endpoint" | "remoteit:restEndpoint";
  given: string;
}

/** The addresses that the settings name. The whole address of GraphQL says nothing of REST, and stages have none (api/README.md, A). */
export function addressesOf(settings: { endpoint: string; restEndpoint?: string | undefined }): {
  graphql: Address;
  rest?: Address;
} {
  const { endpoint, restEndpoint } = settings;
  const isWhole = graphqlPath.test(new URL(endpoint).pathname);
  const base = { setting: "remoteit:endpoint", given: endpoint } as const;
  const rest =
    restEndpoint !== undefined
      ? ({ setting: "remoteit:restEndpoint", given: restEndpoint } as const)
      : isWhole
        ? undefined
        : base;
  return {
    graphql: { ...base, url: isWhole ? endpoint : `${endpoint}/graphql/v1` },
    ...(rest && { rest: { ...rest, url: rest.given.endsWith(REST_PATH) ? rest.given : `${rest.given}${REST_PATH}` } }),
  };
}
