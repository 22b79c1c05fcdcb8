import type { Control } from "../../sandbox";
import type { Thing } from "./table";

/** What a program declares, and what the account holds of it before. */
export interface Subject {
  type: "Device" | "Service" | "Webhook";
  wasThere: boolean;
  /** Prepares the account. Resolves with the declared properties. */
  prepare: (control: Control) => Promise<Record<string, unknown>>;
}

const CLAIM = "mutation($code: String!) { claimDevice(code: $code) { id } }";
const ADD = 'mutation($id: String!) { addService(deviceId: $id, name: "ssh", application: 28, port: 22) { id } }';
const URL = "https://example.com/hook";
const SET = `mutation { setNotificationSettings(urlNotifications: true, notificationUrl: "${URL}") }`;

const started = (control: Control) => control.agent({ hardwareId: "hw", name: "pump", online: false });

async function claimedByHand(control: Control): Promise<string> {
  const { deviceId, claimCode } = await started(control);
  await control.change(CLAIM, { code: claimCode });
  return deviceId;
}

const serviceOf = (deviceId: string) => ({ deviceId, name: "ssh", application: "SSH", port: 22 });

export const subjects: Record<Thing, Subject> = {
  Service: {
    type: "Service",
    wasThere: false,
    prepare: async (control) => serviceOf(await claimedByHand(control)),
  },
  "Service that was there": {
    type: "Service",
    wasThere: true,
    prepare: async (control) => {
      const id = await claimedByHand(control);
      await control.change(ADD, { id });
      return serviceOf(id);
    },
  },
  "Device, adopted": {
    type: "Device",
    wasThere: true,
    prepare: async (control) => ({ deviceId: await claimedByHand(control) }),
  },
  // Its agent has registered for the program's sake: so it counts as made.
  "Device, awaited": {
    type: "Device",
    wasThere: false,
    prepare: async (control) => {
      await claimedByHand(control);
      return { hardwareId: "hw" };
    },
  },
  "Device, claimed": {
    type: "Device",
    wasThere: false,
    prepare: async (control) => ({ claimCode: (await started(control)).claimCode }),
  },
  "Device, claimed with hardwareId": {
    type: "Device",
    wasThere: false,
    prepare: async (control) => ({ claimCode: (await started(control)).claimCode, hardwareId: "hw" }),
  },
  Webhook: { type: "Webhook", wasThere: false, prepare: () => Promise.resolve({ url: URL }) },
  "Webhook that was there": {
    type: "Webhook",
    wasThere: true,
    prepare: async (control) => {
      await control.change(SET);
      return { url: URL };
    },
  },
};
