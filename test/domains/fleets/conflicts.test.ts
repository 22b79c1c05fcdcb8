import type { Declaration } from "../../adapters";
import { adapterNames, expectClean, useAdapterAccount } from "../../adapters/account";
import { writes } from "../../kinds/support";
import { device, heldDevices } from "./support";

const account = useAdapterAccount();

const fleet = (template: object, more: object = {}) => ({
  type: "Fleet",
  properties: { selector: { tags: { any: ["pump"] } }, template, ...more },
});

const pump = () =>
  device(account.control, { name: "pump-0", tags: ["pump"], services: [{ name: "ssh", application: 28, port: 22 }] });

describe.each(adapterNames)("through the adapter %s", (adapter) => {
  /** A preview and an up without one: what the first finds, the second refuses, and nothing is written twice. */
  const expectRefused = async (program: Declaration, ...parts: string[]) => {
    const stack = account.stack(adapter);
    const preview = await stack.preview(program);
    for (const part of parts) expect(preview.errors.join("\n")).toContain(part);
    expect(await writes(account.control)).toEqual({});
    const { created, errors } = await stack.up(program);
    for (const part of parts) expect(errors.join("\n")).toContain(part);
    expect(created).toEqual(Object.keys(program).slice(0, 1));
  };

  test.each<[string, object, object, string]>([
    ["an attribute", { attributes: { site: { code: 1 } } }, { attributes: { site: { code: 2 } } }, "attributes.site.code"],
    ["a map and a value in its place", { attributes: { site: { code: 1 } } }, { attributes: { site: 2 } }, "attributes.site"],
    [
      "a notification",
      { notificationSettings: { emailNotifications: true } },
      { notificationSettings: { emailNotifications: null } },
      "notificationSettings.emailNotifications",
    ],
    ["a tag", { tags: ["a"] }, { removeTags: ["A"] }, "tags.A"],
    [
      "a service",
      { services: [{ name: "ssh", application: "SSH", port: 22 }] },
      { services: [{ name: "ssh", application: 28, port: 23 }] },
      "services.ssh",
    ],
    [
      "a service that the other removes",
      { services: [{ name: "ssh", application: "SSH" }] },
      { removeServices: [{ application: "SSH" }] },
      "services.ssh",
    ],
  ])("two fleets that want different things of one device are named both: %s", async (_what, one, other, place) => {
    await pump();
    const program = { one: fleet(one), other: fleet(other, { rollout: { maxRemovals: 9 } }) };
    await expectRefused(program, 'Fleet "other" and Fleet "one" want different things of a device', place);
  });

  test("fleets agree that want the same, different things, or share no device", async () => {
    await pump();
    await device(account.control, { name: "valve-0", tags: ["valve"] });
    const program = {
      one: fleet({ attributes: { site: 1 }, tags: ["a"], services: [{ name: "ssh", application: "SSH" }] }),
      same: fleet({ attributes: { site: 1 }, tags: ["A"], services: [{ name: "ssh", application: 28, port: 22 }] }),
      more: fleet({ attributes: { zone: 2 }, tags: ["b"] }),
      apart: fleet({ attributes: { site: 2 } }, { selector: { tags: { any: ["valve"] } } }),
    };
    const stack = account.stack(adapter);
    expect(await stack.up(program)).toMatchObject({ errors: [] });
    await expectClean(stack, program);
  });

  test("precedence decides: the fleet of the lower one leaves what the other wants, and both are clean", async () => {
    await pump();
    const program = {
      high: fleet({ attributes: { site: 1 } }, { precedence: 10 }),
      low: fleet({ attributes: { site: 2, zone: 2 } }, { precedence: 1 }),
    };
    const stack = account.stack(adapter);
    const { errors, said } = await stack.up(program);
    expect({ errors, said: said.filter((line) => line.startsWith("warning")) }).toEqual({ errors: [], said: [] });
    expect((await heldDevices(account.control))[0]?.attributes).toMatchObject({ site: 1, zone: 2 });
    await expectClean(stack, program);
    await account.control.change("mutation($id: String!) { setAttributes(serviceId: $id, attributes: { site: 2 }) }", {
      id: (await heldDevices(account.control))[0]?.id ?? "",
    });
    await stack.up(program);
    expect((await heldDevices(account.control))[0]?.attributes).toMatchObject({ site: 1, zone: 2 });
    await expectClean(stack, program);
  });

  test("also where the one that decides comes second: it ends as that one wants, and a warning says what to do", async () => {
    await pump();
    const program = { low: fleet({ attributes: { site: 2 } }), high: fleet({ attributes: { site: 1 } }, { precedence: 10 }) };
    const stack = account.stack(adapter);
    for (let run = 0; run < 3; run += 1) {
      const { errors, said } = await stack.up(program);
      expect(errors).toEqual([]);
      expect(said.join("\n")).toContain("let it depend on this one (dependsOn)");
      expect((await heldDevices(account.control))[0]?.attributes).toMatchObject({ site: 1 });
    }
  });

  describe.each(["the fleet", "the other"])("where %s comes first", (first) => {
    const both = (one: Declaration[string], other: Declaration[string]): Declaration =>
      first === "the fleet" ? { fleet: one, other } : { other, fleet: one };

    test("a device that is declared otherwise is found, and both are named", async () => {
      const deviceId = await pump();
      const other = { type: "Device", properties: { deviceId, attributes: { site: 2 } } };
      await expectRefused(
        both(fleet({ attributes: { site: 1 } }), other),
        `Fleet "fleet" and Device ${deviceId} want different things of device ${deviceId}: attributes.site`,
      );
    });

    test("a service that is declared otherwise is found, and both are named", async () => {
      const deviceId = await pump();
      const other = { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", port: 2222 } };
      const wanting = fleet({ services: [{ name: "ssh", application: "SSH", port: 22 }] });
      await expectRefused(
        both(wanting, other),
        `Fleet "fleet" and Service "ssh" (on device ${deviceId}) want different things of device ${deviceId}: services.ssh`,
      );
    });

    test("a service that both want alike is made once, and belongs to its own resource", async () => {
      const deviceId = await device(account.control, { name: "pump-0", tags: ["pump"] });
      const other = { type: "Service", properties: { deviceId, name: "ssh", application: "SSH", port: 22 } };
      const program = both(fleet({ services: [{ name: "ssh", application: "SSH", port: 22 }] }), other);
      const stack = account.stack(adapter);
      expect(await stack.up(program)).toMatchObject({ errors: [] });
      expect((await heldDevices(account.control))[0]?.services).toHaveLength(1);
      await expectClean(stack, program);
    });
  });

  test("a device whose tags are managed keeps those that a fleet of the run puts on it", async () => {
    const deviceId = await pump();
    const stack = account.stack(adapter);
    const own = (tags: string[]) => ({
      fleet: fleet({ tags: ["managed"] }),
      own: { type: "Device", properties: { deviceId, tags } },
    });
    expect(await stack.up(own(["pump", "a"]))).toMatchObject({ errors: [] });
    expect((await heldDevices(account.control))[0]?.tags).toEqual(["a", "managed", "pump"]);
    await stack.refresh();
    await stack.up(own(["pump", "b"]));
    expect((await heldDevices(account.control))[0]?.tags).toEqual(["b", "managed", "pump"]);
  });

  test.each(["fleet", "own"])(
    "a conflict of resources that are there already is found by their diffs, where %s comes first",
    async (first) => {
      const deviceId = await pump();
      const stack = account.stack(adapter);
      const program = (site: number, own: number): Declaration => {
        const many = fleet({ attributes: { site } });
        const one = { type: "Device", properties: { deviceId, attributes: { site: own } } };
        return first === "fleet" ? { fleet: many, own: one } : { own: one, fleet: many };
      };
      expect(await stack.up(program(1, 1))).toMatchObject({ errors: [] });
      await expectClean(stack, program(1, 1));
      for (const [site, own] of [
        [1, 2],
        [2, 1],
      ] as const) {
        const { errors } = await stack.preview(program(site, own));
        expect(errors.join("\n")).toContain(`Fleet "fleet" and Device`);
      }
      expect(await stack.preview(program(1, 1))).toMatchObject({ errors: [] });
    },
  );
});
