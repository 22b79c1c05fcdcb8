import { defineEntity } from "../entity";

/** Lasting public addresses of services: nobody has made any. */
export default defineEntity({
  fields: { User: { links: [] }, Device: { link: null }, Service: { link: null } },
});
