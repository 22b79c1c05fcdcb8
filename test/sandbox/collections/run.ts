import { request as httpRequest } from "node:http";
import type { Sandbox } from "../../../sandbox";
import type { Collection, Stored } from "./read";
import { signers } from "./sign";

export interface Outcome {
  name: string;
  /** What the request got: an answer, a refusal, or that it is not modelled. */
  outcome: "answered" | "refused" | "not modelled";
  status: number;
  answer: unknown;
  messages: string[];
}

/** Sends each request, one after the other, unchanged but for the host, which is the sandbox's, and signed as the tool signs. */
export async function runCollection(sandbox: Sandbox, { tool, requests }: Collection): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const stored of requests) {
    const there = { ...stored, url: atSandbox(stored.url, sandbox) };
    outcomes.push({ name: stored.name, ...read(await send({ ...there, headers: signers[tool](there, sandbox) })) });
  }
  return outcomes;
}

/** An address that begins with a variable that nobody has set is that of GraphQL. */
function atSandbox(url: string, { endpoint }: Sandbox): string {
  if (url.startsWith("{{")) return url.replace(/^\{\{[^{}]*\}\}/, `${endpoint}/graphql/v1`);
  const { pathname, search } = new URL(url);
  return `${endpoint}${pathname}${search}`;
}

interface Answered {
  status: number;
  text: string;
}

function send({ method, url, headers, body }: Stored): Promise<Answered> {
  const length = body === "" ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers: { ...length, ...headers } }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("error", reject).on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on("error", reject).end(body);
  });
}

interface Answer {
  errors?: { message: string }[];
  message?: string;
  error?: string;
  status?: string;
  reason?: string;
}

function read({ status, text }: Answered): Omit<Outcome, "name"> {
  const answer = JSON.parse(text) as Answer;
  const { errors = [], message, error, reason } = answer;
  const messages = [...errors.map((one) => one.message), message, error, reason].filter((one) => one !== undefined);
  const isModelled = !messages.some((one) => one.endsWith("is not modelled by the sandbox."));
  const isRefused = status >= 400 || errors.length > 0 || answer.status === "false";
  return { status, answer, messages, outcome: !isModelled ? "not modelled" : isRefused ? "refused" : "answered" };
}
