import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { did, writes } from "../../kinds/support";
import { device, heldDevices } from "./support";

const account = useAdapterAccount();

const program = (properties: object) => ({ it: { type: "Fleet", properties: { ...properties } } });

const pumps = {
  selector: { tags: { any: ["pump"] }, nameContains: "plant-7", exclude: { tags: { any: ["lab"] } } },
  template: {
    tags: ["managed"],
    removeTags: ["new"],
    attributes: { site: { code: "plant-7" } },
    notificationSettings: { emailNotifications: false },
    services: [
      { name: "ssh", application: "SSH", port: 22 },
      { name: "panel", application: "HTTP", port: 8080, enabled: false },
    ],
    removeServices: [{ application: "VNC" }],
  },
  rollout: { maxRemovals: 5 },
};

const fill = async () => {
  const { control } = account;
  const attributes = { site: { code: "old", zone: 3 }, other: 1 };
  const vnc = { name: "vnc", application: 4, port: 5900 };
  await device(control, { name: "plant-7-a", tags: ["pump", "new"], attributes, services: [vnc] });
  await device(control, { name: "plant-7-b", tags: ["pump"], services: [{ name: "ssh", application: 28, port: 2222 }] });
  await device(control, { name: "plant-7-lab", tags: ["pump", "lab"] });
  await device(control, { name: "plant-8-a", tags: ["pump"] });
  await device(control, { name: "plant-7-valve", tags: ["valve"] });
};

describe.each(adapterNames)("a fleet, through the adapter %s,", (adapter) => {
  test("brings the devices that match to its template, leaves all else, and is clean after it", async () => {
    await fill();
    const before = await heldDevices(account.control);
    const stack = account.stack(adapter);
    expect(await stack.up(program(pumps))).toMatchObject(did("created"));
    expect(stack.state.get("it")?.outputs).toMatchObject({
      matched: 2,
      changed: 2,
      failed: 0,
      unsupported: 0,
      conformity: "conforms",
    });
    const after = await heldDevices(account.control);
    const [a, b] = after;
    const panel = { name: "panel", application: 7, port: 8080, enabled: false };
    const ssh = { name: "ssh", application: 28, port: 22, enabled: true };
    expect(a).toMatchObject({
      tags: ["managed", "pump"],
      attributes: { site: { code: "plant-7", zone: 3 }, other: 1 },
      notificationSettings: {
        emailNotifications: false,
        desktopNotifications: before[0]?.notificationSettings.desktopNotifications,
      },
      services: [panel, ssh],
    });
    expect(b).toMatchObject({ tags: ["managed", "pump"], attributes: { site: { code: "plant-7" } }, services: [panel, ssh] });
    expect(after.slice(2)).toEqual(before.slice(2));
    const sent = await writes(account.control);
    expect(await stack.up(program(pumps))).toMatchObject(did());
    expect(await writes(account.control)).toEqual(sent);
    await expectClean(stack, program(pumps));
  });

  test("finds newcomers and what another hand has changed at the next preview, without a refresh, and says which", async () => {
    await fill();
    const stack = account.stack(adapter);
    await stack.up(program(pumps));
    await device(account.control, { name: "plant-7-c", tags: ["pump"] });
    const preview = await stack.preview(program(pumps));
    expect(preview).toMatchObject(did("updated"));
    expect(preview.said.join("\n")).toContain('Fleet "it": 1 of 3 devices that match would change:\n  "plant-7-c" (');
    expect(preview.said.join("\n")).toContain("+ tags.managed");
    expect(await stack.up(program(pumps))).toMatchObject(did("updated"));
    expect(stack.state.get("it")?.outputs).toMatchObject({ matched: 3, changed: 1, conformity: "conforms" });
    await expectClean(stack, program(pumps));
  });

  test("a refresh changes the digest alone, and keeps it where nothing has changed", async () => {
    await fill();
    const stack = account.stack(adapter);
    await stack.up(program(pumps));
    const { outputs } = stack.state.get("it") ?? { outputs: {} };
    await stack.refresh();
    expect(stack.state.get("it")?.outputs).toEqual(outputs);
    await device(account.control, { name: "plant-7-c", tags: ["pump"] });
    await stack.refresh();
    expect(stack.state.get("it")?.outputs).toEqual({
      ...outputs,
      conformity: expect.stringMatching(/^conforms\/[\w-]{16}$/) as string,
    });
    expect(await stack.up(program(pumps))).toMatchObject(did("updated"));
    expect(stack.state.get("it")?.outputs).toMatchObject({ conformity: "conforms" });
  });
});
