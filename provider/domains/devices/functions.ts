import { z } from "zod";
import { field, fieldsOf } from "../../core/field";
import { deviceCollection, type DeviceFilter, type DeviceRecord } from "../../inventory";
import type { Context } from "../../lifecycle";
import { applicationProblems } from "../services/application-types";
import { deviceFilter, toDeviceFilter } from "./filter";
import { notThere } from "../shared/answers";
import { namesService } from "../shared/other-kind";
import { address } from "../shared/text";
import { defineFunction } from "../../lifecycle/function";
import { present } from "../shared/present";
import { deviceInfo, type DeviceInfo } from "./info";

export const getDevice = defineFunction({
  name: "getDevice",
  describe: "Reads one device, with its services. Fails where the account has no such device.",
  args: { id: field(address(), "Id of the device: eight pairs of hexadecimal digits.") },
  result: fieldsOf(deviceInfo),
  async run(context, { id }) {
    const about = { what: "Getting device", subject: id };
    const { accountId, item } = await context.inventory.of(deviceCollection).read(id, about);
    if (item) return toDeviceInfo(item);
    const service = await namesService(context, id, about);
    throw service ?? notThere(about, `Account ${accountId} has no device with this id.`);
  },
});

const manyDevices = { what: "Getting devices" };

export const getDevices = defineFunction({
  name: "getDevices",
  describe: "Reads every device of the account that matches, of all pages. Without a filter: all.",
  args: deviceFilter,
  result: { devices: field(z.array(deviceInfo), "The devices that match.") },
  rulesInContext: (context, { application }) =>
    applicationProblems(
      () => context,
      manyDevices,
      ((application ?? []) as unknown[]).map((one, index) => [`application[${index}]`, one]),
    ),
  async run(context, filter) {
    const devices: DeviceInfo[] = [];
    const wanted = await toDeviceFilter(context, filter, manyDevices);
    for await (const device of matchingDevices(context, wanted)) devices.push(device);
    return { devices };
  },
});

/** The account's devices that match, read in pages of 1,000 as they are asked for. */
export async function* matchingDevices(context: Context, filter: DeviceFilter): AsyncGenerator<DeviceInfo, void, undefined> {
  for await (const { devices } of context.inventory.pages(filter, manyDevices)) {
    yield* devices.map(toDeviceInfo);
  }
}

function toDeviceInfo({ tags, services, owner, attributes, permissions, configurable, ...device }: DeviceRecord): DeviceInfo {
  return {
    ...present({
      id: device.id,
      name: device.name,
      state: device.state,
      hardwareId: device.hardwareId,
      platform: device.platform,
      created: device.created,
    }),
    configurable,
    permissions,
    attributes,
    tags: tags.map(({ name }) => name),
    services: services.map((service) => ({ ...present(service), deviceId: device.id })),
    ...(owner && { owner: present(owner) }),
  };
}
