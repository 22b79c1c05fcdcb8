import type { Control } from "../../../sandbox";

export interface LiveService {
  id: string;
  name: string;
  application: number | null;
  host: string | null;
  port: number | null;
  enabled: boolean | null;
}

export interface Contents {
  devices: { id: string; name: string; services: LiveService[] }[];
  webhook: { url: string | null; enabled: boolean | null };
}

interface Answer {
  login: {
    notificationSettings: { urlNotifications: boolean | null; notificationUrl: string | null } | null;
    devices: { items: Contents["devices"] };
  };
}

const query = `{
  login {
    notificationSettings { urlNotifications notificationUrl }
    devices(size: 1000) { items { id name services { id name application host port enabled } } }
  }
}`;

/** What the account really holds, asked past the provider. */
export async function contents(control: Control): Promise<Contents> {
  const { login } = (await control.change(query)) as Answer;
  return {
    devices: login.devices.items,
    webhook: {
      url: login.notificationSettings?.notificationUrl ?? null,
      enabled: login.notificationSettings?.urlNotifications ?? null,
    },
  };
}

/** The services of all devices. */
export async function liveServices(control: Control): Promise<LiveService[]> {
  return (await contents(control)).devices.flatMap(({ services }) => services);
}

/** A device that the account has without the program's doing; offline, so that it can be deleted. */
export async function claimedDevice(
  control: Control,
  agent: Partial<Parameters<Control["agent"]>[0]> = {},
): Promise<{ deviceId: string; hardwareId: string }> {
  const hardwareId = agent.hardwareId ?? "hw-1";
  const { deviceId, claimCode } = await control.agent({ hardwareId, name: "pump-7", online: false, ...agent });
  await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
  return { deviceId, hardwareId };
}
