import { useAccount } from "../support/account";

jest.setTimeout(120_000);

const account = useAccount();

const project = () => ({ projectKey: account.sandbox.projectKey, projectSecret: account.sandbox.projectSecret });
const withDeveloperKey = () => ({ config: { "remoteit:developerKey": { secret: account.sandbox.developerKey } } });

test("no claim code, registration code, project secret or device secret stands in plain in state or in what any run prints", async () => {
  const { claimCode } = await account.claimable({ online: false });
  await account.owned({ hardwareId: "hw-gate", online: false });
  const { projectSecret, developerKey, secretAccessKey } = account.sandbox;
  const registrationCode = "REGISTRATION-CODE-1";
  const stack = await account.stack(({ remoteit }) => {
    new remoteit.Device("claimed", { claimCode, name: "claimed" });
    new remoteit.Device("awaited", { hardwareId: "hw-gate", registrationCode, name: "awaited" });
    new remoteit.Device("made", { provision: project(), hardwareId: "hw-made", name: "made", tags: ["shop"] });
  }, withDeveloperKey());
  const printed: string[] = [];
  const states: string[] = [];
  const keep = async (run: Promise<{ code: number; output: string }>) => {
    const { code, output } = await run;
    expect(code).toBe(0);
    printed.push(output);
    states.push((await stack.state()).text);
  };
  await keep(stack.preview("--diff"));
  await keep(stack.up("--diff"));
  // It is made through REST from a bulk project.
  const made = (await stack.state({ showSecrets: true })).resources["made"];
  expect(await account.device(made?.id ?? "")).toMatchObject({ name: "made", hardwareId: "hw-made", tags: [{ name: "shop" }] });
  const plain = made?.outputs["deviceSecret"] as { plaintext: string };
  const deviceSecret = JSON.parse(plain.plaintext) as string;
  expect(deviceSecret).toMatch(/^[0-9A-F]{40}$/);
  await keep(stack.refresh("--diff"));
  expect((await stack.state({ showSecrets: true })).resources["made"]?.outputs["deviceSecret"]).toEqual(plain);
  await keep(stack.up("--diff"));
  await keep(stack.destroy("--diff"));

  const secrets = { claimCode, registrationCode, projectSecret, deviceSecret, developerKey, secretAccessKey };
  for (const [name, secret] of Object.entries(secrets))
    for (const text of [...printed, ...states])
      for (const form of [secret, encodeURIComponent(secret)])
        expect({ name, found: text.includes(form) }).toEqual({ name, found: false });
});

test("creates that fail say why without a secret, and no second device is made for hardware that has one", async () => {
  const { projectKey, projectSecret, developerKey } = account.sandbox;
  const id = await account.owned({ hardwareId: "hw-kiosk", name: "kiosk-0" });
  const stack = await account.stack(({ remoteit }) => {
    new remoteit.Device("claimed", { claimCode: "NO-SUCH-CODE" });
    new remoteit.Device("unknown", { provision: { projectKey: `${projectKey}-X`, projectSecret }, hardwareId: "hw-made" });
    new remoteit.Device("wrong", { provision: { projectKey, projectSecret: "not/the+secret" }, hardwareId: "hw-wrong" });
    new remoteit.Device("kiosk", { provision: project(), hardwareId: "hw-kiosk", name: "kiosk-1" });
  }, withDeveloperKey());
  await account.slow(4);
  const up = await stack.up("--diff");
  expect(up.code).not.toBe(0);
  const errors = up.errors.filter((error) => error !== "update failed");
  expect(errors).toHaveLength(4);
  expect(errors.filter((error) => error.includes("Check provision.projectKey and provision.projectSecret"))).toHaveLength(2);
  const kiosk = errors.find((error) => error.includes("hw-kiosk"));
  expect(kiosk).toContain(`"kiosk-0" (${id})`);
  expect(kiosk).toContain("deviceId");
  expect((await account.control.requests()).byOperation).not.toHaveProperty("rest:device/register");
  const { text, resources } = await stack.state();
  expect(resources).toEqual({});
  for (const secret of ["NO-SUCH-CODE", projectSecret, developerKey, "not/the+secret"])
    for (const form of [secret, encodeURIComponent(secret)])
      for (const printed of [up.output, text]) expect(printed).not.toContain(form);
});
