export { adoptCode } from "./code";
export { importFile } from "./import-file";
export { readUnmanaged } from "./unmanaged";
