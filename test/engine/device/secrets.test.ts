import { useAccount } from "../support/account";

const account = useAccount();

test("no claim code, registration code, project secret or device secret stands in plain in state or in what any run prints", async () => {
  const { claimCode } = await account.claimable({ online: false });
  await account.owned({ hardwareId: "hw-gate", online: false });
  const { projectKey, projectSecret, developerKey, secretAccessKey } = account.sandbox;
  const registrationCode = "REGISTRATION-CODE-1";
  const stack = await account.stack(
    ({ remoteit }) => {
      new remoteit.Device("claimed", { claimCode, name: "claimed" });
      new remoteit.Device("awaited", { hardwareId: "hw-gate", registrationCode, name: "awaited" });
      new remoteit.Device("made", { provision: { projectKey, projectSecret }, hardwareId: "hw-made", name: "made" });
    },
    { config: { "remoteit:developerKey": { secret: developerKey } } },
  );
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
  const plain = (await stack.state({ showSecrets: true })).resources["made"]?.outputs["deviceSecret"] as { plaintext: string };
  const deviceSecret = JSON.parse(plain.plaintext) as string;
  expect(deviceSecret.length).toBeGreaterThan(20);
  await keep(stack.refresh("--diff"));
  await keep(stack.up("--diff"));
  await keep(stack.destroy("--diff"));

  const secrets = { claimCode, registrationCode, projectSecret, deviceSecret, developerKey, secretAccessKey };
  for (const [name, secret] of Object.entries(secrets))
    for (const text of [...printed, ...states]) expect({ name, found: text.includes(secret) }).toEqual({ name, found: false });
});

test("a create that fails prints no secret", async () => {
  const { projectKey, projectSecret, developerKey } = account.sandbox;
  const stack = await account.stack(
    ({ remoteit }) => {
      new remoteit.Device("claimed", { claimCode: "NO-SUCH-CODE" });
      new remoteit.Device("made", { provision: { projectKey: `${projectKey}-X`, projectSecret }, hardwareId: "hw-made" });
    },
    { config: { "remoteit:developerKey": { secret: developerKey } } },
  );
  const up = await stack.up("--diff");
  expect(up.code).not.toBe(0);
  for (const secret of ["NO-SUCH-CODE", projectSecret, developerKey]) expect(up.output).not.toContain(secret);
  for (const secret of ["NO-SUCH-CODE", projectSecret, developerKey]) expect((await stack.state()).text).not.toContain(secret);
});
