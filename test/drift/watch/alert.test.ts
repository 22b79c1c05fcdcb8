import fc from "fast-check";
import { createAlertStore, memoryText, parseMemory } from "../../../drift/watch";
import { ValidationError } from "../../../provider/core/errors";
import { anyFindings, everything, report } from "./support";

test("what is written is read again, whatever was reported", () => {
  fc.assert(
    fc.property(anyFindings, (findings) => {
      const alerts = createAlertStore([], ["url"]);
      alerts.update(report(findings), findings, everything);
      expect(parseMemory(memoryText(alerts.entries()), "m.json")).toEqual(alerts.entries());
    }),
  );
});

test("no part of a memory passes for a whole one", () => {
  const alerts = createAlertStore([], []);
  const [findings] = fc.sample(
    anyFindings.filter(({ length }) => length > 1),
    1,
  );
  alerts.update(report(findings ?? []), findings ?? [], everything);
  const text = memoryText(alerts.entries()).trimEnd();
  for (let length = 0; length < text.length; length += 1)
    expect(() => parseMemory(text.slice(0, length), "m.json")).toThrow(ValidationError);
});

test.each(["null", "[]", "{}", '{"formatVersion":1}', '{"memoryOf":"pulumi-remoteit watch","formatVersion":2,"alerts":[]}'])(
  "%s is refused with the file's name and what to do, and nothing of what it holds",
  (text) => {
    expect(() => parseMemory(text, "m.json")).toThrow(
      "Reading the memory of the watch m.json failed: It is not what this version of `pulumi-remoteit watch` writes, or only a part of it. Let --memory name a file that the watch has for itself.",
    );
  },
);
