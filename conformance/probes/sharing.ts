import type { Asking } from "../asking";
import { graphql } from "../generated";
import { type Found, probe } from "../probe";
import { isRefusal } from "../refusal";
import { perTrial } from "../per-trial";
import { offers } from "./schema";
import { addTrialService } from "./services";

const SetLink = graphql(/* GraphQL */ `
  mutation conformanceSetConnectLink($serviceId: String!, $enabled: Boolean!) {
    setConnectLink(serviceId: $serviceId, enabled: $enabled) {
      password
    }
  }
`);

const SetPassword = graphql(/* GraphQL */ `
  mutation conformanceSetConnectLinkPassword($serviceId: String!, $enabled: Boolean!, $password: String) {
    setConnectLink(serviceId: $serviceId, enabled: $enabled, password: $password) {
      password
    }
  }
`);

const later = probe("share-later", {
  otherwise: { yes: "Nothing: a DeviceShare of all services shares what is added later with the next `pulumi up`." },
  evidence: "unknown; the app names each service with each share (A)",
  leansOn: ["provider/domains/sharing/services.ts"],
  way: "elsewhere",
  notAsked: "it would share a device with somebody",
});

const notify = probe("share-notify", {
  otherwise: { missing: "A DeviceShare mails the user with each share that is made, also without `notify`." },
  evidence: "I 2024-09; the app does not send it (A)",
  leansOn: ["provider/domains/sharing/share-calls.ts"],
  way: "introspection",
  ask: offers("share-notify"),
});

const links = probe("user-links", {
  otherwise: { missing: "Nothing: the links are read with the services of all devices, which takes longer." },
  evidence: "I 2024-09; the app does not ask for it (A)",
  leansOn: ["provider/domains/sharing/links.ts"],
  way: "introspection",
  ask: offers("user-links"),
});

const seen = probe("access-seen", {
  otherwise: { hidden: "Nothing: who may not manage the device is not told that a ConnectLink or a DeviceShare has gone." },
  evidence: "unknown; the app shows an account's guests to who has MANAGE there (A)",
  leansOn: ["provider/domains/sharing/connect-link.ts", "provider/domains/sharing/device-share.ts"],
  way: "elsewhere",
  notAsked: "it would take an access key without the permission MANAGE",
});

const PASSWORD = "pulumi-remoteit-trial";

interface LinkTrial {
  /** As it was answered when it was set, and after the link was off. */
  set: string | null;
  after: string | null;
}

/** A link of a service of its own, with a password from the first: nobody else can use it for the moment that it is on. */
const linkTrial = perTrial(async (asking, trial): Promise<LinkTrial | string> => {
  const about = { what: "Setting a connect link of the trials' device" };
  const serviceId = await addTrialService(asking, trial);
  if (serviceId === undefined) return "remote.it refused to add a service to the device";
  try {
    const made = await trial.send(SetPassword, { serviceId, enabled: true, password: PASSWORD }, about);
    await trial.send(SetLink, { serviceId, enabled: false }, about);
    const again = await trial.send(SetLink, { serviceId, enabled: true }, about);
    if (!made.setConnectLink || !again.setConnectLink) return "remote.it answered without the link";
    return { set: made.setConnectLink.password, after: again.setConnectLink.password };
  } catch (error) {
    if (isRefusal(error)) return "remote.it refused to make a connect link";
    throw error;
  }
});

async function fromTrial<A extends string>(asking: Asking, judge: (trial: LinkTrial) => Found<A>): Promise<Found<A>> {
  const { trial } = asking;
  if (!trial) return { needs: "write" };
  if (!trial.device.configurable) return { unknown: "the device takes no services through GraphQL (configurable is false)" };
  const found = await linkTrial(asking, trial);
  return typeof found === "string" ? { unknown: found } : judge(found);
}

const password = probe("link-password", {
  otherwise: {
    hidden: "Nothing: a password is sent where the program changes it, and never compared with what is read.",
    plain: "Nothing: it is not kept or shown.",
  },
  evidence: "inferred (A: the app sends no password that is all asterisks)",
  leansOn: ["provider/domains/sharing/connect-link.ts"],
  way: "writing",
  ask: (asking) =>
    fromTrial(asking, ({ set }) => {
      if (set === null) return { answer: "hidden" };
      return { answer: set === PASSWORD ? "plain" : "asterisks" };
    }),
});

const off = probe("link-off", {
  otherwise: { clears: "Nothing: a ConnectLink that is switched on again is given its password again." },
  evidence: "unknown; its address stays (C)",
  leansOn: ["provider/domains/sharing/connect-link.ts"],
  way: "writing",
  ask: (asking) =>
    fromTrial(asking, ({ set, after }) => {
      if (set === null) return { unknown: "no password is read back" };
      return { answer: after === null ? "clears" : "keeps" };
    }),
});

export const sharingProbes = [later, notify, links, seen, password, off];
