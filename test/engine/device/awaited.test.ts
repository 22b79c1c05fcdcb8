import { useAccount } from "../support/account";

const account = useAccount();

async function registrationCode(): Promise<string> {
  const { login } = (await account.control.change(`{ login { account { registrationCode(name: "gate") } } }`)) as {
    login: { account: { registrationCode: string } };
  };
  return login.account.registrationCode;
}

test("a device is awaited by its hardware id until its agent registers", async () => {
  const code = await registrationCode();
  const args = { hardwareId: "hw-gate", registrationCode: code, waitSeconds: 50, tags: ["gates"] };
  const stack = await account.stack(({ remoteit }) => new remoteit.Device("gate", args));
  const running = stack.up();
  await account.asked("graphql:listDevices");
  const { deviceId } = await account.control.agent({ code, hardwareId: "hw-gate" });
  const up = await running;
  expect(up).toMatchObject({ code: 0, changes: { create: 1 } });
  expect(up.output).toContain("no device with hardware id hw-gate has registered yet. Waiting up to 50 s.");
  expect(up.output).not.toContain(code);
  expect((await stack.state()).resources["gate"]).toMatchObject({ id: deviceId, outputs: { origin: "registered" } });
  expect(await account.device(deviceId)).toMatchObject({ name: "gate", tags: [{ name: "gates" }] });
});

test("without waitSeconds, a device that has not registered fails at once and says what to run; two of one hardware id are both named, and neither is taken", async () => {
  const ids = [await account.owned({ hardwareId: "hw-twin" }), await account.owned({ hardwareId: "hw-twin" })];
  const stack = await account.stack(({ remoteit }) => {
    new remoteit.Device("none", { hardwareId: "hw-none" });
    new remoteit.Device("twin", { hardwareId: "hw-twin" });
  });
  await account.slow(2);
  const up = await stack.up();
  expect(up.code).not.toBe(0);
  expect(up.errors.join()).toContain(
    "No device with hardware id hw-none has registered. Run a registration command of the account",
  );
  for (const id of ids) expect(up.errors.join()).toContain(id);
  expect(up.errors.join()).toContain("Write the one that is meant as deviceId");
  expect((await stack.state()).resources).toEqual({});
});
