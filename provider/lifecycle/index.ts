export { confirmGone } from "./confirm-gone";
export { type Context, createContext, createReadOnlyContext, type ReadOnlyContext } from "./context";
export { createOnce, createOnlyOnce } from "./create-once";
export { defineResource } from "./define";
export { type Created, type Existing, type Looking, type Marking, type PageOf, type SubjectLabel } from "./kind";
export { createOwnership, type Ownership } from "./ownership";
export { poll, type Wait, waitOf } from "./poll";
export { perClient } from "./per-client";
export { needsItsOwn } from "./standing";
