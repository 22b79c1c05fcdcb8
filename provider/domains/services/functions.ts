import { z } from "zod";
import { field, fieldsOf } from "../../core/field";
import { wholeServiceCollection } from "../../inventory";
import { notThere } from "../shared/answers";
import { namesDevice } from "../shared/other-kind";
import { address } from "../shared/text";
import { defineFunction } from "../../lifecycle/function";
import { getDevice } from "../devices/functions";
import { present } from "../shared/present";
import { serviceInfo } from "../devices/info";

export const getService = defineFunction({
  name: "getService",
  describe: "Reads one service. Fails where the account has no such service.",
  args: { id: field(address(), "Id of the service: eight pairs of hexadecimal digits.") },
  result: fieldsOf(serviceInfo),
  async run(context, { id }) {
    const about = { what: "Getting service", subject: id };
    const { accountId, item } = await context.inventory.of(wholeServiceCollection).read(id, about);
    if (item) {
      const { device, marks: _marks, ...service } = item;
      return { ...present(service), deviceId: device.id };
    }
    const device = await namesDevice(context, id, about);
    throw device ?? notThere(about, `Account ${accountId} has no service with this id.`);
  },
});

export const getServices = defineFunction({
  name: "getServices",
  describe: "Reads the services of one device. Fails where the account has no such device.",
  args: { deviceId: field(address(), "Id of the device.") },
  result: { services: field(z.array(serviceInfo), "The services of the device.") },
  run: async (context, { deviceId }) => ({ services: (await getDevice.run(context, { id: deviceId })).services }),
});
