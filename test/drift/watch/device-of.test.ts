import { readStack } from "../../../drift";
import { concerning, devicesIn } from "../../../drift/watch/device-of";
import { exported, recordOf } from "../state";

const stack = readStack(
  exported([
    recordOf("Device", "80:0A", { name: "pump" }, {}, "pump"),
    recordOf("Service", "80:0B", { deviceId: "80:0a", name: "web" }, {}, "web"),
    recordOf("Service", "80:0C", { deviceId: "80:FF", name: "ssh" }, {}, "ssh"),
    recordOf("Service", "80:0D", { name: "of a device that is not known yet" }, {}, "late"),
    recordOf("Webhook", "account", { url: "https://example.com" }, {}, "hook"),
  ]),
);

test("an id leads to its device, that of a part of it too, in any case, and one of no stack to none", () => {
  const { deviceOf } = devicesIn([stack]);
  expect(["80:0A", "80:0b", "80:FF", "80:ff", "80:0c", "80:EE", "account"].map(deviceOf)).toEqual([
    "80:0a",
    "80:0a",
    "80:FF",
    "80:FF",
    "80:FF",
    undefined,
    undefined,
  ]);
});

test("what may belong to a device is left of a stack: nothing of another, and nothing that belongs to none", () => {
  const namesOf = (...ids: string[]) => concerning([stack], ids)[0]?.resources.map(({ id }) => id);
  expect(namesOf("80:0a")).toEqual(["80:0A", "80:0B", "80:0D"]);
  expect(namesOf("80:ff")).toEqual(["80:0C", "80:0D"]);
  expect(namesOf()).toEqual(["80:0D"]);
  expect(concerning([stack], [])[0]?.name).toBe(stack.name);
});
