// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { tag } from "../domains/tags/tag";
import { dynamicProvider } from "./adapter";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/tag")` is a public contract.
export = dynamicProvider(tag);
