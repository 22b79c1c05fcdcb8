import type { Control } from "../../sandbox";
import { openStack } from "./stack";
import { say, show } from "./tell";

const DEVICES = 50;

/** The last act: many devices that come by themselves are brought to one template, and so is the next one that comes. */
export async function manageFleet(control: Control, settings: Parameters<typeof openStack>[0]): Promise<void> {
  for (let number = 1; number <= DEVICES; number += 1) await register(control, number);
  say(`${DEVICES} pumps have registered themselves. The program is examples/quickstart/fleet.ts: each device with the tag pumps`);
  say("is to have a panel and the tag managed. What a preview says:");
  const stack = await openStack(settings, "fleet.ts");
  try {
    show(shortened((await stack.preview()).said));
    await stack.up();
    say("pulumi up:");
    show(await counts(control));
    await register(control, DEVICES + 1);
    say("Another pump registers. pulumi up again, with nothing changed in the program:");
    show((await stack.up()).summary);
    show(await counts(control));
  } finally {
    stack.remove();
  }
}

async function register(control: Control, number: number): Promise<void> {
  const { login } = (await control.change("{ login { registrationCode } }")) as { login: { registrationCode: string } };
  const agent = { code: login.registrationCode, hardwareId: `b827eb-50${number}`, name: `pump-${number}`, services: [] };
  const { deviceId } = await control.agent(agent);
  await control.change('mutation($id: [String!]!) { addTag(serviceId: $id, name: ["pumps"]) }', { id: [deviceId] });
}

interface Held {
  login: { devices: { items: { tags: { name: string }[]; services: { name: string }[] }[] } };
}

async function counts(control: Control): Promise<string> {
  const text = "{ login { devices(size: 100) { items { tags { name } services { name } } } } }";
  const { items } = ((await control.change(text)) as Held).login.devices;
  const panels = items.flatMap(({ services }) => services.filter(({ name }) => name === "panel"));
  const managed = items.filter(({ tags }) => tags.some(({ name }) => name === "managed"));
  return `${items.length} devices, ${managed.length} of them tagged managed, ${panels.length} panels`;
}

/** Its first lines, and the last, which says how many there are. */
function shortened(text: string): string {
  const lines = text.split("\n");
  return lines.length <= 5 ? text : [...lines.slice(0, 4), "…", ...lines.slice(-1)].join("\n");
}
