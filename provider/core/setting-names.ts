/**
 * Every setting's configuration key, which stands under `remoteit:` in a stack's configuration: for who needs no more of the table than
 * that.
 */
export const settingNames = [
  "accessKeyId",
  "secretAccessKey",
  "developerKey",
  "profile",
  "accountId",
  "endpoint",
  "restEndpoint",
  "signature",
  "requestsPerSecond",
  "maxRetries",
  "timeoutSeconds",
  "mergeWrites",
] as const;
