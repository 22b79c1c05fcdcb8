import { z } from "zod";
import { graphql } from "../../../api/generated";
import type { SessionPartsFragment } from "../../../api/generated/graphql";
import { accountIn, listIn } from "../../client";
import { field } from "../../core/field";
import { idKey } from "../../inventory";
import { defineFunction } from "../../lifecycle/function";
import { notThere } from "../shared/answers";
import { present } from "../shared/present";
import { address } from "../shared/text";

graphql(/* GraphQL */ `
  fragment SessionParts on Session {
    id
    timestamp
    source
    user {
      email
    }
    target {
      id
      name
      device {
        id
      }
    }
    endpoint {
      proxy
      platform
      geo {
        countryName
        stateName
        city
      }
    }
  }
`);

const GetSessions = graphql(/* GraphQL */ `
  query getSessions($accountId: String) {
    login {
      account(id: $accountId) {
        sessions {
          ...SessionParts
        }
      }
    }
  }
`);

const GetDeviceSessions = graphql(/* GraphQL */ `
  query getDeviceSessions($accountId: String, $ids: [String!]!) {
    login {
      account(id: $accountId) {
        id
        device(id: $ids) {
          id
          sessions {
            ...SessionParts
          }
        }
      }
    }
  }
`);

const session = z
  .object({
    id: z.string(),
    timestamp: z.string().describe("When it began, ISO 8601."),
    source: z.string().optional().describe("UNKNOWN, INTERNAL, EXTERNAL or WEBSOCKET."),
    user: z.string().optional().describe("E-mail address of who is connected."),
    serviceId: z.string().optional(),
    serviceName: z.string().optional(),
    deviceId: z.string().optional(),
    proxy: z.boolean().optional().describe("Whether it goes through a proxy of remote.it."),
    platform: z.int().optional().describe("Number of the platform that is connected."),
    country: z.string().optional(),
    state: z.string().optional().describe("Of the country."),
    city: z.string().optional(),
  })
  .meta({ title: "SessionInfo", description: "Somebody who is connected to a service now." });

const about = { what: "Getting the sessions" };

export const getSessions = defineFunction({
  name: "getSessions",
  describe: "Lists who is connected to services of the account now, or to those of one device.",
  args: { deviceId: field(address().optional(), "Only sessions of this device.") },
  result: { sessions: field(z.array(session), "The sessions.") },
  async run({ client }, { deviceId }) {
    const { accountId } = client.settings;
    if (deviceId === undefined) {
      const { sessions } = accountIn(await client.graphql(GetSessions, { accountId }, about), client, about);
      return { sessions: (sessions ?? []).map(toInfo) };
    }
    const ids = [deviceId];
    const account = accountIn(await client.graphql(GetDeviceSessions, { accountId, ids }, about), client, about);
    const device = listIn(account.device, ids, "device", about).find(({ id }) => idKey(id) === idKey(deviceId));
    if (!device) throw notThere({ ...about, subject: deviceId }, `Account ${account.id} has no device with this id.`);
    return { sessions: (device.sessions ?? []).map(toInfo) };
  },
});

function toInfo({ id, timestamp, source, user, target, endpoint }: SessionPartsFragment) {
  return present({
    id,
    timestamp,
    source,
    user: user?.email ?? null,
    serviceId: target?.id ?? null,
    serviceName: target?.name ?? null,
    deviceId: target?.device?.id ?? null,
    proxy: endpoint?.proxy ?? null,
    platform: endpoint?.platform ?? null,
    country: endpoint?.geo?.countryName ?? null,
    state: endpoint?.geo?.stateName ?? null,
    city: endpoint?.geo?.city ?? null,
  });
}
