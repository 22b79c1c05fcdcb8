import { type Asking, type Finding, type Lack, restInstead } from "../../conformance";
import { addressesOf, type Settings } from "../../provider/client";
import type { Access } from "../../provider/domains/account/access";
import { counted } from "../../drift/formats/words";
import { type Check, failed, ok, warning } from "./check";

/** What of all that is needed the endpoint's schema lacks, what that means, and whether the key for REST is there where REST is needed. */
export function schemaChecks({ settings }: Asking, lacks: readonly Lack[], rest: Finding, access: Access): Check[] {
  const lacking = lacks.flatMap(({ at, what }) => /^Mutation\.(\w+)$/.exec(what === "is missing" ? at : "")?.[1] ?? []).sort();
  const impossible = lacking.filter((name) => restInstead[name] === undefined);
  const throughRest = lacking.filter((name) => restInstead[name] !== undefined);
  const others = lacks.filter(({ at }) => !lacking.includes(at.replace("Mutation.", "")));
  const needs = restNeeds(throughRest, access);
  return [offered(impossible, throughRest), shapes(others), developerKey(settings, rest, needs)];
}

function offered(impossible: string[], throughRest: string[]): Check {
  const rest = throughRest.map((name) => `${name} (${restInstead[name] ?? ""})`).join(", ");
  if (impossible.length > 0)
    return failed(
      "mutations",
      `remote.it's schema lacks ${impossible.join(", ")}${rest && `, and ${rest}, for which REST is used`}`,
      "Update pulumi-remoteit; until then these things cannot be done.",
    );
  if (rest) return ok("mutations", `REST is used for ${rest}: remote.it's schema lacks these mutations`);
  return ok("mutations", "remote.it's schema has all that are used, so none falls back to REST");
}

function shapes(lacks: readonly Lack[]): Check {
  if (lacks.length === 0) return ok("schema", "fields, arguments and types are as expected");
  const lines = lacks.map(({ at, what, features }) => `${at} ${what} (${features.join(", ")})`.trim());
  return failed("schema", lines.join("; "), "Update pulumi-remoteit; if it is the newest, report this line.");
}

/** What only REST can do here. */
function restNeeds(throughRest: string[], { shown, configurable }: Access): string[] {
  const fixed = shown - configurable;
  return [
    ...throughRest.map((name) => restInstead[name] ?? name),
    ...(fixed > 0 ? [`adding services to the ${counted(fixed, "device")} that take none through GraphQL`] : []),
  ];
}

function developerKey(settings: Settings, { answer }: Finding, needs: string[]): Check {
  const check = "developer key";
  if (!addressesOf(settings).rest) {
    const message = `${settings.endpoint} is the address of GraphQL alone`;
    if (needs.length === 0) return ok(check, `of no use: ${message}, and nothing needs REST`);
    return warning(
      check,
      `${message}, and REST is needed for ${needs.join(", ")}`,
      "Set remoteit:restEndpoint or REMOTEIT_REST_ENDPOINT to an address where remote.it's REST interface answers.",
    );
  }
  if (answer?.name === "absent") {
    if (needs.length === 0) return ok(check, "of no use: the endpoint has no REST interface, and nothing needs it");
    return warning(
      check,
      `of no use: the endpoint has no REST interface, which is needed for ${needs.join(", ")}`,
      answer.consequence ?? "",
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
