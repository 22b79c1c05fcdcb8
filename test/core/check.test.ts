import fc from "fast-check";
import { z } from "zod";
import { check } from "../../provider/core/check";
import { field } from "../../provider/core/field";
import { UNKNOWN } from "../../provider/core/unknown";
import { device } from "../../provider/resources/device";
import { service } from "../../provider/resources/service";
import { webhook } from "../../provider/resources/webhook";

const id = "80:00:00:00:01:00:00:01";
const reasons = (checked: ReturnType<typeof check>) =>
  Object.fromEntries(checked.problems.map(({ property, reason }) => [property, reason]));

test("every problem of a resource is reported at once, each with its path", () => {
  const found = reasons(
    check(device, { deviceId: "x", claimCode: "c", name: "n".repeat(101), tags: ["ok", "two words"], colour: 3 }, false),
  );
  expect(Object.keys(found).sort()).toEqual(["claimCode", "colour", "deviceId", "name", "tags[1]"]);
  expect(found["name"]).toBe("is 101 characters long; remote.it takes at most 100");
  expect(found["claimCode"]).toContain("there is deviceId already");
});

test("a device without an origin names the origins there are", () => {
  expect(reasons(check(device, { name: "pump" }, false))["deviceId"]).toContain(
    "exactly one of deviceId, claimCode, hardwareId, provision",
  );
});

test("a device that exists needs no origin any more", () => {
  expect(check(device, { name: "pump" }, true).problems).toEqual([]);
});

test("an unknown application is answered with the nearest names", () => {
  const found = reasons(check(service, { deviceId: id, name: "ssh", application: "SHH", port: 22 }, false));
  expect(found["application"]).toContain('Did you mean "SSH"');
});

test.each([0, 70_000, 1.5])("port %p is no port", (port) => {
  const found = reasons(check(service, { deviceId: id, name: "ssh", application: "SSH", port }, false));
  expect(found["port"]).toBe("must be a whole number from 1 to 65535: the TCP or UDP port");
});

test("a misspelt property is answered with the nearest ones", () => {
  expect(reasons(check(service, { deviceId: id, name: "a", application: 7, prt: 80 }, false))["prt"]).toContain('"port"');
});

test("what is required and missing says what it is for", () => {
  const found = reasons(check(service, {}, false));
  expect(Object.keys(found)).toEqual(["deviceId", "name", "application"]);
  expect(found["name"]).toMatch(/^is required: Name of the service/);
});

test("defaults are filled in", () => {
  expect(check(webhook, { url: "https://example.com/x" }, false).inputs).toEqual({
    url: "https://example.com/x",
    enabled: true,
  });
});

test("an unknown value passes, whatever its field and at whatever depth", () => {
  const names = Object.keys({ ...device.inputs });
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.boolean(), (name, nested) => {
      const value = nested ? { a: [UNKNOWN] } : UNKNOWN;
      const { inputs, problems } = check(device, { [name]: value }, true);
      expect(inputs[name]).toEqual(value);
      expect(problems.filter(({ property }) => property === name && name !== "registrationCode")).toEqual([]);
    }),
  );
});

test("check never throws and never invents a property, whatever it is given", () => {
  const probe = { type: "Probe", inputs: { a: field(z.string().optional(), "A."), b: field(z.int().default(1), "B.") } };
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (declared) => {
      const { inputs, problems } = check(probe, declared, false);
      const foreign = Object.keys(declared).filter((name) => name !== "a" && name !== "b");
      expect(foreign.every((name) => problems.some(({ property }) => property === name))).toBe(true);
      expect(Object.keys(inputs).filter((name) => name !== "a" && name !== "b")).toEqual([]);
    }),
  );
});
