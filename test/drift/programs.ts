import fc from "fast-check";

/** What a program may declare of a device, besides which one it is. */
export interface DeviceProgram {
  name?: string;
  tags?: string[];
  attributes?: Record<string, unknown>;
  notificationSettings?: { emailNotifications?: boolean; desktopNotifications?: boolean };
}

export interface ServiceProgram {
  name: string;
  application: string | number;
  host?: string;
  port?: number;
  enabled?: boolean;
}

export interface AnyProgram {
  devices: (DeviceProgram & { services: ServiceProgram[] })[];
  webhook?: { url: string; enabled?: boolean };
}

const name = fc.string({ minLength: 1, maxLength: 100, unit: "grapheme" }).filter((text) => text.length <= 100);
const tag = fc.stringMatching(/^[^\s]{1,20}$/);
// Names that every object has by birth, and some that a path has to quote.
const key = fc.oneof(fc.constantFrom("constructor", "toString", "$remoteit", "a b", "a.b", 'a"b', "1", "site"), fc.string());
const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.array(fc.string(), { maxLength: 2 }));
const attributes = fc.letrec<{ map: Record<string, unknown> }>((tie) => ({
  map: fc.dictionary(
    key.filter((text) => text !== "__proto__"),
    fc.oneof({ depthSize: "small" }, leaf, tie("map")),
    { maxKeys: 4 },
  ),
})).map;

const device = fc.record(
  {
    name,
    tags: fc.array(tag, { maxLength: 3 }),
    attributes,
    notificationSettings: fc.record(
      { emailNotifications: fc.boolean(), desktopNotifications: fc.boolean() },
      { requiredKeys: [] },
    ),
    services: fc.uniqueArray(
      fc.record(
        {
          name,
          application: fc.constantFrom("SSH", "ssh", 28, "HTTP", 7, 4),
          host: fc.constantFrom("127.0.0.1", "camera.lan"),
          port: fc.integer({ min: 1, max: 65_535 }),
          enabled: fc.boolean(),
        },
        { requiredKeys: ["name", "application"] },
      ),
      { maxLength: 3, selector: ({ name: of }) => of },
    ),
  },
  { requiredKeys: ["services"] },
);

export const anyProgram: fc.Arbitrary<AnyProgram> = fc.record(
  {
    devices: fc.array(device, { minLength: 1, maxLength: 3 }),
    webhook: fc.record({ url: fc.webUrl({ validSchemes: ["https"] }), enabled: fc.boolean() }, { requiredKeys: ["url"] }),
  },
  { requiredKeys: ["devices"] },
);
