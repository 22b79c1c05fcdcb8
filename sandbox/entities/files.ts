import { defineEntity } from "../entity";
import { notModelled } from "../server/answer";

/** Scripts and what they need: there are none. Their bytes go beside GraphQL (api/README.md, C and A). */
export default defineEntity({
  fields: { User: { files: [] } },
  http: {
    "POST /graphql/file/upload": notModelled("file/upload"),
    "GET /graphql/file/download/{id}": notModelled("file/download"),
  },
});
