import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notifiersOf } from "../../../cli/watch/chosen-notifiers";
import { driftEvent } from "../../../drift/watch";
import { redact } from "../../../provider/core/secrets";
import { json, startServer } from "../../client/server";
import { finding } from "../../drift/watch/support";

const event = driftEvent(finding({ id: "80:01" }), { id: "mine" }, new Date());
const signal = new AbortController().signal;

test("nobody is notified unless an option says whom", () => {
  expect(notifiersOf({})).toEqual([]);
});

test("an address is sent the event, and stands in no text from then on", async () => {
  const server = await startServer();
  server.answer = json({});
  const address = `${server.url}/hooks/T0K3N-of-the-channel`;
  const [url, ...others] = notifiersOf({ notifyUrl: address });
  await url?.notify(event, signal);
  await server.stop();
  expect(others).toEqual([]);
  expect(url).toMatchObject({ name: "url", label: "The address of --notify-url" });
  expect(server.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([JSON.parse(JSON.stringify(event))]);
  expect(redact(`sent to ${address}`)).not.toContain("T0K3N");
});

test("a command is run with the event, after the address, without keys but those that are named", async () => {
  const folder = mkdtempSync(join(tmpdir(), "notifiers-"));
  const seen = join(folder, "seen");
  process.env["R3_SECRET_ACCESS_KEY"] = "key";
  process.env["PULUMI_ACCESS_TOKEN"] = "token";
  try {
    const options = { notifyUrl: "http://127.0.0.1:9/", notifyCommand: `env > ${seen}.env; cat > ${seen}` };
    const [url, command] = notifiersOf({ ...options, notifyEnv: ["PULUMI_ACCESS_TOKEN"] });
    expect([url?.name, command?.name, command?.label]).toEqual(["url", "command", "The command of --notify-command"]);
    await command?.notify(event, signal);
  } finally {
    delete process.env["R3_SECRET_ACCESS_KEY"];
    delete process.env["PULUMI_ACCESS_TOKEN"];
  }
  expect(readFileSync(seen, "utf8")).toContain("80:01");
  expect(readFileSync(`${seen}.env`, "utf8")).toContain("PULUMI_ACCESS_TOKEN=token");
  expect(readFileSync(`${seen}.env`, "utf8")).not.toContain("R3_SECRET_ACCESS_KEY");
  rmSync(folder, { recursive: true });
});
