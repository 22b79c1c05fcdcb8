import { z } from "zod";

const loopback = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** A base address without a slash at its end: https, or http where it does not leave this machine. */
export const endpointUrl = z.string().transform((text, context) => {
  const problem = problemOf(text);
  if (problem === undefined) return new URL(text).href.replace(/\/+$/, "");
  context.addIssue(problem);
  return z.NEVER;
});

function problemOf(text: string): string | undefined {
  if (!URL.canParse(text)) return "must be an address such as https://api.remote.it";
  const url = new URL(text);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback.test(url.hostname)))
    return "must start with https:// (http:// only on this machine, as for the sandbox)";
  if (url.username || url.password || url.search || url.hash) return "must be a plain address, without user, query or fragment";
  if (/\/(graphql|apv)(\/|$)/.test(url.pathname)) return "must be the base of both interfaces: leave /graphql/v1 or /apv/v27 off";
  return undefined;
}
