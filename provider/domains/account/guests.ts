import { z } from "zod";
import { graphql } from "../../../api/generated";
import { accountIn } from "../../client";
import { field } from "../../core/field";
import { defineFunction } from "../../lifecycle/function";
import { present } from "../shared/present";

const GetGuests = graphql(/* GraphQL */ `
  query getGuests($accountId: String) {
    login {
      account(id: $accountId) {
        guest {
          user {
            id
            email
          }
          devices {
            id
            name
          }
          networks {
            id
            name
          }
        }
      }
    }
  }
`);

const GetContacts = graphql(/* GraphQL */ `
  query getContacts($accountId: String) {
    login {
      account(id: $accountId) {
        contacts {
          id
          email
        }
      }
    }
  }
`);

const user = { id: z.string(), email: z.string().optional().describe("Absent where the user was deleted.") };

const shared = z
  .object({ id: z.string(), name: z.string().optional() })
  .meta({ title: "SharedThing", description: "A device or a network that is shared with somebody." });

const guest = z
  .object({
    ...user,
    devices: z.array(shared).describe("Devices of which something is shared with the user."),
    networks: z.array(shared).describe("Networks that are shared with the user."),
  })
  .meta({ title: "GuestInfo", description: "A user with whom the account shares something." });

const contact = z.object(user).meta({ title: "ContactInfo", description: "A user that something was shared with." });

export const getGuests = defineFunction({
  name: "getGuests",
  describe: "Lists the users with whom the account shares devices or networks, and which.",
  args: {},
  result: { guests: field(z.array(guest), "The guests.") },
  async run({ client }) {
    const about = { what: "Getting the guests" };
    const account = accountIn(await client.graphql(GetGuests, { accountId: client.settings.accountId }, about), client, about);
    const guests = account.guest.map(({ user: { id, email }, devices, networks }) => ({
      ...present({ id, email }),
      devices: devices.map(present),
      networks: networks.map(present),
    }));
    return { guests };
  },
});

export const getContacts = defineFunction({
  name: "getContacts",
  describe: "Lists the users that something was shared with: those that remote.it's app suggests for the next share.",
  args: {},
  result: { contacts: field(z.array(contact), "The contacts.") },
  async run({ client }) {
    const about = { what: "Getting the contacts" };
    const data = await client.graphql(GetContacts, { accountId: client.settings.accountId }, about);
    return { contacts: accountIn(data, client, about).contacts.map(present) };
  },
});
