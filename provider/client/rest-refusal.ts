/** What a REST answer refuses with, in whichever of its forms (api/README.md, REST; D, S). */
export interface RestRefusal {
  /** "false"; of a registration also "pending" and "reset". */
  status: string;
  code?: string | undefined;
  /** Without its code; empty where none is given. */
  reason: string;
}

/** Undefined where the text is no refusal. */
export function restRefusalIn(text: string): RestRefusal | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  return typeof body === "object" && body !== null ? restRefusal(body) : undefined;
}

/**
 * `"status":"false"` with a reason "[0807] duplicate name", with a code beside it, or with `Error: "DuplicateName:"`. A status
 * may be a Boolean, and an answer with an Error alone is a refusal as well.
 */
export function restRefusal(body: {
  status?: unknown;
  reason?: unknown;
  code?: unknown;
  Error?: unknown;
}): RestRefusal | undefined {
  const kind = typeof body.Error === "string" ? body.Error.replace(/:\s*$/, "") : "";
  const status = body.status === undefined && kind !== "" ? "false" : String(body.status);
  if (!["false", "pending", "reset"].includes(status)) return undefined;
  const [, before, words] = /^\s*(?:\[(\w+)\])?\s*(.*)$/s.exec(typeof body.reason === "string" ? body.reason : "") ?? [];
  const beside = typeof body.code === "number" ? String(body.code).padStart(4, "0") : body.code;
  const code = before ?? (typeof beside === "string" ? beside.replace(/^\[|\]$/g, "") : undefined);
  return { status, reason: words?.trim() || kind, ...(code && { code }) };
}
