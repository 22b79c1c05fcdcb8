// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/account-settings")` is a public contract.
export = onDemand(() => {
  const { accountSettings } =
    require("../domains/account/account-settings") as typeof import("../domains/account/account-settings");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(accountSettings);
});
