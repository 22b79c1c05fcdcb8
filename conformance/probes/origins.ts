import { accountIn } from "../../provider/client";
import { protect } from "../../provider/core/secrets";
import { graphql } from "../generated";
import { fact, probe } from "../probe";
import { isRefusal } from "../refusal";
import { NAME } from "../name";
import { isUnknownId, madeUpIds } from "./ids";

const ClaimDevice = graphql(/* GraphQL */ `
  mutation conformanceClaim($code: String!, $accountId: String) {
    claimDevice(code: $code, accountId: $accountId) {
      id
    }
  }
`);

/** Eight characters, as claim codes have (A), that no device is likely to show. */
const CODE = "PULUMI00";

const claimUnknown = probe("claim-unknown", {
  otherwise: { error: "Nothing: both are told as a code that is not accepted." },
  evidence: "A",
  leansOn: ["provider/domains/devices/claim.ts"],
  way: "writing",
  ask: async ({ trial, settings }) => {
    if (!trial) return { needs: "write" };
    let claimed: unknown;
    try {
      ({ claimDevice: claimed } = await trial.send(
        ClaimDevice,
        { code: CODE, accountId: settings.accountId },
        { what: "Claiming a device by a made-up code" },
      ));
    } catch (error) {
      if (isRefusal(error)) return { answer: "error" };
      throw error;
    }
    if (claimed === null) return { answer: "null" };
    // Nobody else can say whose it is, and deleting it might end what somebody needs.
    trial.changes({
      what: `a device in the account that showed the claim code ${CODE} by chance`,
      byHand: "It is the newest one of the account: delete it in https://app.remote.it once it is offline.",
      isPutBack: () => Promise.resolve(false),
      putBack: () => Promise.resolve(),
    });
    return { unknown: "the made-up code was one of a device" };
  },
});

const claimCode = fact({
  name: "claim-code",
  question: "Which form have claim codes?",
  assumed: ["eight", "8 characters; case does not count, and they are sent in upper case"],
  evidence: "A",
  leansOn: ["provider/domains/devices/claim.ts"],
  way: "elsewhere",
  notAsked: "only a device that shows one would tell",
});

const claimAgain = probe("claim-again", {
  otherwise: { device: "Nothing: a device that is answered again is the one that was claimed." },
  evidence: "unknown",
  leansOn: ["provider/domains/devices/claim.ts"],
  way: "elsewhere",
  notAsked: "it would use up the claim code of a device",
});

const RegistrationCode = graphql(/* GraphQL */ `
  query conformanceRegistration($accountId: String, $name: String) {
    login {
      account(id: $accountId) {
        registrationCode(name: $name, oneTimeUse: true)
      }
    }
  }
`);

const unique = probe("registration-unique", {
  otherwise: { true: "Nothing: `unique` is always sent, false where the program leaves it out." },
  evidence: "unknown; the app always sends true (A)",
  leansOn: ["provider/domains/devices/registration.ts"],
  way: "writing",
  ask: async ({ trial, client }) => {
    if (!trial) return { needs: "write" };
    const about = { what: "Asking for a registration code" };
    const codes = new Set<string | null>();
    try {
      for (let turn = 0; turn < 2; turn += 1) {
        const variables = { accountId: client.settings.accountId, name: NAME };
        const { registrationCode: code } = accountIn(await trial.send(RegistrationCode, variables, about), client, about);
        if (code !== null) protect(code);
        codes.add(code);
      }
    } catch (error) {
      if (isRefusal(error)) return { unknown: "remote.it refused to give a registration code" };
      throw error;
    }
    if (codes.has(null)) return { unknown: "remote.it gave no registration code" };
    return { answer: codes.size === 1 ? "false" : "true" };
  },
});

const codesTell = fact({
  name: "registration-traces",
  question: "Does a registration code lead to the devices that used it?",
  assumed: ["no", "no: they are found by their hardware ids alone"],
  evidence: "unknown",
  leansOn: ["provider/domains/devices/hardware-id.ts"],
  way: "elsewhere",
  notAsked: "it would take a machine to register",
});

const DeleteDevice = graphql(/* GraphQL */ `
  mutation conformanceDelete($id: String!) {
    deleteDevice(deviceId: $id)
  }
`);

const deleteAnswer = probe("delete-answer", {
  otherwise: { error: "Nothing: both are told as a refusal, once the device is found to be there." },
  evidence: "unknown; mutations mostly answer a Boolean",
  leansOn: ["provider/lifecycle/confirm-gone.ts"],
  way: "writing",
  ask: async (asking) => {
    const { trial } = asking;
    if (!trial) return { needs: "write" };
    const [id = ""] = madeUpIds(1);
    if (!(await isUnknownId(asking, id))) return { unknown: "the made-up id is one of a device" };
    try {
      const { deleteDevice } = await trial.send(DeleteDevice, { id }, { what: "Deleting a device that there is not" });
      return deleteDevice ? { unknown: "deleting a device that there is not was answered true" } : { answer: "false" };
    } catch (error) {
      if (isRefusal(error)) return { answer: "error" };
      throw error;
    }
  },
});

const force = fact({
  name: "delete-force",
  question: "Is `force` of deleteDevice false where it is left out?",
  assumed: ["false", "yes, so a device that is active is not deleted"],
  others: [
    ["missing", "the schema lacks it", "Nothing: it is never sent."],
    [
      "other",
      "no",
      "What `force` overrides is unknown: `pulumi destroy` may delete a device that is in use. Protect devices (`protect: true`).",
    ],
  ],
  evidence: "I 2024-09; what it overrides is unknown",
  leansOn: ["provider/domains/devices/delete.ts"],
  way: "introspection",
  ask: async ({ schema }) => {
    const mutations = (await schema()).getMutationType()?.getFields();
    const given = mutations?.["deleteDevice"]?.args.find(({ name }) => name === "force");
    if (!given) return { answer: "missing" };
    return { answer: given.defaultValue === false ? "false" : "other" };
  },
});

const inactive = fact({
  name: "delete-inactive",
  question: "Which devices does deleteDevice delete?",
  assumed: ["inactive", "those that are inactive; REST deletes active ones as well"],
  evidence: "D, A; of REST inferred",
  leansOn: ["provider/domains/devices/delete.ts"],
  way: "elsewhere",
  notAsked: "it would delete one",
});

export const originProbes = [claimUnknown, claimCode, claimAgain, unique, codesTell, inactive, deleteAnswer, force];
