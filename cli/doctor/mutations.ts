import { type DocumentNode, Kind, OperationTypeNode, parse } from "graphql";
import * as documents from "../../api/generated/graphql";
import { addressesOf, type Client } from "../../provider/client";
import type { Access } from "../../provider/functions/access";
import { counted } from "../../drift/report/words";
import { type Check, failed, ok, warning } from "./check";

/** What REST does where the schema lacks the mutation. */
export const restInstead: Partial<Record<string, string>> = {
  renameService: "renaming",
  addService: "adding services, with a bulk project",
  removeService: "removing services",
  deleteDevice: "deleting devices",
};

/** What provisioning tries where it is offered: REST is its usual way, and needs a developer key only of who provisions. */
const offeredAtBest = ["registerDevice", "addServiceByHardwareId"];

/** The mutations that this package needs, from its own documents. */
export function ourMutations(): string[] {
  const names = Object.values(documents).flatMap((document) =>
    document instanceof documents.TypedDocumentString ? mutationsOf(parse(document.toString())) : [],
  );
  return [...new Set(names)].filter((name) => !offeredAtBest.includes(name)).sort();
}

function mutationsOf({ definitions }: DocumentNode): string[] {
  return definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.MUTATION
      ? definition.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
      : [],
  );
}

/** Which of them the endpoint's schema lacks, what that means, and whether the key for REST is there where REST is needed. */
export async function mutationChecks(client: Client, access: Access): Promise<Check[]> {
  const ours = ourMutations();
  const lacking: string[] = [];
  for (const name of ours) if (!(await client.offers(name))) lacking.push(name);
  const impossible = lacking.filter((name) => restInstead[name] === undefined);
  const throughRest = lacking.filter((name) => restInstead[name] !== undefined);
  return [offered(ours, impossible, throughRest), developerKey(client, throughRest, access)];
}

function offered(ours: string[], impossible: string[], throughRest: string[]): Check {
  const rest = throughRest.map((name) => `${name} (${restInstead[name] ?? ""})`).join(", ");
  if (impossible.length > 0)
    return failed(
      "mutations",
      `remote.it's schema lacks ${impossible.join(", ")}${rest && `, and ${rest}, for which REST is used`}`,
      "Update pulumi-remoteit; until then these things cannot be done.",
    );
  if (rest) return ok("mutations", `REST is used for ${rest}: remote.it's schema lacks these mutations`);
  return ok("mutations", `remote.it's schema has all ${ours.length} that are used, so none falls back to REST`);
}

function developerKey({ settings }: Client, throughRest: string[], { shown, configurable }: Access): Check {
  const check = "developer key";
  const fixed = shown - configurable;
  const needs = [
    ...throughRest.map((name) => restInstead[name] ?? name),
    ...(fixed > 0 ? [`adding services to the ${counted(fixed, "device")} that take none through GraphQL`] : []),
  ];
  if (!addressesOf(settings).rest) {
    const message = `${settings.endpoint} is the address of GraphQL alone`;
    if (needs.length === 0) return ok(check, `of no use: ${message}, and nothing needs REST`);
    return warning(
      check,
      `${message}, and REST is needed for ${needs.join(", ")}`,
      "Set remoteit:restEndpoint or REMOTEIT_REST_ENDPOINT to an address where remote.it's REST interface answers.",
    );
  }
  if (settings.developerKey !== undefined) return ok(check, `set, for ${needs.join(", ") || "REST, which nothing needs now"}`);
  if (needs.length === 0) return ok(check, "not set, and nothing needs it");
  return warning(
    check,
    `not set, and REST needs it for ${needs.join(", ")}`,
    "Copy it from the account page of https://app.remote.it and run `pulumi config set --secret remoteit:developerKey KEY`, or set R3_DEVELOPER_API_KEY.",
  );
}
