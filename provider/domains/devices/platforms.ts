import { z } from "zod";
import { graphql } from "../../../api/generated";
import { field } from "../../core/field";
import { defineFunction } from "../../lifecycle/function";
import { present } from "../shared/present";

const GetPlatformTypes = graphql(/* GraphQL */ `
  query getPlatformTypes {
    platformTypes {
      id
      name
      visible
    }
  }
`);

const platformType = z
  .object({
    id: z.int().describe("The number that `platform` of a device, a registration or a filter takes."),
    name: z.string().optional(),
    visible: z.boolean().optional().describe("Whether remote.it offers it for new products. Absent where it does not tell."),
  })
  .meta({ title: "PlatformTypeInfo", description: "A platform that remote.it knows." });

export const getPlatformTypes = defineFunction({
  name: "getPlatformTypes",
  describe: "Lists every platform that remote.it knows, with the numbers that name them.",
  args: {},
  result: { platformTypes: field(z.array(platformType), "The platforms.") },
  async run({ client }) {
    const { platformTypes } = await client.graphql(GetPlatformTypes, {}, { what: "Getting the platforms" });
    return { platformTypes: platformTypes.map(present) };
  },
});
