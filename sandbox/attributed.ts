export type Attributes = Readonly<Record<string, unknown>>;

/** What bears attributes, and what overrides them in each context. They are replaced, never changed. */
export interface Attributed {
  attributes: Attributes;
  contexts?: Map<string, Attributes>;
}

/** Hundreds of thousands of things share it. */
export const NO_ATTRIBUTES: Attributes = Object.freeze({});
