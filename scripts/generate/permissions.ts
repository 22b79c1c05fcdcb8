import { type LimitName, limits, type Needed } from "../../provider/core/need";
import type { Resource } from "../../provider/core/resource";
import { spoken } from "../../provider/core/spoken";
import { fileOf } from "./registered";

type Needing = Pick<Resource<never>, "type" | "needs" | "propertyNeeds">;

/** The page of what an access key needs, from what every kind declares. */
export function permissionsPage(kinds: readonly Needing[]): string {
  return `<!-- Made by \`npm run generate\` from what each resource declares as \`needs\`: change it there. -->

# Permissions and plans

An access key does what its user may do. In the user's own account that is everything. In another account, the one that
\`remoteit:accountId\` names, the user is a member, and the role of the member says what is allowed: VIEW, CONNECT, SCRIPTING, MANAGE and
ADMIN, each by itself; ADMIN does not bring MANAGE. Of a device that is shared with the account, the device itself says it.

The least that the user of a key needs, by what a program does. Reading needs VIEW, and so do refresh, drift and import. To take over
what is there already needs only what the changes to it need.

| resource | create | update | delete | limit of the plan |
| --- | --- | --- | --- | --- |
${kinds.map(row).join("\n")}

${kinds.flatMap(exceptions).join("\n")}

## What is asked, and when

Before the first change that needs a permission in the account, or a limit of the plan, one request asks what the user may do there
and what the plan allows, once for each run and account. A run that changes nothing does not ask, and neither does one in the user's
own account for what no plan limits. Then whatever would be refused fails before anything is sent, with an error that names the permission,
or the limit with its value and what is used of it; a preview says the same. What an account does not tell is tried, and not refused.

A role or a plan can change while a run is under way, so what was asked a while ago only ever lets through: before something is refused,
it is asked again. Where remote.it itself refuses, the error names the permission and the limit that the change needs.

## Limits

| limit | |
| --- | --- |
${Object.entries(limits).map(limitRow).join("\n")}
`;
}

function row(kind: Needing): string {
  const { create, update, delete: destroy } = kind.needs;
  const named = new Set(allOf(kind).flatMap((needed) => (needed !== "none" && needed.limit ? [`\`${needed.limit}\``] : [])));
  const cells = [create, update, destroy].map(told);
  return `| [${kind.type}](reference/${fileOf(kind)}.md) | ${cells.join(" | ")} | ${[...named].join(", ")} |`;
}

const allOf = ({ needs, propertyNeeds = {} }: Needing): Needed[] => [...Object.values(needs), ...Object.values(propertyNeeds)];

/** What a property needs otherwise than the rest. */
function exceptions({ type, propertyNeeds = {} }: Needing): string[] {
  return Object.entries(propertyNeeds).map(
    ([name, needed]) => `- \`${name}\` of a ${spoken(type)}: ${told(needed)}${limitOf(needed)}.`,
  );
}

function told(needed: Needed): string {
  if (needed === "none") return "–";
  if (needed.permission === "owner") return "the account's own user";
  return `${needed.permission} ${needed.on === "account" ? "in the account" : `on the ${needed.on}`}`;
}

const limitOf = (needed: Needed): string =>
  needed === "none" || needed.limit === undefined ? "" : `, and the plan's \`${needed.limit}\``;

const does = {
  feature: "switches a feature: where it is off, creating and changing are refused, and deleting is not.",
  count: "counts what is there: where it is used up, nothing is created.",
  mark: "counts devices. Those beyond it are taken and marked as unlicensed, so nothing is refused for its sake.",
} as const;

const limitRow = ([name, kind]: [string, (typeof limits)[LimitName]]): string => `| \`${name}\` | ${does[kind]} |`;
