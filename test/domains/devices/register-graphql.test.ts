import { type Context, resources } from "../../../provider/domains";
import type { World } from "../../../sandbox";
import { asked, useGround, type Ground } from "../../faults/support";
import { summary } from "../../faults/summary";
import { owned } from "../../faults/things";

const kiosk = ({ sandbox: { projectKey, projectSecret } }: Ground) => ({
  provision: { projectKey, projectSecret, platform: 65 },
  hardwareId: "hw-kiosk",
  name: "kiosk",
});
const create = (ground: Ground, context: Context, more: object = {}) =>
  resources.device.create(context, { ...kiosk(ground), ...more });
const lines = async ({ control }: Ground) => (await summary(control)).lines;
const operations = async ({ control }: Ground) => Object.keys((await control.requests()).byOperation);
const throughRest = async (ground: Ground) => (await operations(ground)).filter((name) => name.startsWith("rest:"));

const groundIn = (answer: World["register-device"]) => useGround({ world: { "register-device": answer } });

describe("where the schema has no registerDevice", () => {
  const ground = groundIn("missing");

  test("a device is made through REST, after one question for all that are made", async () => {
    const context = ground.run();
    await create(ground, context);
    await create(ground, context, { hardwareId: "hw-2", name: "two" });
    expect(await throughRest(ground)).toEqual(["rest:device/address", "rest:device/create", "rest:device/register"]);
    expect((await ground.control.requests()).byOperation).toMatchObject({ "graphql:offeredMutations": 1 });
    expect(await operations(ground)).not.toContain("graphql:registerDevice");
  });

  test("who provisions nothing asks nothing about the schema", async () => {
    const deviceId = await owned(ground.control, { hardwareId: "hw-1", online: false });
    await resources.device.create(ground.run(), { deviceId });
    expect(await operations(ground)).not.toContain("graphql:offeredMutations");
  });
});

describe("where the schema offers registerDevice", () => {
  const ground = groundIn("offered");
  const registerDevice = { operation: "registerDevice" };

  test("a device is made through it alone, without a developer key, and that its secret is not told is said", async () => {
    const said: string[] = [];
    const { id, outputs } = await create(ground, ground.run(said, { developerKey: undefined }), { tags: ["shop"] });
    expect(outputs).toMatchObject({ origin: "provisioned", hardwareId: "hw-kiosk", deviceSecret: undefined });
    expect(await lines(ground)).toEqual(["kiosk #shop []"]);
    expect((await summary(ground.control)).ids.Device).toEqual([id]);
    expect(await throughRest(ground)).toEqual([]);
    expect(said).toEqual([expect.stringContaining(`it was made as ${id} through GraphQL, which tells no secret`)]);
    const ask = "{ login { devices { items { platform } } } }";
    expect(await ground.control.change(ask)).toEqual({ login: { devices: { items: [{ platform: 65 }] } } });
  });

  test.each(["lost-answer", "truncated", "done-but-false"] as const)(
    "what was made although the answer was %s is found by its hardware id and managed",
    async (kind) => {
      await ground.control.faults([{ kind, match: registerDevice, times: 1 }]);
      const said: string[] = [];
      const { id } = await create(ground, ground.run(said));
      expect(await lines(ground)).toEqual(["kiosk []"]);
      expect((await summary(ground.control)).ids.Device).toEqual([id]);
      expect(said.join("\n")).toMatch(/it was carried out/i);
      expect((await ground.control.requests()).byOperation).toMatchObject({ "graphql:registerDevice": 1 });
      expect(await throughRest(ground)).toEqual([]);
    },
  );

  test.each(["false", "graphql-error", "html"] as const)(
    "after any refusal (%s) the hardware id is looked for, and then it is an error: REST is no second way",
    async (kind) => {
      await ground.control.faults([{ kind, match: registerDevice, times: 1 }]);
      await expect(create(ground, ground.run())).rejects.toThrow(
        "It was refused: the account has no device with hardware id hw-kiosk, so nothing was made.",
      );
      expect((await ground.control.requests()).byOperation).toMatchObject({
        "graphql:registerDevice": 1,
        "graphql:listDevices": 2,
      });
      expect(await throughRest(ground)).toEqual([]);
      await create(ground, ground.run());
      expect(await lines(ground)).toEqual(["kiosk []"]);
    },
  );

  test.each(["reset", "timeout"] as const)(
    "an answer that never comes (%s) is looked for as long as a request may take; nothing is sent again, one way or another",
    async (kind) => {
      await ground.control.faults([{ kind, match: registerDevice, times: 1 }]);
      const failing = create(ground, ground.run([], { timeoutSeconds: 2 }));
      await expect(failing).rejects.toMatchObject({ name: "TransientError" });
      await expect(failing).rejects.toThrow("Run `pulumi up` again: it first looks for what this request may have made");
      expect((await ground.control.requests()).byOperation).toMatchObject({ "graphql:registerDevice": 1 });
      expect(await throughRest(ground)).toEqual([]);
      await create(ground, ground.run());
      expect(await lines(ground)).toEqual(["kiosk []"]);
    },
  );

  test("a device that comes late is found by the run that waits for it", async () => {
    await ground.control.faults([{ kind: "slow", ms: 1500, match: registerDevice, times: 1 }]);
    const { id } = await create(ground, ground.run([], { timeoutSeconds: 1 }));
    expect((await summary(ground.control)).ids.Device).toEqual([id]);
  });

  test("a schema that lacks it after all is the one refusal that REST follows", async () => {
    const message = 'Cannot query field "registerDevice" on type "Mutation".';
    await ground.control.faults([{ kind: "graphql-error", message, match: registerDevice, times: 1 }]);
    const { outputs } = await create(ground, ground.run());
    expect(outputs.deviceSecret).toMatch(/^[0-9A-F]{40}$/);
    expect(await throughRest(ground)).toEqual(["rest:device/address", "rest:device/create", "rest:device/register"]);
    expect(await lines(ground)).toEqual(["kiosk []"]);
  });

  test("another device of that hardware, which registers itself meanwhile, is named and left alone", async () => {
    await ground.control.faults([{ kind: "timeout", match: registerDevice, times: 1 }]);
    const creating = create(ground, ground.run([], { timeoutSeconds: 1 }));
    creating.catch(() => undefined);
    await asked(ground.control, "graphql:registerDevice");
    const theirs = await owned(ground.control, { hardwareId: "hw-kiosk", name: "theirs" });
    await expect(creating).rejects.toMatchObject({ name: "ConflictError" });
    await expect(creating).rejects.toThrow(`"theirs" (${theirs})`);
    expect(await lines(ground)).toEqual(["theirs []"]);
  });

  test("for another account than the key's own nothing is made in the key's own", async () => {
    const { accountId } = await ground.control.account("plant@example.com");
    await ground.control.member({ accountId, of: ground.sandbox.accountId });
    await expect(create(ground, ground.run([], { accountId }))).rejects.toMatchObject({ name: "UnsupportedOperation" });
    expect(await operations(ground)).not.toContain("graphql:registerDevice");
    expect(await lines(ground)).toEqual([]);
  });

  test("a claim that looks for its newcomer at the same time does not take the device", async () => {
    await ground.control.faults([
      { kind: "lost-answer", match: { operation: "claimDevice" }, times: 1 },
      { kind: "slow-answer", ms: 2500, match: registerDevice, times: 1 },
    ]);
    const context = ground.run();
    const claiming = resources.device.create(context, { claimCode: "NOTHING1", name: "pump" });
    claiming.catch(() => undefined);
    await asked(ground.control, "graphql:claimDevice");
    const made = create(ground, context);
    await expect(claiming).rejects.toMatchObject({ name: "UnprovenClaimError" });
    await made;
    expect(await lines(ground)).toEqual(["kiosk []"]);
  });
});

