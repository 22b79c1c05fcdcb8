// Made by `npm run generate` from the registry, provider/resources/index.ts.
import { device } from "../resources/device";
import { dynamicProvider } from "./adapter";

// Its path is in the state of every stack: `require("pulumi-remoteit/dynamic/device")` is a public contract.
export = dynamicProvider(device);
