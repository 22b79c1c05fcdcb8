/** The key that tells a special value from a map, and what it holds for each kind. Source: `resource.SigKey` and its values in the Pulumi SDK. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
export const RESOURCE = "5cf8f73096256a8f31e491e813e4eb8e";
