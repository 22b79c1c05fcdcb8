import { applicationsIn, protocolOf } from "../applications";
import { defineEntity, type Context } from "../entity";

const listed = ({ store }: Context) =>
  applicationsIn(store.world).map(({ id, name, port, scheme, isWeb }) => ({
    id,
    name,
    description: name,
    port,
    scheme,
    protocol: protocolOf(id),
    proxy: isWeb,
  }));

/** The types that services have, and the platforms of devices. */
export default defineEntity({
  query: {
    applicationTypes: (_args, context) => listed(context),
    platformTypes: () => [{ id: 1200, name: "Raspberry Pi", visible: true }],
  },
  fields: { User: { applicationTypes: (_account, _args, context) => listed(context) } },
});
