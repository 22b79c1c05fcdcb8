import fc from "fast-check";
import { z } from "zod";
import { diff } from "../../provider/core/diff";
import { field } from "../../provider/core/field";
import { UNKNOWN } from "../../provider/core/unknown";
import { device } from "../../provider/domains/devices/device";
import { service } from "../../provider/domains/services/service";

const id = "80:00:00:00:01:00:00:01";
const other = "80:00:00:00:01:00:00:02";

test("the order and the repetition of tags are no difference", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/)), (tags) => {
      const declared = [...tags].reverse().concat(tags.slice(0, 1));
      expect(diff(device, id, { tags }, { tags: declared }).changed).toEqual([]);
    }),
  );
});

test("an application's name and its number are no difference", () => {
  const state = { deviceId: id, name: "ssh", application: "SSH" };
  expect(diff(service, other, state, { ...state, application: 28 }).changed).toEqual([]);
  expect(diff(service, other, state, { ...state, application: "HTTP" }).changed).toEqual(["application"]);
});

test("a null attribute and an absent one are no difference", () => {
  const state = { attributes: { $remoteit: { color: 3 } } };
  expect(diff(device, id, state, { attributes: { $remoteit: { color: 3, label: null } } }).changed).toEqual([]);
});

test("another device replaces a service, and the case of its id does not", () => {
  const state = { deviceId: "80:00:00:00:01:00:00:0a", name: "ssh", application: "SSH" };
  expect(diff(service, id, state, { ...state, deviceId: other }).replaces).toEqual(["deviceId"]);
  expect(diff(service, id, state, { ...state, deviceId: state.deviceId.toUpperCase() }).changed).toEqual([]);
});

test("a service whose device is not known yet is replaced in the preview", () => {
  const state = { deviceId: id, name: "ssh", application: "SSH" };
  expect(diff(service, other, state, { ...state, deviceId: UNKNOWN }).replaces).toEqual(["deviceId"]);
});

test("an origin counts at creation only, and a device's own id as deviceId changes nothing", () => {
  const none = { changed: [], replaces: [] };
  expect(diff(device, id, { name: "a" }, { name: "a", claimCode: "used" })).toEqual(none);
  expect(diff(device, id, { name: "a" }, { name: "a", deviceId: id.toUpperCase() })).toEqual(none);
  expect(diff(device, id, { name: "a" }, { name: "a", deviceId: other }).replaces).toEqual(["deviceId"]);
});

test("a property that leaves the program is released without a replacement", () => {
  expect(diff(device, id, { tags: ["a"] }, {})).toEqual({ changed: ["tags"], replaces: [] });
});

test("facts in state are never compared", () => {
  expect(diff(device, id, { accountId: "a", origin: "claimed", hardwareId: "h" }, {}).changed).toEqual([]);
});

describe("null is as good as absent", () => {
  const text = z.string().optional();
  const kind = { inputs: { id: field(text, "I.", { identity: true }), name: field(text, "N.") } };
  test.each<[string, object, object, string[]]>([
    ["in state and in the program", { name: null }, { name: undefined }, []],
    ["in the program and in state", { name: undefined }, { name: null }, []],
    ["in state alone", { name: null }, { name: "a" }, ["name"]],
    ["in the program alone", { name: "a" }, { name: null }, ["name"]],
    ["of what names the thing itself", {}, { id: null }, []],
  ])("%s", (_where, state, declared, changed) => {
    expect(diff(kind, "1", { ...state }, { ...declared }).changed).toEqual(changed);
  });
  test("and is compared with nothing", () => {
    const same = () => {
      throw new Error("There is nothing to compare.");
    };
    const kindOf = { inputs: { name: field(text, "N.", { same }) } };
    expect(diff(kindOf, "1", { name: null }, { name: "a" }).changed).toEqual(["name"]);
    expect(diff(kindOf, "1", { name: "a" }, {}).changed).toEqual(["name"]);
  });
});
