import { readFileSync } from "node:fs";

/** A request as a collection holds it, with its variables filled in. */
export interface Stored {
  name: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Collection {
  /** Which tool wrote it: each signs in its own way. */
  tool: "insomnia" | "postman";
  requests: Stored[];
}

type Variables = Record<string, string>;

/**
 * Reads an export of Insomnia (version 4) or a collection of Postman (version 2).
 *
 * @param given - Variables that count before those of the file.
 */
export function readCollection(file: string, given: Variables = {}): Collection {
  const content = JSON.parse(readFileSync(file, "utf8")) as InsomniaExport | PostmanCollection;
  return "resources" in content
    ? { tool: "insomnia", requests: insomniaRequests(content, given) }
    : { tool: "postman", requests: postmanRequests(content, given) };
}

interface InsomniaExport {
  _type: "export";
  __export_format: number;
  resources: InsomniaResource[];
}

type InsomniaResource =
  | { _type: "environment"; data: Variables }
  | { _type: "request_group"; environment?: Variables }
  | { _type: "workspace" | "cookie_jar" }
  | {
      _type: "request";
      name: string;
      method: string;
      url: string;
      headers?: { name: string; value: string; disabled?: boolean }[];
      body?: { mimeType?: string; text?: string; params?: FormPart[] };
    };

interface FormPart {
  name?: string;
  key?: string;
  value?: string;
}

function insomniaRequests({ resources }: InsomniaExport, given: Variables): Stored[] {
  const variables: Variables = {};
  for (const one of resources) {
    if (one._type === "environment") Object.assign(variables, one.data);
    if (one._type === "request_group") Object.assign(variables, one.environment);
  }
  const fill = filler({ ...variables, ...given });
  return resources.flatMap((one) => {
    if (one._type !== "request") return [];
    const { name, method, url, headers = [], body } = one;
    const set = headers.filter(({ disabled }) => !disabled).map((header) => [header.name, fill(header.value)]);
    const stored = { name, method, url: fill(url), headers: Object.fromEntries(set) as Variables };
    // A body of GraphQL is stored as the JSON that is sent.
    return [body?.params ? { ...stored, ...form(body.params) } : { ...stored, body: fill(body?.text ?? "") }];
  });
}

interface PostmanCollection {
  info: { schema: string };
  item: PostmanItem[];
  variable?: PostmanVariable[];
}

interface PostmanVariable {
  key: string;
  value: string;
}

type PostmanItem =
  | { name: string; item: PostmanItem[] }
  | {
      name: string;
      request: {
        method: string;
        url: string | { raw: string };
        header?: { key: string; value: string; disabled?: boolean }[];
        body?: { mode: string; raw?: string; graphql?: { query: string; variables?: string }; formdata?: FormPart[] };
      };
    };

function postmanRequests({ item, variable = [] }: PostmanCollection, given: Variables): Stored[] {
  const variables = Object.fromEntries(variable.map(({ key, value }) => [nameOf(key), value]));
  const fill = filler({ ...variables, ...given });
  const read = (one: PostmanItem): Stored[] => {
    if ("item" in one) return one.item.flatMap(read);
    const { method, url, header = [], body } = one.request;
    const set = header.filter(({ disabled }) => !disabled).map(({ key, value }) => [key, fill(value)]);
    const stored = {
      name: one.name,
      method,
      url: fill(typeof url === "string" ? url : url.raw),
      headers: Object.fromEntries(set) as Variables,
    };
    if (body?.formdata) return [{ ...stored, ...form(body.formdata) }];
    const { query, variables: text } = body?.graphql ?? {};
    const graphql = JSON.stringify({ query, variables: text ? (JSON.parse(fill(text)) as unknown) : {} });
    return [{ ...stored, body: body?.mode === "graphql" ? graphql : fill(body?.raw ?? "") }];
  };
  return item.flatMap(read);
}

/** A form with a few bytes for each file. */
function form(parts: readonly FormPart[]): Pick<Stored, "body" | "headers"> {
  const lines = parts.flatMap(({ name, key, value }) => [
    "--collection",
    `content-disposition: form-data; name="${name ?? key ?? ""}"${value ? "" : '; filename="file"'}`,
    "",
    value || "content",
  ]);
  return {
    headers: { "Content-Type": "multipart/form-data; boundary=collection" },
    body: [...lines, "--collection--", ""].join("\r\n"),
  };
}

/** Insomnia writes {{ _.name }}, Postman {{name}}; a value may name others. What nobody has set stays as it is written. */
function filler(variables: Variables): (text: string) => string {
  const fill = (text: string, depth = 0): string =>
    text.replaceAll(/\{\{([^{}]+)\}\}/g, (written: string, name: string) => {
      const value = variables[nameOf(name)];
      return value === undefined || depth > 5 ? written : fill(value, depth + 1);
    });
  return fill;
}

const nameOf = (written: string): string => written.trim().replace(/^_\./, "");
