import type { RequestLabel } from "../../client";
import type { Context } from "../../lifecycle";
import { applicationNumberIn } from "../services/application-types";
import type { Conditions as DeclaredConditions, Declaration, Declared, Rollout } from "./fields";

/** What is declared of a fleet, with the numbers of application types in the place of their names. */
export interface Fleet {
  selector: Selector;
  template: Template;
  rollout: Rollout;
  precedence: number;
}

export interface Conditions extends Omit<DeclaredConditions, "applications"> {
  applications?: readonly number[] | undefined;
}

export interface Selector extends Conditions {
  exclude?: Conditions | undefined;
}

export interface Template extends Omit<Declaration, "services" | "removeServices"> {
  services?: readonly WantedService[] | undefined;
  removeServices?: readonly UnwantedService[] | undefined;
}

export interface WantedService {
  name: string;
  application: number;
  host?: string | undefined;
  port?: number | undefined;
  enabled?: boolean | undefined;
}

/** All that is given has to hold of a service. */
export interface UnwantedService {
  name?: string | undefined;
  application?: number | undefined;
  port?: number | undefined;
}

/** @throws ValidationError where neither this version nor the account knows the name of an application type. */
export async function resolved(
  context: Context,
  { selector, template = {}, rollout = {}, precedence = 0 }: Declared,
  about: RequestLabel,
): Promise<Fleet> {
  const numberOf = (application: string | number) => applicationNumberIn(context, application, about);
  const withNumbers = async ({ applications, ...others }: DeclaredConditions): Promise<Conditions> => ({
    ...others,
    ...(applications && { applications: await Promise.all(applications.map(numberOf)) }),
  });
  const { allDevices: _allDevices, exclude, ...conditions } = selector;
  const { services, removeServices, ...rest } = template;
  return {
    selector: { ...(await withNumbers(conditions)), ...(exclude && { exclude: await withNumbers(exclude) }) },
    template: {
      ...rest,
      ...(services && {
        services: await Promise.all(services.map(async (one) => ({ ...one, application: await numberOf(one.application) }))),
      }),
      ...(removeServices && {
        removeServices: await Promise.all(
          removeServices.map(async ({ application, ...one }) => ({
            ...one,
            ...(application !== undefined && { application: await numberOf(application) }),
          })),
        ),
      }),
    },
    rollout,
    precedence,
  };
}
