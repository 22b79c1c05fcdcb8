import { graphql } from "../../../api/generated";
import { accountIn, type RequestLabel, type Client } from "../../client";
import { ConflictError } from "../../core/errors";
import { called } from "../shared/called";
import { sameCaseless } from "../shared/text";

const ReadBearers = graphql(/* GraphQL */ `
  query getTagBearers($accountId: String, $tag: ListFilter) {
    login {
      account(id: $accountId) {
        devices(size: 3, tag: $tag) {
          total
          items {
            id
            name
          }
        }
        networks {
          id
          name
          tags {
            name
          }
        }
        organization {
          roles {
            id
            name
            tag {
              values
            }
          }
        }
        deviceProducts(size: 1000) {
          items {
            id
            name
            tags
          }
        }
      }
    }
  }
`);

/** A tag that something bears is deleted only where the program says so. @throws ConflictError that names what bears it. */
export async function refuseWhileBorne(client: Client, name: string, about: RequestLabel): Promise<void> {
  const bearers = await tagBearers(client, name, about);
  if (bearers.length === 0) return;
  throw new ConflictError({
    ...about,
    why: `It is on ${bearers.join(", ")}. Nothing was deleted.`,
    remedy: "Take it off them first, or set removeFromAll: true and run `pulumi up` before the tag leaves the program.",
  });
}

/** What bears a tag of the account: up to three devices by name and how many more, and all networks, roles and products. */
async function tagBearers(client: Client, name: string, about: RequestLabel): Promise<string[]> {
  const variables = { accountId: client.settings.accountId, tag: { operator: "ANY" as const, values: [name] } };
  const account = accountIn(await client.graphql(ReadBearers, variables, about), client, about);
  const { devices, networks, organization, deviceProducts } = account;
  const bears = (names: readonly unknown[] | null | undefined) => names?.some((one) => sameCaseless(one, name));
  const networksWith = networks.filter(({ tags }) => bears(tags.map((tag) => tag.name)));
  const rolesWith = (organization?.roles ?? []).filter(({ tag }) => bears(tag?.values));
  const productsWith = (deviceProducts?.items ?? []).filter(({ tags }) => bears(tags));
  const more = devices.total - devices.items.length;
  return [
    ...devices.items.map((device) => `device ${called(device.name, device.id)}`),
    ...(more > 0 ? [`${more} more devices`] : []),
    ...networksWith.map((network) => `network ${called(network.name, network.id)}`),
    ...rolesWith.map((role) => `role ${called(role.name, role.id)}`),
    ...productsWith.map((product) => `product ${called(product.name, product.id)}`),
  ];
}