describe("where registerDevice is refused", () => {
  const ground = groundIn("refused");

  test("the refusal is the error, whatever REST could do", async () => {
    const failing = create(ground, ground.run());
    await expect(failing).rejects.toThrow(/GraphQL registerDevice was answered: Not authorized\..*so nothing was made/);
    expect(await throughRest(ground)).toEqual([]);
  });
});

describe("a service of a device that takes none through the API", () => {
  const wish = ({ sandbox: { projectKey, projectSecret } }: Ground) => ({
    provision: { projectKey, projectSecret },
    name: "ssh",
    application: "SSH",
  });
  const fixed = ({ control }: Ground) => owned(control, { hardwareId: "hw-1", name: "pump", configurable: false });
  const addService = { operation: "addServiceByHardwareId" };

  describe("where the schema offers addServiceByHardwareId", () => {
    const ground = groundIn("offered");

    test("is made through it, with what REST could not give it", async () => {
      const deviceId = await fixed(ground);
      const { id } = await resources.service.create(ground.run(), { ...wish(ground), deviceId, port: 2222 });
      expect(await lines(ground)).toEqual(["pump [ssh 28 2222]"]);
      expect((await summary(ground.control)).ids.Service).toEqual([id]);
      expect(await throughRest(ground)).toEqual([]);
    });

    test("without a bulk project nothing is registered", async () => {
      const deviceId = await fixed(ground);
      const { provision: _none, ...declared } = wish(ground);
      await expect(resources.service.create(ground.run(), { ...declared, deviceId })).rejects.toThrow("needs a bulk project");
      expect(await lines(ground)).toEqual(["pump []"]);
    });

    test.each(["lost-answer", "done-but-false"] as const)("is found and managed after %s", async (kind) => {
      await ground.control.faults([{ kind, match: addService, times: 1 }]);
      const deviceId = await fixed(ground);
      const { id } = await resources.service.create(ground.run(), { ...wish(ground), deviceId });
      expect((await summary(ground.control)).ids.Service).toEqual([id]);
      expect(await throughRest(ground)).toEqual([]);
    });

    test("is looked for after a refusal, which is then the error", async () => {
      await ground.control.faults([{ kind: "graphql-error", match: addService, times: 1 }]);
      const deviceId = await fixed(ground);
      await expect(resources.service.create(ground.run(), { ...wish(ground), deviceId })).rejects.toThrow(
        /It was refused: the account has no service "ssh" of the device with hardware id hw-1, so nothing was made\..*Or add the service on the device itself\./,
      );
      expect(await throughRest(ground)).toEqual([]);
    });

    test("is made through REST where the schema lacks it after all", async () => {
      const message = 'Cannot query field "addServiceByHardwareId" on type "Mutation".';
      await ground.control.faults([{ kind: "graphql-error", message, match: addService, times: 1 }]);
      const deviceId = await fixed(ground);
      await resources.service.create(ground.run(), { ...wish(ground), deviceId });
      expect(await lines(ground)).toEqual(["pump [ssh 28 22]"]);
      expect(await throughRest(ground)).toContain("rest:device/register");
    });
  });

  describe("where it is refused", () => {
    const ground = groundIn("refused");

    test("is not made through REST", async () => {
      const deviceId = await fixed(ground);
      await expect(resources.service.create(ground.run(), { ...wish(ground), deviceId })).rejects.toThrow("Not authorized.");
      expect(await throughRest(ground)).toEqual([]);
      expect(await lines(ground)).toEqual(["pump []"]);
    });
  });
});
