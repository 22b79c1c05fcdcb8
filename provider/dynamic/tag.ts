// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { onDemand } from "./on-demand";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/tag")` is a public contract.
export = onDemand(() => {
  const { tag } = require("../domains/tags/tag") as typeof import("../domains/tags/tag");
  const { dynamicProvider } = require("./adapter") as typeof import("./adapter");
  return dynamicProvider(tag);
});
