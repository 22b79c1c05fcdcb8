import type { DeviceFilter } from "../provider/inventory";

export interface DriftOptions {
  /**
   * Only devices that match, with their services, as remote.it itself filters. The webhook is left out then; a managed device
   * that does not match is not counted.
   */
  filter?: DeviceFilter;
  /** The most requests to send, 1 or more. What could not be read within is not checked. Default: as many as it takes. */
  maxRequests?: number;
  /** Ends the reading; findDrift then rejects with its reason. */
  signal?: AbortSignal;
  /** Hears how many of the account's devices were read. */
  progress?: (done: number, total: number) => void;
}
