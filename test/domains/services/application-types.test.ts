import { compare } from "../../../drift/compare";
import { check, checkInContext } from "../../../provider/core/check";
import { diff } from "../../../provider/core/diff";
import { call, functions } from "../../../provider/domains/functions";
import type { ServiceArgs } from "../../../sdk";
import { stateRead } from "../../../provider/core/state";
import { createContext, type Context } from "../../../provider/domains";
import {
  applicationName,
  applicationNames,
  applicationNumber,
  sameApplication,
} from "../../../provider/domains/services/applications";
import { service } from "../../../provider/domains/services/service";

import { json, settingsFor, startServer } from "../../client/server";
import { useServices } from "../support";

const NEW = { before: undefined, isPreview: false };

test("every name has a number of its own, and is found in any case", () => {
  for (const name of applicationNames) {
    const number = applicationNumber(name) ?? 0;
    expect(applicationNumber(name.toUpperCase())).toBe(number);
    expect(applicationName(number)).toBe(name);
  }
  expect([44, 45, 46, 47, 48, 49, 32_772].map(applicationName)).toEqual([
    "Redis",
    "MySQL",
    "PostgreSQL",
    "Docker",
    "ScreenView",
    "SOCKS",
    "OpenVPN over UDP",
  ]);
  expect([10, 30, 33, 66].map(applicationName)).toEqual([10, 30, 33, 66]);
});

test("names and numbers mean the same where they name one type", () => {
  const same = (one: unknown, other: unknown, title?: string) => sameApplication(one, other, { title });
  expect(same("ssh", 28)).toBe(true);
  expect(same("SSH", "HTTP", "SSH")).toBe(false);
  expect(same("Modbus", "modbus")).toBe(true);
  expect(same("Modbus", "Profinet")).toBe(false);
  expect(same("Modbus", 502)).toBe(false);
  expect(same("Modbus", 502, "MODBUS")).toBe(true);
  expect(same("Modbus", 503, "Profinet")).toBe(false);
  expect(same("OpenVPN (TCP)", "OpenVPN", "OpenVPN (TCP)")).toBe(true);
});

