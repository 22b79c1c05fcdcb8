import { accountIn } from "../../provider/client";
import { BATCH } from "../../provider/inventory";
import type { Asking } from "../asking";
import { graphql } from "../generated";
import { fact, probe } from "../probe";
import { isRefusal } from "../refusal";

const DevicesById = graphql(/* GraphQL */ `
  query conformanceById($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        device(id: $ids) {
          id
        }
      }
    }
  }
`);

/** The ids of the devices that these ids give; "refused" where that is an error, undefined where the list itself is null. */
async function devicesById({ client }: Pick<Asking, "client">, ids: string[]): Promise<string[] | "refused" | undefined> {
  const about = { what: "Asking for devices by id" };
  const variables = { accountId: client.settings.accountId, ids };
  try {
    return accountIn(await client.graphql(DevicesById, variables, about), client, about).device?.map(({ id }) => id);
  } catch (error) {
    if (isRefusal(error)) return "refused";
    throw error;
  }
}

/** Ids of the form of ids, of devices that there are not. */
export const madeUpIds = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const hex = (0xfff00000 + index).toString(16).toUpperCase();
    return `80:FF:FF:FF:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4, 6)}:${hex.slice(6)}`;
  });

export const isUnknownId = async (asking: Pick<Asking, "client">, id: string): Promise<boolean> =>
  (await devicesById(asking, [id]))?.length === 0;

const unknownIds = fact({
  name: "unknown-ids",
  question: "What does `device(id:)` answer for an id that the account does not have?",
  assumed: ["absent", "nothing: the others are answered, and it is absent"],
  others: [
    ["error", "an error", "Nothing can be read once a device of the program is deleted elsewhere: `pulumi refresh` fails."],
    ["null", "null in place of the list", "What is deleted elsewhere cannot be told from a failure: `pulumi refresh` fails."],
  ],
  evidence: "inferred",
  leansOn: ["provider/inventory/by-id.ts", "provider/client/answered.ts"],
  way: "reading",
  ask: async (asking) => {
    const found = await devicesById(asking, madeUpIds(1));
    if (found === "refused") return { answer: "error" };
    return { answer: found === undefined ? "null" : "absent" };
  },
});

const idCase = fact({
  name: "id-case",
  question: "Are ids taken in lower case too?",
  assumed: ["any-case", "yes, they are hexadecimal"],
  others: [
    [
      "as-shown",
      "no",
      "A device whose id the program writes in lower case counts as deleted: write ids as remote.it shows them.",
    ],
  ],
  evidence: "inferred",
  leansOn: ["provider/inventory/by-id.ts"],
  way: "reading",
  ask: async (asking) => {
    const id = (await asking.sample()).devices.map((device) => device.id).find((one) => one !== otherCase(one));
    if (id === undefined) return { unknown: "no id of the account holds a letter" };
    const found = await devicesById(asking, [otherCase(id)]);
    return { answer: Array.isArray(found) && found.length === 1 ? "any-case" : "as-shown" };
  },
});

const otherCase = (id: string) => (id === id.toLowerCase() ? id.toUpperCase() : id.toLowerCase());

const byServiceId = probe("device-by-service-id", {
  otherwise: { nothing: "Nothing: its device is then read through the service." },
  evidence: "A",
  leansOn: ["provider/inventory/by-id.ts", "drift/watch/device-drift.ts"],
  way: "reading",
  ask: async (asking) => {
    const [device] = (await asking.sample()).devices.filter(({ services }) => services.length > 0);
    const service = device?.services[0];
    if (!device || !service) return { unknown: "no device has a service" };
    const found = await devicesById(asking, [service.id]);
    return { answer: Array.isArray(found) && found.includes(device.id) ? "device" : "nothing" };
  },
});

const idsPerRequest = probe("ids-per-request", {
  otherwise: { "100": "Nothing is missed, but reading more than 100 things at once takes more requests." },
  evidence: "unknown",
  leansOn: ["provider/inventory/batches.ts", "provider/inventory/parts.ts"],
  way: "reading",
  ask: async (asking) => {
    if (!(await isUnknownId(asking, madeUpIds(1)[0] ?? ""))) return { unknown: "an unknown id is an error already" };
    return { answer: (await devicesById(asking, madeUpIds(BATCH))) === "refused" ? "100" : "1000" };
  },
});

export const idProbes = [unknownIds, idCase, byServiceId, idsPerRequest];
