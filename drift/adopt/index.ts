export { adoptCode, type LanguageName, languages } from "./code";
export { importFile } from "./import-file";
export { readUnmanaged } from "./unmanaged";
