import { z } from "zod";
import { graphql } from "../../../api/generated";
import { accountIn } from "../../client";
import { RefusedError } from "../../core/errors";
import { field } from "../../core/field";
import { protect } from "../../core/secrets";
import { applicationNumberIn, applicationProblems } from "../services/application-types";
import { application } from "../services/applications";
import { tagList } from "../tags/device-tags";
import { flag, map, nameText, text, wholeNumber } from "../shared/text";
import { defineFunction } from "../../lifecycle/function";

// Both make a code where there is none yet, and a unique one each time (api/README.md, A): the code is asked for besides, to
// protect it, only where it is the command's own.
const GetRegistration = graphql(/* GraphQL */ `
  query getRegistration(
    $accountId: String
    $name: String
    $platform: Int
    $tags: [String!]
    $services: [ServiceInput!]
    $oneTimeUse: Boolean
    $unique: Boolean!
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
        ) @skip(if: $unique)
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

const registeredService = map({
  application: application().describe('Name of an application type, such as "SSH", or its number.'),
  name: nameText().optional(),
  host: text().optional(),
  port: wholeNumber(1, 65_535, "the TCP or UDP port").optional(),
  enabled: flag().optional(),
}).meta({ title: "RegisteredService", description: "A service that a machine has from its registration on." });

const about = { what: "Getting the registration command" };

export const getRegistrationCommand = defineFunction({
  name: "getRegistrationCommand",
  describe:
    "Gives the command that registers a machine to the account when it is run there. It is a secret: it holds the registration code. The same arguments give the same command, unless `unique` is set: that is inferred, since remote.it does not document it. Asking has an effect, and previews ask too: remote.it keeps a code for each command that it gives.",
  args: {
    name: field(nameText().optional(), "Name of the device."),
    platform: field(wholeNumber(0, 65_535, "the platform's number").optional(), "Number of the platform."),
    tags: field(tagList().optional(), "Tags of the device."),
    services: field(z.array(registeredService).optional(), "Services of the device."),
    oneTimeUse: field(flag().optional(), "Whether the command works once only. Default: false."),
    unique: field(flag().default(false), "Whether every call gives another command, with a code of its own. Default: false."),
  },
  result: { command: field(z.string(), "The command to run on the machine.", { secret: true }) },
  rulesInContext: (context, { services }) =>
    applicationProblems(
      () => context,
      about,
      ((services ?? []) as { application: unknown }[]).map((one, index) => [`services[${index}].application`, one.application]),
    ),
  async run(context, { services: declared, ...device }) {
    const { client } = context;
    const numbered = declared?.map(async (service) => ({
      ...service,
      application: await applicationNumberIn(context, service.application, about),
    }));
    const services = numbered && (await Promise.all(numbered));
    const { accountId } = client.settings;
    const data = await client.graphql(GetRegistration, { ...device, accountId, services }, about);
    const { registrationCode, registrationCommand } = accountIn(data, client, about);
    if (registrationCode) protect(registrationCode);
    if (registrationCommand !== null) return { command: protect(registrationCommand) };
    throw new RefusedError({
      ...about,
      why: "remote.it answered without a command and without a reason.",
      remedy: "Check that the access key's user may add devices to the account: that takes the MANAGE permission on it.",
    });
  },
});
