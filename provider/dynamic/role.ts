// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/role")` is a public contract.
export = onDemand(() => {
  const { role } = require("../domains/organization/role") as typeof import("../domains/organization/role");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(role);
});
