import { GraphQLError } from "graphql";
import { defineEntity } from "../entity";
import { findDevice } from "../find";
import { accountToChange } from "../permissions";
import { rows } from "../rows";
import { addDevice, type Device, type SeenDevice } from "./devices/rows";

/** Devices that show a claim code and wait, by that code. */
export const claimable = rows(() => new Map<string, Device>());

/** Claim codes that are used up, and what each of them claimed. */
const claimed = rows(() => new Map<string, Device>());

export default defineEntity({
  mutations: {
    claimDevice: ({ code, accountId }: { code: string; accountId?: string | null }, context): SeenDevice | null => {
      const { store } = context;
      const account = accountToChange(context, accountId, "MANAGE");
      const device = claimable(store).get(code);
      if (device) {
        claimable(store).delete(code);
        claimed(store).set(code, device);
        addDevice(account, device);
        return { account, device };
      }
      const own = findDevice(account, claimed(store).get(code)?.id ?? "");
      if (own && store.world["claim-again"] === "device") return { account, device: own };
      if (store.world["claim-unknown"] === "null") return null;
      throw new GraphQLError("Claim code not found: it is unknown, or its device is in an account already.");
    },
  },
});
