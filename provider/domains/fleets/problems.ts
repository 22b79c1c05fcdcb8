import type { Problem } from "../../core/resource";
import { noPort } from "../services/application-types";
import { applicationNumber, knownPort } from "../services/applications";
import { sameServiceName } from "../services/name";
import { isRemoval } from "./contradictions";
import { type Conditions, type Declaration, type Declared, inputs } from "./fields";
import type { UnwantedService, WantedService } from "./resolve";

/** What of a declaration contradicts itself: everything that is known without the account. */
export function problemsIn(declared: Readonly<Record<string, unknown>>): Problem[] {
  const selector = inputs.selector.schema.safeParse(declared["selector"]);
  const template = inputs.template.schema.safeParse(declared["template"]);
  return [
    ...(selector.success ? ofSelector(selector.data) : []),
    ...(template.success && template.data ? ofTemplate(template.data) : []),
  ];
}

function ofSelector({ allDevices, exclude, ...conditions }: Declared["selector"]): Problem[] {
  const problems = [...ofConditions("selector", conditions), ...(exclude ? ofConditions("selector.exclude", exclude) : [])];
  if (exclude && isEmpty(exclude))
    problems.push({ property: "selector.exclude", reason: "has no condition; leave it out or give it one" });
  if (isEmpty(conditions) && allDevices !== true)
    problems.push({
      property: "selector",
      reason: "has no condition. Give it one; or write allDevices: true, if every device of the account is meant",
    });
  if (!isEmpty(conditions) && allDevices === true)
    problems.push({
      property: "selector.allDevices",
      reason: "takes no condition beside it but exclude: leave out one of the two",
    });
  return problems;
}

function ofConditions(property: string, { tags }: Conditions): Problem[] {
  const isEmptyChoice = tags && tags.any === undefined && tags.all === undefined;
  return isEmptyChoice ? [{ property: `${property}.tags`, reason: "names no tag: give it any or all, or leave it out" }] : [];
}

const isEmpty = (conditions: object): boolean => Object.values(conditions).every((value) => value === undefined);

function ofTemplate({ tags = [], removeTags = [], services = [], removeServices = [] }: Declaration): Problem[] {
  return [
    ...twice("template.tags", tags),
    ...removeTags.flatMap((tag, index) =>
      tags.some((one) => isSpelled(one, tag))
        ? [
            {
              property: `template.removeTags[${index}]`,
              reason: `"${tag}" is one of template.tags too: leave it out of one of the two`,
            },
          ]
        : [],
    ),
    ...services.flatMap((service, index) => ofService(`template.services[${index}]`, service, services.slice(0, index))),
    ...removeServices.flatMap((removal, index) => ofRemoval(`template.removeServices[${index}]`, removal, services)),
  ];
}

const isSpelled = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function twice(property: string, tags: readonly string[]): Problem[] {
  return tags.flatMap((tag, index) => {
    const other = tags.slice(0, index).find((one) => isSpelled(one, tag));
    return other === undefined
      ? []
      : [{ property: `${property}[${index}]`, reason: `"${tag}" is the same tag as "${other}": name it once` }];
  });
}

type DeclaredService = NonNullable<Declaration["services"]>[number];
type DeclaredRemoval = NonNullable<Declaration["removeServices"]>[number];

function ofService(
  property: string,
  { name, application, port }: DeclaredService,
  before: readonly DeclaredService[],
): Problem[] {
  const problems: Problem[] = [];
  if (before.some((one) => sameServiceName(one.name, name, {})))
    problems.push({
      property: `${property}.name`,
      reason: `"${name}" is the name of another one of template.services: give each a name of its own`,
    });
  const number = applicationNumber(application);
  if (port === undefined && number !== undefined && knownPort(number) === 0)
    problems.push({
      property: `${property}.port`,
      reason: `is required: ${noPort(number).why.replace(/^Invalid port: |\.$/g, "")}`,
    });
  return problems;
}

function ofRemoval(property: string, removal: DeclaredRemoval, services: readonly DeclaredService[]): Problem[] {
  if (isEmpty(removal))
    return [{ property, reason: "names no service, and would delete all: give it a name, an application or a port" }];
  const index = services.findIndex((service) => isRemoval(known(removal), known(service) as WantedService));
  return index === -1
    ? []
    : [
        {
          property,
          reason: `would delete what template.services[${index}] wants: make it narrower, or leave out one of the two`,
        },
      ];
}

/** With the number of its type where this version knows it: by another name the account decides, once it is asked. */
function known({ application, ...others }: DeclaredRemoval): UnwantedService {
  if (application === undefined) return others;
  return { ...others, application: applicationNumber(application) ?? (application as number) };
}
