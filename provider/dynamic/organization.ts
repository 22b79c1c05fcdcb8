// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/organization")` is a public contract.
export = onDemand(() => {
  const { organization } =
    require("../domains/organization/organization") as typeof import("../domains/organization/organization");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(organization);
});
