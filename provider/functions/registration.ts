import { graphql } from "../../api/generated";
import { ValidationError } from "../core/errors";
import { protect } from "../core/secrets";
import { applicationNumber, type ApplicationName } from "../resources/applications";
import type { Context } from "../resources";

const GetRegistration = graphql(/* GraphQL */ `
  query getRegistration(
    $accountId: String
    $name: String
    $platform: Int
    $tags: [String!]
    $services: [ServiceInput!]
    $oneTimeUse: Boolean
    $unique: Boolean
  ) {
    login {
      account(id: $accountId) {
        registrationCode(
          name: $name
          platform: $platform
          tags: $tags
          services: $services
          oneTimeUse: $oneTimeUse
          unique: $unique
        )
        registrationCommand(
          name: $name
          platform: $platform
          tags: $tags
          services: $services
          oneTimeUse: $oneTimeUse
          unique: $unique
        )
      }
    }
  }
`);

/** What a machine that registers with the command becomes. The same values give the same command, unless `unique`. */
export interface RegistrationArgs {
  /** Name of the device. */
  name?: string;
  /** Number of the platform. */
  platform?: number;
  /** Tags of the device. */
  tags?: string[];
  /** Services of the device. `application` is a name, such as "SSH", or a number. */
  services?: { application: ApplicationName | number; name?: string; host?: string; port?: number; enabled?: boolean }[];
  /** Whether the command works once only. Default: false. */
  oneTimeUse?: boolean;
  /** Whether every call gives another command. Default: false. */
  unique?: boolean;
}

/** The command to run on a machine so that it registers to the account. It holds a secret: the registration code. */
export async function registrationCommand(context: Context, args: RegistrationArgs): Promise<string> {
  const { client } = context;
  const about = { what: "Get the registration command" };
  const { services: declared, ...device } = args;
  const services = declared?.map((service) => ({ ...service, application: knownApplication(service.application) }));
  const { accountId } = client.settings;
  const { login } = await client.graphql(GetRegistration, { ...device, accountId, services }, about);
  protect(login.account.registrationCode);
  return login.account.registrationCommand;
}

function knownApplication(application: ApplicationName | number): number {
  const number = applicationNumber(application);
  if (number !== undefined) return number;
  throw new ValidationError({
    what: "Get the registration command",
    why: `"${application}" is no application type.`,
    remedy: 'Write a name such as "SSH", or a number of getApplicationTypes().',
  });
}
