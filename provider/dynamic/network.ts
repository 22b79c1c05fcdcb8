// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/network")` is a public contract.
export = onDemand(() => {
  const { network } = require("../domains/networks/network") as typeof import("../domains/networks/network");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(network);
});
