import { createHmac } from "node:crypto";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { sign } from "http-signature";
import { controlOf, startSandbox, type Control, type Sandbox, type SandboxOptions, type World } from "../../sandbox";

export interface Asked {
  path?: string;
  method?: string;
  body?: string;
  scheme?: "cavage" | "rfc9421" | "none";
  accessKeyId?: string;
  secretAccessKey?: string;
  date?: string;
  /** Headers that the cavage scheme signs. */
  signs?: string[];
  algorithm?: string;
  /** Components that RFC 9421 signs, and the label. */
  components?: string[];
  label?: string;
  /** Labels under which the same signature stands once more. */
  alsoLabelled?: string[];
  /** Whether RFC 9421 goes without a header Authorization instead of an empty one. */
  withoutAuthorization?: boolean;
  headers?: Record<string, string>;
}

export interface Answered {
  status: number;
  headers: IncomingMessage["headers"];
  text: string;
}

/** Sends a request signed by libraries and code that the sandbox and the client do not use for signing. */
export function send(sandbox: Sandbox, asked: Asked = {}): Promise<Answered> {
  const { path = "/graphql/v1", body, scheme = "cavage", date = new Date().toUTCString() } = asked;
  const method = asked.method ?? (body === undefined ? "GET" : "POST");
  const { accessKeyId: keyId, secretAccessKey } = { ...sandbox, ...asked };
  const key = Buffer.from(secretAccessKey, "base64");
  const url = new URL(path, sandbox.endpoint);
  const content: Record<string, string> =
    body === undefined ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      sandbox.endpoint + path,
      { method, headers: { date, ...content, ...asked.headers } },
      (response) => {
        let text = "";
        response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
        response
          .on("error", reject)
          .on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    request.on("error", reject);
    if (scheme === "cavage") {
      const headers = asked.signs ?? ["(request-target)", "host", "date", ...Object.keys(content)];
      // The types of the package know neither keys in bytes nor every algorithm.
      sign(request, { keyId, key: key as unknown as string, headers, algorithm: asked.algorithm ?? "hmac-sha256" });
    } else if (scheme === "rfc9421") {
      const { components = ["@method", "@authority", "@target-uri", "date"], label = "remoteit" } = asked;
      const created = Math.floor(Date.parse(date) / 1000);
      const parameters = `(${components.map((name) => `"${name}"`).join(" ")});created=${created};keyid="${keyId}"`;
      const derived = { "@method": method, "@authority": url.host, "@target-uri": url.href, date };
      const values: Record<string, string> = { ...derived, ...content, ...asked.headers };
      const lines = [...components.map((name) => `"${name}": ${values[name] ?? ""}`), `"@signature-params": ${parameters}`];
      const signature = createHmac("sha256", key).update(lines.join("\n")).digest("base64");
      const labels = [label, ...(asked.alsoLabelled ?? [])];
      request.setHeader("signature-input", labels.map((one) => `${one}=${parameters}`).join(", "));
      request.setHeader("signature", labels.map((one) => `${one}=:${signature}:`).join(", "));
      if (!asked.withoutAuthorization) request.setHeader("authorization", "");
    }
    request.end(body);
  });
}

export const query = (text: string, variables = {}): Asked => ({ body: JSON.stringify({ query: text, variables }) });

export const rest = (sandbox: Sandbox, call: string, body?: object): Asked => ({
  path: `/apv/v27/${call}`,
  headers: { developerkey: sandbox.developerKey },
  ...(body && { body: JSON.stringify(body) }),
});

/** What a REST call answers. */
export async function restAnswer(sandbox: Sandbox, call: string, body?: object): Promise<Record<string, unknown>> {
  return JSON.parse((await send(sandbox, rest(sandbox, call, body))).text) as Record<string, unknown>;
}

export interface Playground {
  sandbox: Sandbox;
  control: Control;
}

/** A sandbox of its own for the tests of a file, empty before each. */
export function playground(options: SandboxOptions = {}): Playground {
  const ground = {} as Playground;
  beforeAll(async () => {
    ground.sandbox = await startSandbox(options);
    ground.control = controlOf(ground.sandbox.control);
  });
  beforeEach(() => ground.control.reset());
  afterAll(() => ground.sandbox.stop());
  return ground;
}

/** A device of the first account: an agent that was claimed. */
export async function claimed(control: Control, agent: Partial<Parameters<Control["agent"]>[0]> = {}): Promise<string> {
  const { deviceId, claimCode } = await control.agent({ hardwareId: "hw-1", ...agent });
  await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  return deviceId;
}

/** Runs GraphQL behind the program's back, for its data. */
export async function run<T = Record<string, unknown>>(
  control: Control,
  text: string,
  variables: Record<string, unknown> = {},
  accountId?: string,
): Promise<T> {
  return (await control.change(text, variables, accountId)) as T;
}

/** An account of its own in a world, for the time of one test. */
export async function inWorld(world: Partial<World>, use: (sandbox: Sandbox, control: Control) => Promise<void>): Promise<void> {
  const sandbox = await startSandbox({ world });
  try {
    await use(sandbox, controlOf(sandbox.control));
  } finally {
    await sandbox.stop();
  }
}
