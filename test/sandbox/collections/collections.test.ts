import { join } from "node:path";
import { claimed, playground, run } from "../support";
import { readCollection } from "./read";
import { runCollection, type Outcome } from "./run";

const ground = playground();

interface Ids {
  device_id: string;
  service_id: string;
}

async function fill(): Promise<Ids> {
  const { control } = ground;
  const id = await claimed(control, { name: "camera", services: [{ name: "ssh", application: 28 }] });
  await run(control, 'mutation($id: [String!]!) { addTag(serviceId: $id, name: "camera") }', { id });
  const { login } = await run<{ login: { device: { services: { id: string }[] }[] } }>(
    control,
    "query($id: [String!]!) { login { device(id: $id) { services { id } } } }",
    { id },
  );
  return { device_id: id, service_id: login.device[0]?.services[0]?.id ?? "" };
}

const runFile = (file: string, variables: Record<string, string>): Promise<Outcome[]> =>
  runCollection(ground.sandbox, readCollection(join(__dirname, file), variables));

const unanswered = (outcomes: Outcome[]) =>
  outcomes.filter(({ outcome }) => outcome !== "answered").map(({ name, outcome, messages }) => [name, outcome, ...messages]);

const dataOf = (outcomes: Outcome[], name: string): unknown =>
  (outcomes.find((one) => one.name === name)?.answer as { data?: unknown } | undefined)?.data;

test("a collection of Insomnia, signed as the vendor's plugin does, reads all that the account holds", async () => {
  const ids = await fill();
  const outcomes = await runFile("account.insomnia.json", { ...ids });
  expect(unanswered(outcomes)).toEqual([]);
  expect(dataOf(outcomes, "One device")).toMatchObject({
    login: { device: [{ id: ids.device_id, name: "camera", tags: [{}] }] },
  });
  expect(dataOf(outcomes, "SSH of the machines of one kind")).toEqual({
    login: { devices: { items: [{ name: "camera", services: [{ name: "ssh", port: 22 }] }] } },
  });
  expect(dataOf(outcomes, "One service, under a name that is not the operation's")).toEqual({
    login: { service: [{ name: "ssh", device: { name: "camera" }, can: true }] },
  });
});

test("a collection of Postman, signed as the vendor's script does, changes it", async () => {
  const ids = await fill();
  const { accountId: account_id, developerKey: developer_key } = ground.sandbox;
  const outcomes = await runFile("changes.postman_collection.json", { ...ids, account_id, developer_key });
  expect(unanswered(outcomes)).toEqual([["Upload one", "not modelled", "file/upload is not modelled by the sandbox."]]);
  // False and null are refusals without a reason.
  const answers = outcomes.flatMap(({ answer }) => Object.values((answer as { data?: object }).data ?? {}) as unknown[]);
  expect(answers.filter((one) => one === false || one === null)).toEqual([]);
  expect(
    await run(
      ground.control,
      `query($id: [String!]!) { login { language attributes notificationSettings { notificationUrl } device(id: $id) {
        name attributes tags { name } notificationSettings { emailNotifications } services { name port presenceAddress }
      } } }`,
      { id: ids.device_id },
    ),
  ).toEqual({
    login: {
      language: "ja",
      attributes: { site: "Osaka" },
      notificationSettings: { notificationUrl: "https://hooks.example.com/remoteit" },
      device: [
        {
          name: "lobby",
          attributes: { floor: 2, $remoteit: { color: 4, categoryA: "north wing" } },
          tags: [{ name: "camera" }],
          notificationSettings: { emailNotifications: false },
          services: [
            { name: "panel", port: 8080, presenceAddress: null },
            { name: "terminal", port: 2222, presenceAddress: "203.0.113.5" },
          ],
        },
      ],
    },
  });
});

// `COLLECTION=file npx jest test/sandbox/collections -t named` lists what each request of somebody else's collection gets.
const theirs = process.env["COLLECTION"];
if (theirs) {
  test("the collection named by COLLECTION is understood", async () => {
    await ground.control.reset({ devices: 20, services: 2 });
    const outcomes = await runCollection(ground.sandbox, readCollection(theirs));
    const lines = outcomes.map(({ name, outcome, messages }) => [outcome.padEnd(12), name, ...messages].join("  "));
    process.stdout.write(`${lines.join("\n")}\n`);
    const isForeign = (message: string) => /^(Cannot query field|Unknown (argument|type)|Syntax Error)|signature/i.test(message);
    expect(outcomes.filter(({ messages }) => messages.some(isForeign)).map(({ name }) => name)).toEqual([]);
  });
}
