import { Fleet } from "pulumi-remoteit";

// Whichever devices have the tag when `pulumi up` looks: each is to have the service and the other tag.
const pumps = new Fleet("pumps", {
  selector: { tags: { any: ["pumps"] } },
  template: { tags: ["managed"], services: [{ name: "panel", application: "HTTP", port: 8080 }] },
});

export const { matched, changed, failed } = pumps;
