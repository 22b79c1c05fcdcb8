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
}

/** All that the soak compares of an account. */
export interface Live {
  devices: Map<string, LiveDevice>;
  webhook: { url: string | undefined; isOn: boolean };
  /** Ids of devices and services that what had made them has left to another resource, which deletes them. */
  left: Set<string>;
}

interface Answer {
  login: {
    notificationSettings: { urlNotifications: boolean | null; notificationUrl: string | null } | null;
    devices: {
      items: (Pick<LiveDevice, "id" | "name" | "hardwareId" | "attributes"> & {
        state: string;
        configurable: boolean;
        tags: { name: string }[];
        services: (LiveService & { attributes: Record<string, unknown> })[];
      })[];
    };
  };
}

const query = `{
  login {
    notificationSettings { urlNotifications notificationUrl }
    devices(size: 1000) { items {
      id name hardwareId state configurable attributes tags { name } services { id name application host port enabled attributes }
    } }
  }
}`;

/** The account as it is, asked past the provider. */
export async function readAccount(control: Control): Promise<Live> {
  const { login } = (await control.change(query)) as Answer;
  const devices = login.devices.items.map(({ state, configurable, tags, attributes, services, ...device }): LiveDevice => {
    const names = tags.map(({ name }) => name).sort();
    const known = { isActive: state === "active", isConfigurable: configurable, tags: names };
    return {
      ...device,
      ...known,
      attributes: withoutMarks(attributes),
      services: services.map(({ attributes: _marks, ...service }) => service),
      marks: marksIn(attributes).size,
    };
  });
  const bearers = login.devices.items.flatMap((device) => [device, ...device.services]);
  const left = bearers.filter(({ attributes }) => [...marksIn(attributes).values()].includes("made"));
  const { notificationUrl, urlNotifications } = login.notificationSettings ?? {};
  return {
    devices: new Map(devices.map((device) => [device.id, device])),
    webhook: { url: notificationUrl ?? undefined, isOn: urlNotifications ?? false },
    left: new Set(left.map(({ id }) => id)),
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
  };
}
