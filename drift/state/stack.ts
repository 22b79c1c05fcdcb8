/** A remote.it resource as the state of a stack holds it, reduced to what drift needs. */
export interface StackResource {
  /** Name of the resource in Pulumi: `Device`. */
  type: string;
  urn: string;
  /** Id in the account. */
  id: string;
  /**
   * `managed`: the program declares it. `read`: it only looks it up (`Device.get`). `leaving`: the next `pulumi up` takes it
   * away.
   */
  role: "managed" | "read" | "leaving";
  /** What the program declared, without what counts at creation alone. Secrets and what is not known are marked: see secret.ts. */
  inputs: Readonly<Record<string, unknown>>;
  /** Property paths that the program told Pulumi to ignore (`ignoreChanges`). */
  ignoreChanges?: readonly string[];
  /** Id of the account that it was made in; absent where its creation did not come to its end. */
  accountId?: string;
  /** Set where the account shows nothing of it, as it should be: of a webhook without its address. */
  isUnseen?: true;
  /** How a device came to be managed: adopted, claimed, registered, provisioned. */
  origin?: string;
  /** Where it judges other things: when Pulumi last wrote its state, in milliseconds. Absent where an old one has not noted it. */
  modified?: number;
  /** The token of the mark that it has left on the thing. */
  mark?: string;
}

/** What drift needs of a stack. */
export interface StackState {
  name: string;
  /** Absent where the state holds no resource that would tell. */
  project?: string;
  resources: StackResource[];
  /** URNs of the resources that Pulumi was at when it was interrupted. */
  interrupted: string[];
}
