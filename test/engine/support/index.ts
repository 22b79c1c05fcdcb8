export { cliStack, type CliStack } from "./cli-stack";
export { consumer, projectFolder, repository, type Installed } from "./consumer";
export { describeWithLanguageHost, environment } from "./engine";
export { copyExample, exampleStack } from "./example-stack";
export { inlineStack, ProgramNotRun, type InlineStack, type Program } from "./inline-stack";
export type { Outcome } from "./outcome";
export { openStack, writeFiles, type Config, type Stack } from "./stack";
export type { StateFile } from "./state";
