// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/service")` is a public contract.
export = onDemand(() => {
  const { service } = require("../domains/services/service") as typeof import("../domains/services/service");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(service);
});
