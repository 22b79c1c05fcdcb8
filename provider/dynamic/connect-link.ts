// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/connect-link")` is a public contract.
export = onDemand(() => {
  const { connectLink } = require("../domains/sharing/connect-link") as typeof import("../domains/sharing/connect-link");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(connectLink);
});
