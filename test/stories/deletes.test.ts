import { resources } from "../../provider/domains";
import { graphqlAnswer } from "../support/proxy";
import { useBench } from "./support";

const bench = useBench();

test.each(["Account not found", "Role does not exist", "Device not found"])(
  'a delete that is answered "%s" has failed as long as the thing is there',
  async (message) => {
    const endpoint = await bench.proxy(async ({ text, forward, answer }) => {
      const isDelete = /mutation (deleteDevice|removeService)/.test(text);
      answer(isDelete ? graphqlAnswer({ data: null, errors: [{ message }] }) : await forward());
    });
    const id = await bench.owned({ services: [{ name: "ssh", application: 28 }] });
    const service = (await bench.device(id))?.services[0]?.id ?? "";
    const { device, service: services } = resources;
    const context = bench.process({ endpoint });
    await expect(services.delete(context, service, { name: "ssh", origin: "made" })).rejects.toThrow(message);
    await expect(device.delete(context, id, { name: "pump", origin: "claimed" })).rejects.toThrow(message);
    expect(await bench.device(id)).toMatchObject({ id, services: [{ id: service }] });
  },
);