describe("a name that only the account knows", () => {
  const account = useServices({ world: { "application-types": "newer" } });
  const context = (endpoint = account.sandbox.endpoint) => {
    const { accessKeyId, secretAccessKey } = account.sandbox;
    return createContext(settingsFor(endpoint, { accessKeyId, secretAccessKey, requestsPerSecond: 1000 }), () => undefined);
  };
  const declared = (application: unknown) => ({ deviceId: "80:00:00:00:01:00:00:01", name: "plc", application });
  const reasons = async (application: unknown, asked: Context = context()) =>
    (await checkInContext(service, () => asked, declared(application), NEW)).problems;

  test("works from its check to its drift, in any case", async () => {
    const deviceId = await account.pump();
    const stack = account.stack();
    const plc = { deviceId, name: "plc", application: "modbus" };
    await stack.up(plc);
    expect(await account.services(deviceId)).toMatchObject([{ application: 502, port: 502 }]);
    await stack.refresh();
    await stack.up(plc);
    expect(stack.state?.properties).toMatchObject({ application: "modbus" });
    expect(await account.sent("updateService")).toBe(0);

    await stack.up({ ...plc, application: "SSH" });
    await stack.up(plc);
    expect(await account.services(deviceId)).toMatchObject([{ application: 502 }]);
    expect(await account.sent("updateService")).toBe(2);
  });

  test("shows a service that somebody turned into another type", async () => {
    const deviceId = await account.pump();
    const stack = account.stack();
    await stack.up({ deviceId, name: "plc", application: "Modbus" });
    const { id = "", properties = {} } = stack.state ?? {};
    await account.control.change("mutation($id: ID!) { updateService(id: $id, application: 7) { id } }", { id });
    const live = await service.read(context(), id, {});
    expect(stateRead(service, live ?? { id, inputs: {}, outputs: { accountId: "" } }, properties)).toMatchObject({
      application: "HTTP",
    });
    expect(compare({ type: "Service", inputs: properties }, live ?? { inputs: {} }).changes).toMatchObject([
      { path: "application", expected: "Modbus", actual: "HTTP" },
    ]);
  });

  test("adopts a service of its number", async () => {
    const deviceId = await account.pump({ services: [{ name: "plc", application: 502 }] });
    await account.stack().up({ deviceId, name: "plc", application: "Modbus" });
    expect(await account.services(deviceId)).toHaveLength(1);
  });

  test("is asked for once, however many declare it at the same time", async () => {
    const asked = context();
    expect(await Promise.all([reasons("Modbus", asked), reasons("modbus", asked)])).toEqual([[], []]);
    expect(await reasons("MODBUS", asked)).toEqual([]);
    expect(await account.sent("getApplicationTypes")).toBe(1);
  });

  test("is nothing that this version knows: of those nobody is asked", async () => {
    for (const application of [...applicationNames, 502, 1]) expect(await reasons(application)).toEqual([]);
    expect((await account.control.requests()).total).toBe(0);
  });

  test("is a problem with the nearest names of both where the account does not know it either", async () => {
    const asked = context();
    expect(await reasons("Modbis", asked)).toEqual([
      {
        property: "application",
        reason: expect.stringMatching(/^"Modbis" is no application type\. Did you mean "Modbus"/) as string,
      },
    ]);
    expect(await reasons("SHH", asked)).toMatchObject([
      {
        reason: '"SHH" is no application type. Did you mean "SSH", "TCP", or "VNC"? The number of a type works too',
      },
    ]);
  });

  test("is told beside everything else that is wrong", async () => {
    const inputs = { ...declared("SHH"), name: "", port: 0 };
    const { problems } = await checkInContext(service, () => context(), inputs, NEW);
    expect(problems.map(({ property }) => property)).toEqual(["name", "application", "port"]);
  });

  test("is a problem that says why where the account cannot be asked, and is asked for again", async () => {
    await account.control.faults([
      { kind: "status", status: 500, match: { operation: "getApplicationTypes" }, times: 1 },
    ] as never);
    const asked = context();
    expect(await reasons("Modbus", asked)).toEqual([
      { property: "", reason: expect.stringMatching(/^Checking service failed: /) as string },
    ]);
    await account.control.clearFaults();
    expect(await reasons("Modbus", asked)).toEqual([]);
  });

  test("changes nothing in a comparison of two declarations", () => {
    const state = declared("Modbus");
    expect(check(service, state, false).problems).toEqual([]);
    expect(diff(service, "id", state, declared("MODBUS")).changed).toEqual([]);
    expect(diff(service, "id", state, declared("Profinet")).changed).toEqual(["application"]);
  });

  test("filters the lists of devices and of services", async () => {
    await account.pump({ services: [{ name: "plc", application: 502 }] });
    await account.pump({ hardwareId: "hw-2", services: [{ name: "ssh", application: 28 }] });
    const names: unknown[] = [];
    for await (const { inputs } of service.list(context(), { application: ["modbus"] })) names.push(inputs.name);
    expect(names).toEqual(["plc"]);
    const unknown = service.list(context(), { application: ["Modbis"] })[Symbol.asyncIterator]();
    await expect(unknown.next()).rejects.toThrow('"Modbis" is no application type. Did you mean "Modbus"');
  });

  test("serves the functions that take application types", async () => {
    await account.pump({ services: [{ name: "plc", application: 502 }] });
    const asked = context();
    const { devices } = await call(functions.getDevices, asked, { application: ["Modbus"] });
    expect(devices).toMatchObject([{ services: [{ application: 502 }] }]);
    const { command } = await call(functions.getRegistrationCommand, asked, { services: [{ application: "modbus" }] });
    const [, code] = /R3_REGISTRATION_CODE="(\w+)"/.exec(command) ?? [];
    const { deviceId } = await account.control.agent({ hardwareId: "hw-9", ...(code !== undefined && { code }) });
    expect(await account.services(deviceId)).toMatchObject([{ application: 502 }]);
    expect(await account.sent("getApplicationTypes")).toBe(1);
    await expect(call(functions.getDevices, asked, { application: ["SSH", "Modbis"] })).rejects.toThrow(
      'Calling getDevices failed: application[1]: "Modbis" is no application type. Did you mean "Modbus"',
    );
  });

  test("is a type that a TypeScript program may write, beside the names that an editor supportsMutation", async () => {
    const written: ServiceArgs["application"][] = ["SSH", "Modbus", 502];
    for (const application of written) expect(await reasons(application)).toEqual([]);
  });

  test("an unknown value of a preview is asked of nobody", async () => {
    expect(await reasons("04da6b54-80e4-46f7-96ec-b56ff0331ba9")).toEqual([]);
    expect((await account.control.requests()).total).toBe(0);
  });
});

test("a known name needs no account", async () => {
  const inputs = { deviceId: "80:00:00:00:01:00:00:01", name: "ssh", application: "SSH" };
  expect((await checkInContext(service, () => ({}) as Context, inputs, NEW)).problems).toEqual([]);
});

test("what remote.it does not list by name is taken by its number", async () => {
  const server = await startServer();
  server.answer = json({ data: { applicationTypes: [] } });
  try {
    const context = createContext(settingsFor(server.url), () => undefined);
    const inputs = { deviceId: "80:00:00:00:01:00:00:01", name: "old", application: 66 };
    expect((await checkInContext(service, () => context, inputs, NEW)).problems).toEqual([]);
    expect(server.received).toEqual([]);
  } finally {
    await server.stop();
  }
});
