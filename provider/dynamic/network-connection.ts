// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/network-connection")` is a public contract.
export = onDemand(() => {
  const { networkConnection } =
    require("../domains/networks/network-connection") as typeof import("../domains/networks/network-connection");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(networkConnection);
});
