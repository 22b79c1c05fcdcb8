import { z } from "zod";
import { graphql } from "../../../api/generated";
import { accountIn } from "../../client";
import { field } from "../../core/field";
import { defineFunction } from "../../lifecycle/function";
import { present } from "../shared/present";

const GetLimits = graphql(/* GraphQL */ `
  query getLimits($accountId: String) {
    login {
      account(id: $accountId) {
        limits {
          name
          value
          actual
          base
          scale
        }
      }
    }
  }
`);

const limit = z
  .object({
    name: z.string().describe("Such as `iot-devices`, `org-users`, `tagging`, `roles`, `saml` or `log-limit`."),
    value: z
      .unknown()
      .optional()
      .describe(
        "A number for what counts, true or false for a feature, an ISO 8601 duration for `log-limit`. Absent: no limit is told.",
      ),
    actual: z.unknown().optional().describe("How much of it is used, where that is counted."),
    base: z.int().optional(),
    scale: z.int().optional(),
  })
  .meta({ title: "LimitInfo", description: "What the plan of an account allows of one thing." });

export const getLimits = defineFunction({
  name: "getLimits",
  describe: "Lists the limits of the account's plan, with what is used of them.",
  args: {},
  result: { limits: field(z.array(limit), "The limits.") },
  async run({ client }) {
    const about = { what: "Getting the limits of the plan" };
    const data = await client.graphql(GetLimits, { accountId: client.settings.accountId }, about);
    return { limits: accountIn(data, client, about).limits.map(present) };
  },
});
