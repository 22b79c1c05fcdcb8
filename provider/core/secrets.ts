import { readings } from "./spellings";

/** Shorter values would blot out ordinary words; no key, secret or code of remote.it is this short. */
const shortest = 4;

const replacement = "[secret]";

/** The signature of a request: `signature="…"` of one form, `remoteit=:…:` of the other (api/README.md). */
const signatures = [/\bsignature="([^"]*)"/dgi, /\bremoteit=:([A-Za-z0-9+/=]*):/dg];

const known = new Set<string>();

/** What to look for, by its first characters: a text is gone through once, however many secrets there are. */
const byBeginning = new Map<string, string[]>();

/**
 * Remembers a secret for the life of the process, so that {@link redact} finds it in any text.
 * Returns the value, so that a secret can be protected where it is first read. Values under 4 characters are ignored.
 */
export function protect(secret: string): string {
  if (secret.length >= shortest && !known.has(secret)) {
    known.add(secret);
    for (const form of new Set([secret, ...readOtherwise(secret), ...linesOf(secret), ...inBase64(secret)])) {
      const beginning = form.slice(0, shortest);
      const forms = byBeginning.get(beginning);
      if (forms) forms.push(form);
      else byBeginning.set(beginning, [form]);
    }
  }
  return secret;
}

/**
 * The text without any protected value, as it is, in base64, or escaped for JSON, a URL, a form or HTML (up to three times), and
 * without the signatures of requests.
 */
export function redact(text: string): string {
  const spans = readings(text).flatMap(({ text: read, starts }) =>
    [...secretsIn(read), ...signaturesIn(read)].map(([start, end]): Span => [starts[start] ?? 0, starts[end] ?? text.length]),
  );
  let redacted = "";
  let end = 0;
  for (const [from, to] of joined(spans)) {
    redacted += text.slice(end, from) + replacement;
    end = to;
  }
  return redacted + text.slice(end);
}

type Span = readonly [start: number, end: number];

function* secretsIn(text: string): Generator<Span> {
  for (let start = 0; start + shortest <= text.length; start += 1) {
    for (const form of byBeginning.get(text.slice(start, start + shortest)) ?? []) {
      if (text.startsWith(form, start)) yield [start, start + form.length];
    }
  }
}

function* signaturesIn(text: string): Generator<Span> {
  for (const signature of signatures) {
    for (const { indices } of text.matchAll(signature)) {
      const [start, end] = indices?.[1] ?? [0, 0];
      if (end > start) yield [start, end];
    }
  }
}

/** Those that overlap as one: no tail of one secret shows behind another. */
function joined(spans: readonly Span[]): Span[] {
  const all: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = all.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else all.push([start, end]);
  }
  return all;
}

/** A secret that looks escaped itself, as an address with a percent sign does, may be told as it reads. */
function readOtherwise(secret: string): string[] {
  return readings(secret).flatMap(({ text }) => (text.length >= 2 * shortest ? [text] : []));
}

/** Of a secret with several lines, such as a key in PEM, each may come alone, indented or cut off. */
function linesOf(secret: string): string[] {
  const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
  return lines.length > 1 ? lines.filter((line) => line.length >= 2 * shortest && !line.startsWith("-----")) : [];
}

/**
 * The secret in base64, alone or inside something longer: the characters that do not depend on what stands around it, for each
 * of the three ways in which it can lie there.
 */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms = [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const end = Math.floor(((before + bytes.length) * 8) / 6);
    const form = text.slice(Math.ceil((before * 8) / 6), end);
    return [form, form.replaceAll("+", "-").replaceAll("/", "_")];
  });
  return forms.filter((form) => form.length >= 2 * shortest);
}
