// Made by `npm run generate` from the registry, provider/domains/index.ts.
import { service } from "../domains/services/service";
import { dynamicProvider } from "./adapter";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/service")` is a public contract.
export = dynamicProvider(service);
