import { changedSettings, checkSettings, textOf } from "../../../provider/client";
import { UNKNOWN } from "../../../provider/core/unknown";

test.each([
  [" a ", "a"],
  [5, "5"],
  [0, "0"],
  [false, "false"],
  ["", undefined],
  ["  ", undefined],
  [null, undefined],
  [undefined, undefined],
])("the setting %j is the text %p", (value, text) => {
  expect(textOf(value)).toBe(text);
});

test("settings that are right, absent or not known yet have no problems", () => {
  const right = { maxRetries: 3, timeoutSeconds: "1.5", signature: "auto", endpoint: "https://api.remote.it" };
  expect(checkSettings({ ...right, accountId: undefined, profile: null, requestsPerSecond: "" })).toEqual([]);
  expect(checkSettings({ maxRetries: UNKNOWN, endpoint: UNKNOWN })).toEqual([]);
});

test("each that is wrong is told by its name, with what it must be, and one that there is not with the nearest", () => {
  expect(checkSettings({ maxRetries: -1, signature: "none", endpoit: "x" })).toEqual([
    { property: "maxRetries", reason: "must be a whole number, 0 or above" },
    { property: "signature", reason: 'must be "auto", "cavage" or "rfc9421"' },
    { property: "endpoit", reason: 'is no setting. Did you mean "endpoint"?' },
  ]);
});

test("what differs is told in the order of the table: as text, and whatever is not known yet", () => {
  expect(changedSettings({ maxRetries: "5" }, { maxRetries: 5, profile: " " })).toEqual([]);
  const before = { timeoutSeconds: "30", endpoint: "https://a", accountId: "A", profile: "P" };
  const after = { timeoutSeconds: 31, endpoint: "https://a", accountId: UNKNOWN };
  expect(changedSettings(before, after)).toEqual(["profile", "accountId", "timeoutSeconds"]);
});
