// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/network-share")` is a public contract.
export = onDemand(() => {
  const { networkShare } = require("../domains/networks/network-share") as typeof import("../domains/networks/network-share");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(networkShare);
});
