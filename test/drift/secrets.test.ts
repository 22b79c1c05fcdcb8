import { useDriftAccount } from "./account";
import { encrypted, secret } from "./state";

const account = useDriftAccount();

async function device(inputs: object) {
  const [id = ""] = await account.devices("pump");
  const made = await account.make("Device", {
    deviceId: id,
    name: "pump-1",
    tags: ["a"],
    attributes: { key: "open", site: "n" },
  });
  return { ...made, inputs: { ...made.inputs, ...inputs } };
}

test("a secret that the state tells is compared, and shown on neither side", async () => {
  const record = await device({ attributes: { key: secret("sesame"), site: "n" } });
  const report = await account.drift([record]);
  expect(report.findings[0]?.changes).toEqual([
    { path: "attributes.key", kind: "update", expected: "[secret]", actual: "[secret]" },
  ]);
  expect(JSON.stringify(report)).not.toMatch(/sesame|open/);
  const inSync = { ...record, inputs: { ...record.inputs, attributes: { key: secret("open"), site: "n" } } };
  expect((await account.drift([inSync])).findings).toEqual([]);
});

test("a secret inside of what is gone as a whole stays hidden", async () => {
  const record = await device({ attributes: secret({ deep: { key: "sesame" } }) });
  const report = await account.drift([record]);
  expect(report.findings[0]?.changes).toEqual([{ path: "attributes.deep.key", kind: "remove", expected: "[secret]" }]);
});

test("a secret deep inside of what differs as a whole hides both sides", async () => {
  const declared = { codes: ["front", secret("sesame")], room: { door: secret("sesame") } };
  const record = await device({ attributes: { key: "open", site: "n", ...declared } });
  await account.byHand(
    "mutation($id: String!, $attributes: Object!) { setAttributes(serviceId: $id, attributes: $attributes) }",
    { id: record.id, attributes: { codes: ["front", "open-door"], room: "open-room" } },
  );
  const report = await account.drift([record]);
  expect(report.findings[0]?.changes).toEqual([
    { path: "attributes.codes", kind: "update", expected: "[secret]", actual: "[secret]" },
    { path: "attributes.room", kind: "update", expected: "[secret]", actual: "[secret]" },
  ]);
  expect(JSON.stringify(report)).not.toMatch(/sesame|open-/);
});

test("a name that is a secret is not shown as the thing's name", async () => {
  const report = await account.drift([await device({ name: secret("pump-1") })]);
  expect(report).toMatchObject({ findings: [], inSync: [{ name: "a Device" }] });
  expect(JSON.stringify(report)).not.toContain("pump-1");
});

test("an encrypted secret is not comparable: the resource is not checked, with what to do", async () => {
  const report = await account.drift([await device({ tags: [encrypted, "b"] })]);
  expect(report.findings).toMatchObject([{ status: "not-checked", name: "pump-1" }]);
  expect(report.findings[0]?.reason).toContain("tags[0]");
  expect(report.findings[0]?.remedy).toContain("--show-secrets");
});

test("beside an encrypted secret everything else is compared", async () => {
  const record = await device({ name: "other", attributes: { key: encrypted, site: "n" } });
  const { findings } = await account.drift([record]);
  expect(findings).toMatchObject([
    {
      status: "changed",
      changes: [{ path: "name", expected: "other" }],
      reason: expect.stringContaining("attributes.key") as string,
    },
  ]);
});

test("an encrypted secret that the program ignores keeps nothing from being checked", async () => {
  const record = await device({ attributes: { key: encrypted, site: "n" } });
  const report = await account.drift([{ ...record, ignoreChanges: ["attributes.key"] }]);
  expect(report).toMatchObject({ findings: [], inSync: [{ name: "pump-1" }] });
});
