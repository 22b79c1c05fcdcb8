import fc from "fast-check";
import { check } from "../../../provider/core/check";
import { UNKNOWN } from "../../../provider/core/unknown";
import { resources } from "../../../provider/domains";
import { summary } from "../../faults/summary";
import { useGround } from "../../faults/support";

const { device } = resources;
const problemsOf = (claimCode: unknown) => check(device, { claimCode }, false).problems;

describe("a claim code in a program", () => {
  test.each(["", " ", "\t\n", "AB CD1234", "ABCD\n1234", "ABCD 1234"])(
    "%j cannot be one, and is told without being shown",
    (code) => {
      const [problem, ...more] = problemsOf(code);
      expect(problem?.property).toBe("claimCode");
      expect(more).toEqual([]);
      if (code.trim() !== "") expect(problem?.reason).not.toContain(code);
    },
  );

  test.each(["ABCD1234", "abcd1234", " ABCD1234\n", "ABC", "ABCD-1234", "ABCD12345", UNKNOWN])("%j may be one", (code) => {
    expect(problemsOf(code)).toEqual([]);
  });

  test("passes as it is written: what state holds is what the program says", () => {
    expect(check(device, { claimCode: " abcd1234 " }, false).inputs).toMatchObject({ claimCode: " abcd1234 " });
  });
});

describe("claiming", () => {
  const ground = useGround();
  const shown = async () => {
    const { deviceId, claimCode = "" } = await ground.control.agent({ hardwareId: "hw-1", name: "fresh", online: false });
    return { deviceId, claimCode };
  };

  test("takes a code in any case, with white space around it", async () => {
    const space = fc.constantFrom("", " ", "\n", "\t ");
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), space, space, async (lower, before, after) => {
        await ground.control.reset();
        const { deviceId, claimCode } = await shown();
        const written = claimCode.replace(/./g, (one, index: number) => (lower[index] ? one.toLowerCase() : one));
        const { id } = await device.create(ground.run(), { claimCode: before + written + after });
        expect(id).toBe(deviceId);
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ["NOTHING1", "Claim codes work once and expire"],
    ["NOTHING", "A claim code has 8 characters, and this one has 7. Claim codes work once and expire"],
  ])("a code that nobody knows (%s) is refused, and the code is in no message", async (claimCode, remedy) => {
    const said: string[] = [];
    const error = await device
      .create(ground.run(said), { claimCode: claimCode.toLowerCase() })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "RefusedError", remedy: expect.stringContaining(remedy) as string });
    for (const one of [claimCode, claimCode.toLowerCase()]) expect([String(error), ...said].join("\n")).not.toContain(one);
  });

  test("a used code is refused, and its device can be adopted by its id", async () => {
    const { deviceId, claimCode } = await shown();
    await device.create(ground.run(), { claimCode });
    await expect(device.create(ground.run(), { claimCode })).rejects.toMatchObject({
      name: "RefusedError",
      remedy: expect.stringContaining("adopt the device by its deviceId") as string,
    });
    expect((await device.create(ground.run(), { deviceId })).outputs.origin).toBe("adopted");
  });
});

describe("where unknown codes are an error and the account's own used ones answer their device", () => {
  const ground = useGround({ world: { "claim-unknown": "error", "claim-again": "device" } });

  test("a code that nobody knows is refused in the same words", async () => {
    await expect(device.create(ground.run(), { claimCode: "NOTHING1" })).rejects.toMatchObject({
      name: "RefusedError",
      why: expect.stringContaining("remote.it did not accept the claim code.") as string,
      remedy: expect.stringContaining("Claim codes work once and expire") as string,
    });
  });

  test("a run that was killed after its claim is gone on with by the next", async () => {
    const { deviceId, claimCode } = await ground.control.agent({ hardwareId: "hw-1", name: "fresh", online: false });
    await ground.control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
    const { id } = await device.create(ground.run(), { claimCode, name: "pump" });
    expect(id).toBe(deviceId);
    expect((await summary(ground.control)).lines).toEqual(["pump []"]);
  });
});
