import { z } from "zod";
import { field, type Values } from "../../core/field";
import { notificationMap } from "../devices/notifications";
import { application } from "../services/applications";
import { attributeMap } from "../shared/attributes";
import { flag, map, nameText, seconds, text, wholeNumber } from "../shared/text";
import { tagName } from "../tags/device-tags";

const NOT_EMPTY = { error: "is empty; leave it out or give it a value" };
const MOST = 1_000_000_000;

const some = <S extends z.ZodType>(item: S, what: string) =>
  z.array(item, { error: `must be a list of ${what}` }).min(1, NOT_EMPTY);
const port = () => wholeNumber(1, 65_535, "the TCP or UDP port");

const tagChoice = () =>
  map({
    any: some(tagName(), "tag names").optional().describe("Devices with at least one of these tags."),
    all: some(tagName(), "tag names").optional().describe("Devices with every one of these tags."),
  }).meta({ title: "FleetTags", description: "Which tags a device has. With both, both must hold." });

const conditions = () => ({
  tags: tagChoice().optional().describe("Which tags they have. Case is ignored, unless the account distinguishes the two."),
  nameContains: text().optional().describe("A part of the name, in upper or lower case."),
  platforms: some(wholeNumber(0, 65_535, "the platform's number"), "numbers")
    .optional()
    .describe("One of these platforms, by number."),
  applications: some(application(), "application types")
    .optional()
    .describe("A service of one of these application types, each a name or a number."),
});

const exclusion = () =>
  map(conditions()).meta({ title: "FleetExclusion", description: "Devices of which one of these conditions holds." });

const selector = () =>
  map({
    ...conditions(),
    allDevices: flag()
      .optional()
      .describe("Every device that the account owns. Stands in the place of all conditions but `exclude`."),
    exclude: exclusion()
      .optional()
      .describe("Which of them do not belong to the fleet: those of which one of these conditions holds."),
  }).meta({
    title: "FleetSelector",
    description: "Which devices belong to the fleet: those of which all conditions hold.",
  });

const service = () =>
  map({
    name: nameText().describe("Name of the service. A service of the device that has it already is brought to what stands here."),
    application: application().describe("Type of the service, by name or number."),
    host: text().optional().describe("Where the device reaches the service. Default for a new service: 127.0.0.1."),
    port: port().optional().describe("Port of the service. Default for a new service: that of its application type."),
    enabled: flag().optional().describe("Whether it accepts connections. Default for a new service: true."),
  }).meta({ title: "FleetService", description: "A service that every device of the fleet has." });

const removal = () =>
  map({
    name: nameText().optional().describe("Services with this name."),
    application: application().optional().describe("Services of this type, by name or number."),
    port: port().optional().describe("Services on this port."),
  }).meta({
    title: "FleetRemoval",
    description: "Services that no device of the fleet keeps: those of which all that is given holds.",
  });

const template = () =>
  map({
    tags: some(tagName(), "tag names").optional().describe("Tags that each device gets."),
    removeTags: some(tagName(), "tag names").optional().describe("Tags that are taken off each device."),
    attributes: attributeMap()
      .optional()
      .describe("Attributes by name, at every depth; others stay as they are. `null` removes one."),
    notificationSettings: notificationMap()
      .optional()
      .describe("Whether remote.it sends notifications about the device, as for a `Device`."),
    services: some(service(), "services").optional().describe("Services that each device has."),
    removeServices: some(removal(), "services")
      .optional()
      .describe("Services that are deleted from each device. `rollout.maxRemovals` says how many may be."),
  }).meta({ title: "FleetTemplate", description: "What a device of the fleet is to be. What it does not name stays as it is." });

const rollout = () =>
  map({
    maxChanges: wholeNumber(0, MOST, "devices")
      .optional()
      .describe("The most devices that one update may change. With more, it fails before the first write. Default: no limit."),
    maxRemovals: wholeNumber(0, MOST, "services")
      .optional()
      .describe("The most services that one update may delete. With more, it fails before the first write. Default: 0."),
    batchSize: wholeNumber(1, 500, "devices")
      .optional()
      .describe("Devices that are changed together; the next ones follow once they are done. Default: 500."),
    maxFailures: wholeNumber(0, MOST, "devices")
      .optional()
      .describe(
        "The most devices that may fail: after so many, no further ones are begun. No more than these are changed at once. Default: 10.",
      ),
    pauseSeconds: seconds().optional().describe("Seconds between two batches. Default: 0."),
    onlineOnly: flag()
      .optional()
      .describe("Whether devices that are offline are left for an update that finds them online. Default: false."),
  }).meta({ title: "FleetRollout", description: "How devices are brought to the template." });

export const inputs = {
  selector: field(
    selector(),
    "Which of the devices that the account owns belong to the fleet: those of which all conditions hold when `pulumi up` looks. Without any condition, `allDevices: true` is needed.",
  ),
  template: field(
    template().optional(),
    "What each of them is to be. It only adds: what it does not name stays as it is, and so does what is taken out of it, and a device that no longer matches.",
  ),
  rollout: field(rollout().optional(), "How devices are brought to the template, and what stops it."),
  precedence: field(
    wholeNumber(-MOST, MOST, "the higher one decides").optional(),
    "Where two fleets want different things of one device, the one with the higher precedence decides. The other one depends on it (`dependsOn`), so that it knows. Default: 0.",
  ),
  onDestroy: field(
    z.enum(["leave", "removeTags"], { error: 'must be "leave" or "removeTags"' }).optional(),
    "What destroying the fleet does: nothing (`leave`), or it takes the tags of the template off the devices that match (`removeTags`). Default: `leave`.",
  ),
};

const count = (what: string) => field(z.int(), what);

export const outputs = {
  accountId: field(z.string(), "Id of the account whose devices they are."),
  matched: count("How many devices matched at the last update."),
  changed: count("How many devices the last update changed."),
  failed: count("How many devices the last update could not change."),
  unsupported: count("How many devices take no services through the API, and lack some of the template, at the last update."),
  conformity: field(
    z.string(),
    "`conforms` where every device was as declared after the last update, else a digest of what was not. After a slash, that of what a later look found, where it found something else.",
  ),
};

export type Declared = Values<typeof inputs>;
export type Declaration = z.output<ReturnType<typeof template>>;
export type Conditions = Pick<Declared["selector"], "tags" | "nameContains" | "platforms" | "applications">;
export type Rollout = z.output<ReturnType<typeof rollout>>;
