import fc from "fast-check";
import { z } from "zod";
import { check, checkFurther, checkInContext, refusal } from "../../provider/core/check";
import { ConfigurationError, ValidationError } from "../../provider/core/errors";
import { field } from "../../provider/core/field";
import { UNKNOWN } from "../../provider/core/unknown";
import { device } from "../../provider/domains/devices/device";
import { service } from "../../provider/domains/services/service";
import { webhook } from "../../provider/domains/account/webhook";

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

test("what is found further is told in the order of the properties, and looks only at what is right so far", async () => {
  const probe = { type: "Probe", inputs: { a: field(z.string(), "A."), b: field(z.string(), "B."), c: field(z.string(), "C.") } };
  const looked: object[] = [];
  const { problems } = await checkFurther(probe, { a: 1, b: "b", c: 2, d: 3 }, false, (sound) => {
    looked.push(sound);
    return Promise.resolve([
      { property: "", reason: "all" },
      { property: "b[0].x", reason: "further" },
    ]);
  });
  expect(looked).toEqual([{ b: "b" }]);
  expect(problems.map(({ property }) => property)).toEqual(["d", "a", "b[0].x", "c", ""]);
});

const NEW = { before: undefined, isPreview: false };
const obstacles = () => Promise.resolve([{ property: "", reason: "the account is full" }]);

test("an error of ours in the rules that need the configuration is a problem, any other is thrown", async () => {
  const failing = (error: Error) => ({ type: "Probe", inputs: {}, obstacles, rulesInContext: () => Promise.reject(error) });
  const ours = new ConfigurationError({ what: "Configuring", why: "There is no key.", remedy: "Set one." });
  expect((await checkInContext(failing(ours), () => undefined, {}, NEW)).problems).toEqual([
    { property: "", reason: "Configuring failed: There is no key. Set one." },
  ]);
  await expect(checkInContext(failing(new Error("a bug")), () => undefined, {}, NEW)).rejects.toThrow("a bug");
});

test.each([
  ["", "must be the name of an application type or its number"],
  [["SSH"], "must be the name of an application type or its number"],
  [null, "is required: Type of the service"],
  [0, "must be a whole number from 1 to 65535: the number of an application type"],
  [70_000, "must be a whole number from 1 to 65535: the number of an application type"],
  [1.5, "must be the name of an application type or its number"],
])("%j is no application", (application, reason) => {
  const found = reasons(check(service, { deviceId: id, name: "ssh", application }, false));
  expect(found["application"]).toMatch(new RegExp(`^${reason}`));
});

test.each([0, 70_000, 1.5])("port %p is no port", (port) => {
  const found = reasons(check(service, { deviceId: id, name: "ssh", application: "SSH", port }, false));
  expect(found["port"]).toBe(`must be a whole number from 1 to 65535: the TCP or UDP port, not ${port}`);
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

test("all that is wrong makes one error, which says what to correct", () => {
  const problems = [
    { property: "name", reason: "is too long" },
    { property: "tags[1]", reason: "holds white space" },
  ];
  const error = refusal({ what: "Calling getDevice" }, "arguments", problems);
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({
    what: "Calling getDevice",
    why: "name: is too long. tags[1]: holds white space.",
    remedy: "Correct the arguments; nothing was sent.",
    problems: [
      { path: "name", reason: "is too long" },
      { path: "tags[1]", reason: "holds white space" },
    ],
  });
});

test("a problem deep inside of a value has the path of its place", () => {
  const inner = z.object({ list: z.array(z.object({ key: z.string({ error: "must be a text" }) })) });
  const kind = { type: "Thing", inputs: { map: field(inner, "M.") } };
  expect(check(kind, { map: { list: [{ key: "a" }, { key: 1 }] } }, false).problems).toEqual([
    { property: "map.list[1].key", reason: "must be a text" },
  ]);
});

test("a property that is not declared is none of the inputs", () => {
  const kind = { type: "Thing", inputs: { name: field(z.string().optional(), "N.") } };
  expect(Object.keys(check(kind, {}, false).inputs)).toEqual([]);
});

test("rules that need the configuration are asked where there are any, and what they find is told", async () => {
  const kind = { type: "Thing", obstacles, inputs: { name: field(z.string().optional(), "N.") } };
  expect((await checkInContext(kind, () => "context", { name: "a" }, NEW)).problems).toEqual([]);
  const rulesInContext = (context: () => string, { name }: Readonly<Record<string, unknown>>) =>
    Promise.resolve([{ property: "name", reason: `is ${String(name)} in ${context()}` }]);
  const found = await checkInContext({ ...kind, rulesInContext }, () => "context", { name: "a" }, NEW);
  expect(found.problems).toEqual([{ property: "name", reason: "is a in context" }]);
});
