import type { Resource } from "../../provider/core/resource";
import { resources, type Context } from "../../provider/domains";
import type { Control, Sandbox, SandboxOptions } from "../../sandbox";
import type { Thing } from "./table";

type Properties = Record<string, unknown>;

/** One thing of the table, as a program declares it and as the account then holds it. */
interface Case {
  resource: Resource<Context>;
  /** Of the sandbox: what GraphQL does not offer is done through REST. */
  sandbox: SandboxOptions;
  /** Whether the provider is given a developer key. */
  rest: boolean;
  /** Makes the account ready for the thing's creation, and resolves with how the program declares it. */
  prepare: (control: Control, sandbox: Sandbox) => Promise<Properties>;
  /** Makes the account ready for a second resource beside the first, and resolves with what that one declares otherwise. */
  twin?: (control: Control) => Promise<Properties>;
  /** What the program then changes. */
  changes: Properties;
  /** What `summary` tells of the account before the creation, after it, after the change and after the deletion. */
  before: string[];
  made: string[];
  changed: string[];
  gone: string[];
}

/** What every account holds beside the thing, and must hold ever after. */
const BYSTANDER = "bystander [http 7 80]";

const settings = {
  name: "pump",
  tags: ["a"],
  attributes: { site: "north" },
  notificationSettings: { emailNotifications: false },
  deleteOnDestroy: true,
};
const otherSettings = {
  name: "gate",
  tags: ["b"],
  attributes: { site: "south" },
  notificationSettings: { emailNotifications: true },
};

const PUMP = 'pump #a {"site":"north"} no mail []';
const GATE = 'gate #b {"site":"south"} []';

const aDevice = {
  resource: resources.device as unknown as Resource<Context>,
  sandbox: {},
  rest: false,
  changes: otherSettings,
  before: [BYSTANDER],
  made: [BYSTANDER, PUMP],
  changed: [BYSTANDER, GATE],
  gone: [BYSTANDER],
};
const aService = {
  resource: resources.service as unknown as Resource<Context>,
  sandbox: {},
  rest: false,
  before: [BYSTANDER, "pump [vnc 4 5900]"],
  gone: [BYSTANDER, "pump [vnc 4 5900]"],
};

const agent = { hardwareId: "hw-pump", name: "fresh", online: false };

export const cases: Record<Thing, Case> = {
  "Device, adopted": {
    ...aDevice,
    before: [BYSTANDER, "fresh []"],
    prepare: async (control) => ({ ...settings, deviceId: await owned(control, agent) }),
  },
  "Two devices, at one moment": {
    ...aDevice,
    before: [BYSTANDER, "fresh []", "fresh []"],
    prepare: async (control) => ({ ...settings, deviceId: await owned(control, agent) }),
    twin: async (control) => ({ deviceId: await owned(control, { ...agent, hardwareId: "hw-twin" }) }),
    made: [BYSTANDER, PUMP, PUMP],
    changed: [BYSTANDER, GATE, GATE],
  },
  "Device, claimed": {
    ...aDevice,
    prepare: async (control) => ({ ...settings, claimCode: (await control.agent(agent)).claimCode }),
  },
  "Device, claimed with hardwareId": {
    ...aDevice,
    prepare: async (control) => ({
      ...settings,
      claimCode: (await control.agent(agent)).claimCode,
      hardwareId: agent.hardwareId,
    }),
  },
  "Device, awaited": {
    ...aDevice,
    before: [BYSTANDER, "fresh []"],
    prepare: async (control) => {
      await owned(control, agent);
      return { ...settings, hardwareId: agent.hardwareId };
    },
  },
  "Device, provisioned": {
    ...aDevice,
    sandbox: { without: ["renameService", "deleteDevice"] },
    rest: true,
    prepare: (_control, sandbox) => Promise.resolve({ ...settings, hardwareId: agent.hardwareId, provision: projectOf(sandbox) }),
  },
  "Device, provisioned through GraphQL": {
    ...aDevice,
    sandbox: { world: { "register-device": "offered" } },
    prepare: (_control, sandbox) => Promise.resolve({ ...settings, hardwareId: agent.hardwareId, provision: projectOf(sandbox) }),
  },
  "Service through GraphQL": {
    ...aService,
    prepare: async (control) => ({ deviceId: await withVnc(control, {}), name: "ssh", application: "SSH", port: 2222 }),
    changes: { name: "shell", port: 2223 },
    made: [BYSTANDER, "pump [ssh 28 2222, vnc 4 5900]"],
    changed: [BYSTANDER, "pump [shell 28 2223, vnc 4 5900]"],
  },
  "Service through REST": {
    ...aService,
    sandbox: { without: ["addService", "updateService", "renameService", "removeService"] },
    rest: true,
    prepare: async (control, sandbox) => ({
      deviceId: await withVnc(control, { configurable: false }),
      name: "ssh",
      application: "SSH",
      provision: projectOf(sandbox),
    }),
    changes: { name: "shell" },
    made: [BYSTANDER, "pump [ssh 28 22, vnc 4 5900]"],
    changed: [BYSTANDER, "pump [shell 28 22, vnc 4 5900]"],
  },
  Webhook: {
    resource: resources.webhook as unknown as Resource<Context>,
    sandbox: {},
    rest: false,
    prepare: () => Promise.resolve({ url: "https://example.com/one" }),
    changes: { url: "https://example.com/two" },
    before: [BYSTANDER],
    made: [BYSTANDER, "webhook https://example.com/one"],
    changed: [BYSTANDER, "webhook https://example.com/two"],
    gone: [BYSTANDER],
  },
};

/** A device that nobody declares, with a service of its own. */
export const addBystander = (control: Control): Promise<string> =>
  owned(control, { hardwareId: "hw-bystander", name: "bystander", services: [{ name: "http", application: 7 }] });

const withVnc = (control: Control, more: Partial<Agent>) =>
  owned(control, { ...agent, name: "pump", services: [{ name: "vnc", application: 4 }], ...more });

type Agent = Parameters<Control["agent"]>[0];

/** A device that is in the account already. */
export async function owned(control: Control, started: Agent): Promise<string> {
  const { deviceId, claimCode } = await control.agent(started);
  await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  return deviceId;
}

const projectOf = ({ projectKey, projectSecret }: Sandbox) => ({ projectKey, projectSecret });
