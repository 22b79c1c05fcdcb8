import { inspect } from "node:util";

import fc from "fast-check";

import * as errors from "../../provider/core/errors";
import { ConfigurationError, RemoteitError, RestError, ValidationError } from "../../provider/core/errors";
import { protect, redact } from "../../provider/core/secrets";

const failure = { what: "Renaming device", subject: '"pump" (80:00)', why: "It is gone.", remedy: "Refresh." };

test("a message says what failed, for which resource, why, and the remedy", () => {
  expect(new ConfigurationError(failure).message).toBe('Renaming device "pump" (80:00) failed: It is gone. Refresh.');
  expect(new ConfigurationError({ ...failure, subject: undefined }).message).toBe("Renaming device failed: It is gone. Refresh.");
});

test("every class is an error of this package and bears its own name", () => {
  const classes = Object.values(errors).filter((value) => value !== RemoteitError);
  expect(classes).toHaveLength(19);
  for (const Class of classes as (new (fields: object) => RemoteitError)[]) {
    const error = new Class({ ...failure, reached: "no", reason: "r", errors: [], offsetSeconds: 1 });
    expect(error).toBeInstanceOf(RemoteitError);
    expect(error.name).toBe(Class.name);
    expect(String(error)).toContain(`${Class.name}: Renaming device`);
  }
});

test("no protected value is printed with an error, whichever field or cause it came in", () => {
  const secret = protect('s3cr+t/"quoted"==');
  const cause = Object.assign(new Error(`GET /${encodeURIComponent(secret)}`, { cause: new Error(secret) }), {
    request: { secret },
  });
  const error = new RestError({
    what: secret,
    subject: secret,
    why: secret,
    remedy: JSON.stringify({ secret }),
    reason: secret,
    cause,
  });
  const printed = inspect(error, { depth: 20, showHidden: true }) + String(error.stack) + JSON.stringify(error);
  for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
    expect(printed).not.toContain(form);
  expect(error.message).toContain("[secret]");
});

test("problems keep their paths and lose their secrets", () => {
  const code = protect("claim-code-77");
  const error = new ValidationError({ ...failure, problems: [{ path: "claimCode", reason: `"${code}" is used up` }] });
  expect(error.problems).toEqual([{ path: "claimCode", reason: '"[secret]" is used up' }]);
});

test("signatures of either scheme are taken out of a text", () => {
  expect(redact('Authorization: Signature keyId="K",signature="abc+/="')).toBe(
    'Authorization: Signature keyId="K",signature="[secret]"',
  );
  expect(redact("Signature: remoteit=:abc+/==:")).toBe("Signature: remoteit=:[secret]:");
});

test("any secret disappears from any text, also when one secret contains another", () => {
  const secrets = fc.array(fc.string({ minLength: 4, unit: "binary" }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(secrets, fc.string(), (values, around) => {
      values.push(`${values[0]}tail`);
      values.forEach(protect);
      for (const value of values) {
        const text = redact(
          `${around}${value} ${encodeURIComponent(Buffer.from(value).toString())} ${JSON.stringify(value)}${around}`,
        );
        expect(text.replaceAll("[secret]", "")).not.toContain(value);
      }
    }),
  );
});
