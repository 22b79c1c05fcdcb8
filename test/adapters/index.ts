import { openDynamic } from "./dynamic";
import { openPlugin } from "./plugin";

/** Both ways in which an engine uses the provider, without an engine. */
export const adapters = { dynamic: openDynamic, plugin: openPlugin };

export type AdapterName = keyof typeof adapters;

export { adapterStack, type AdapterStack, type Declaration, type Ran } from "./stack";
