import { summary } from "../faults/summary";
import type { Declaration } from ".";
import { adapterNames, useAdapterAccount } from "./account";

const account = useAdapterAccount();

describe.each(adapterNames)("through the %s adapter, of a device that is there under a hardware id and a name,", (adapter) => {
  const device = (): Declaration[string] => {
    const { projectKey, projectSecret } = account.sandbox;
    return { type: "Device", properties: { provision: { projectKey, projectSecret }, hardwareId: "hw-kiosk", name: "kiosk" } };
  };

  test("a second resource makes none and takes none: it names the one that is there", async () => {
    const stack = account.stack(adapter);
    expect((await stack.up({ one: device() })).errors).toEqual([]);
    const { created, errors } = await stack.up({ one: device(), other: device() });
    expect({ created, errors }).toEqual({
      created: [],
      errors: [expect.stringContaining(`There is a device with hardware id hw-kiosk already: "kiosk"`) as string],
    });
    expect((await summary(account.control)).lines).toEqual(["kiosk []"]);
  });

  test("another name means another device: it names the one that is there", async () => {
    const stack = account.stack(adapter);
    await stack.up({ one: device() });
    const { errors } = await account.stack(adapter).up({
      one: { type: "Device", properties: { ...device().properties, name: "other" } },
    });
    expect(errors).toEqual([expect.stringContaining("There is a device with hardware id hw-kiosk already")]);
  });

  test("the run after one that was killed takes it", async () => {
    await account.stack(adapter).up({ one: device() });
    const { created, errors, said } = await account.stack(adapter).up({ one: device() });
    expect({ created, errors }).toEqual({ created: ["one"], errors: [] });
    expect(said.join("\n")).toContain("its secret is not known");
    expect((await summary(account.control)).lines).toHaveLength(1);
  });
});
