import { marksIn, withoutMarks } from "../../provider/inventory/marks";
import type { Control } from "../../sandbox";
import type { LiveService } from "../engine/support/contents";

export interface LiveDevice {
  id: string;
  name: string;
  hardwareId: string;
  isActive: boolean;
  isConfigurable: boolean;
  /** In order. */
  tags: string[];
  attributes: Record<string, unknown>;
  services: LiveService[];
  /** How many adopters have marked it, those that a killed run left behind among them. */
  marks: number;
  /** Whether what had made it has left it to one of them. */
  isLeft: boolean;
}

/** All that the soak compares of an account. */
export interface Live {
  devices: Map<string, LiveDevice>;
  webhook: { url: string | undefined; isOn: boolean };
}

interface Answer {
  login: {
    notificationSettings: { urlNotifications: boolean | null; notificationUrl: string | null } | null;
    devices: {
      items: (Pick<LiveDevice, "id" | "name" | "hardwareId" | "attributes" | "services"> & {
        state: string;
        configurable: boolean;
        tags: { name: string }[];
      })[];
    };
  };
}

const query = `{
  login {
    notificationSettings { urlNotifications notificationUrl }
    devices(size: 1000) { items {
      id name hardwareId state configurable attributes tags { name } services { id name application host port enabled }
    } }
  }
}`;

/** The account as it is, asked past the provider. */
export async function readAccount(control: Control): Promise<Live> {
  const { login } = (await control.change(query)) as Answer;
  const devices = login.devices.items.map(({ state, configurable, tags, attributes, ...device }): LiveDevice => {
    const names = tags.map(({ name }) => name).sort();
    const known = { isActive: state === "active", isConfigurable: configurable, tags: names };
    const marks = marksIn(attributes);
    const isLeft = [...marks.values()].includes("made");
    return { ...device, ...known, attributes: withoutMarks(attributes), marks: marks.size, isLeft };
  });
  const { notificationUrl, urlNotifications } = login.notificationSettings ?? {};
  return {
    devices: new Map(devices.map((device) => [device.id, device])),
    webhook: { url: notificationUrl ?? undefined, isOn: urlNotifications ?? false },
  };
}

/** A device as it comes into the account: nothing has been done to it. */
export function untouched(id: string, name: string, hardwareId: string, isConfigurable: boolean): LiveDevice {
  return {
    id,
    name,
    hardwareId,
    isActive: false,
    isConfigurable,
    tags: [],
    attributes: {},
    services: [],
    marks: 0,
    isLeft: false,
  };
}
