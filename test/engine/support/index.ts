export { cliStack, type CliStack } from "./cli-stack";
export { consumer, installed, projectFolder, type Installed } from "./consumer";
export { describeWithLanguageHost } from "./engine";
export { inlineStack, type InlineStack, type Program } from "./inline-stack";
export type { Outcome, Step } from "./outcome";
export type { Config, Stack } from "./stack";
export type { StateFile, StateResource } from "./state";
