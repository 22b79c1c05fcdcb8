export { adoptCode, type LanguageName, languages } from "./code";
export { proposeFleets } from "./fleets/propose";
export { importFile } from "./import-file";
export { readUnmanaged } from "./unmanaged";
