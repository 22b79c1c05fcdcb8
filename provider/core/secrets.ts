/** Shorter values would blot out ordinary words; no key, secret or code of remote.it is this short. */
const shortest = 4;

const replacement = "[secret]";

/** What to look for, longest first, so that a secret which contains another is replaced whole. */
let forms: string[] = [];
const known = new Set<string>();

/**
 * Remembers a secret for the life of the process, so that {@link redact} finds it in any text.
 * Returns the value, so that a secret can be protected where it is first read. Values under 4 characters are ignored.
 */
export function protect(secret: string): string {
  if (secret.length >= shortest && !known.has(secret)) {
    known.add(secret);
    for (const form of spellings(secret)) known.add(form);
    forms = [...known].sort((a, b) => b.length - a.length);
  }
  return secret;
}

/** The text without any protected value, as it is, URL-encoded or inside JSON, and without the signatures of requests. */
export function redact(text: string): string {
  return forms
    .reduce((redacted, form) => redacted.replaceAll(form, replacement), text)
    .replace(/\bsignature="[^"]*"/gi, `signature="${replacement}"`)
    .replace(/\bremoteit=:[A-Za-z0-9+/=]*:/g, `remoteit=:${replacement}:`);
}

function spellings(secret: string): string[] {
  // Lone surrogates, which encodeURIComponent refuses, become the replacement character.
  const wellFormed = Buffer.from(secret).toString();
  return [encodeURIComponent(wellFormed), encodeURI(wellFormed), JSON.stringify(secret).slice(1, -1)];
}
