import { setTimeout as sleep } from "node:timers/promises";
import { resources } from "../../provider/domains";
import { useBench } from "./support";

const bench = useBench();

test.each(["cut", 502, 503])("a line that ends with %s while the server goes on makes one service", async (how) => {
  const late: Promise<unknown>[] = [];
  const endpoint = await bench.proxy(async ({ incoming, text, forward, answer }) => {
    if (!text.includes("mutation addService") || late.length > 0) {
      answer(await forward());
      return;
    }
    late.push(sleep(1500).then(forward)); // how long the server takes
    if (how === "cut") incoming.socket.resetAndDestroy();
    else answer({ status: Number(how), headers: {}, body: "" });
  });
  const id = await bench.owned();
  const declared = { deviceId: id, name: "ssh", application: "SSH", port: 22 };
  const made = await resources.service.create(bench.process({ endpoint, timeoutSeconds: 4 }), declared);
  await Promise.all(late);
  expect(made.outputs).toMatchObject({ origin: "made" });
  expect((await bench.device(id))?.services).toMatchObject([{ id: made.id }]);
});
