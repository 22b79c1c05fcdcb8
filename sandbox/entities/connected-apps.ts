import { defineEntity } from "../entity";

/** Apps of other makers that a user has let in: none. */
export default defineEntity({
  fields: { User: { connectedApps: { accessTokenTtlSeconds: null, agents: [] } } },
});
