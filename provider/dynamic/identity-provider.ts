// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/identity-provider")` is a public contract.
export = onDemand(() => {
  const { identityProvider } =
    require("../domains/organization/identity-provider") as typeof import("../domains/organization/identity-provider");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(identityProvider);
});
