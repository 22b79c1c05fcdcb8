// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/fleet")` is a public contract.
export = onDemand(() => {
  const { fleet } = require("../domains/fleets/fleet") as typeof import("../domains/fleets/fleet");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(fleet);
});
