import fc from "fast-check";
import { deviceType } from "../../../provider/domains/shared/provision";

const pairs = (value: number) => value.toString(16).toUpperCase().padStart(4, "0").replace(/^../, "$&:");
const number = fc.integer({ min: 0, max: 65_535 });

test("a device's type is the base of remote.it's own clients, with the mark of a bulk device", () => {
  expect(deviceType({})).toBe("00:23:00:00:00:01:00:00:04:60:00:28");
});

test("a service's has its application and no mark", () => {
  expect(deviceType({}, 28)).toBe("00:1C:00:00:00:01:00:00:04:60:00:00");
  expect(deviceType({}, 32_770)).toBe("80:02:00:00:00:01:00:00:04:60:00:00");
});

test("manufacturer and platform are overwritten where they are given, also with 0, and nothing else is", () => {
  expect(deviceType({ manufacturer: 0, platform: 0 })).toBe("00:23:00:00:00:01:00:00:00:00:00:28");
  fc.assert(
    fc.property(
      number,
      number,
      fc.option(fc.integer({ min: 1, max: 65_535 }), { nil: undefined }),
      (manufacturer, platform, application) => {
        expect(deviceType({ manufacturer, platform }, application)).toBe(
          `${pairs(application ?? 35)}:${pairs(manufacturer)}:00:01:00:00:${pairs(platform)}:${application === undefined ? "00:28" : "00:00"}`,
        );
      },
    ),
  );
});
