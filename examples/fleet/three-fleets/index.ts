import { Fleet } from "pulumi-remoteit";

// Whoever works with the account sees by it that a program is in charge.
const all = new Fleet("all", {
  selector: { allDevices: true },
  template: { tags: ["managed"] },
});

// The north has its own color, which decides for the pumps there too.
const north = new Fleet("north", {
  selector: { tags: { any: ["site-north"] }, exclude: { tags: { any: ["kiosk"] } } },
  template: { attributes: { $remoteit: { color: 5 } } },
  precedence: 10,
});

// A wrong selector or template stops here: before the first write where it would change more than 300 devices, and after three
// devices that fail.
const pumps = new Fleet(
  "pumps",
  {
    selector: { tags: { any: ["pump"] } },
    template: {
      attributes: { $remoteit: { color: 3 } },
      services: [{ name: "panel", application: "HTTP", port: 8080 }],
    },
    rollout: { maxChanges: 300, batchSize: 50, maxFailures: 3 },
  },
  { dependsOn: north },
);

export const matched = { all: all.matched, north: north.matched, pumps: pumps.matched };
