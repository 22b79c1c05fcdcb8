import { defineEntity } from "../entity";
import { notModelled } from "../server/answer";

/** Runs of scripts: there are none. Their logs and attributes go beside GraphQL (api/README.md, C, A and P). */
export default defineEntity({
  fields: { User: { jobs: { total: 0, hasMore: false, last: null, items: [] } } },
  http: {
    "GET /graphql/job/log/all/{id}": notModelled("job/log/all"),
    // A script on a device calls it, without a key.
    "POST /graphql/job/attribute/{id}/{name}": notModelled("job/attribute", true),
  },
});
