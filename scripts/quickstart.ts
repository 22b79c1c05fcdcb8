import { controlOf, startSandbox, type Control } from "../sandbox";
import { accountTable } from "./quickstart/account";
import { changesBetween } from "./quickstart/changes";
import { interruption } from "./quickstart/interrupt";
import { openStack } from "./quickstart/stack";
import { chapters, say, show } from "./quickstart/tell";
import { startReceiver } from "./quickstart/receiver";

/** The main job from end to end, on the sandbox and through the real engine, told as it happens. */
async function main(interrupted: AbortSignal): Promise<void> {
  const sandbox = await startSandbox();
  const receiver = await startReceiver();
  try {
    await tell(sandbox, receiver, chapters(interrupted));
  } finally {
    await Promise.all([sandbox.stop(), receiver.stop()]);
  }
}

type Started<Start extends (...args: never[]) => unknown> = Awaited<ReturnType<Start>>;

async function tell(
  sandbox: Started<typeof startSandbox>,
  receiver: Started<typeof startReceiver>,
  chapter: (title: string) => void,
): Promise<void> {
  chapter("An account");
  const control = controlOf(sandbox.control);
  const agent = {
    hardwareId: "b827eb-0a1b2c",
    name: "raspberrypi",
    platform: 1200,
    services: [],
    configurable: true,
    online: true,
  };
  const { deviceId, claimCode } = await control.agent(agent);
  say(`A sandbox plays a remote.it account at ${sandbox.endpoint}.`);
  say(`Somewhere a Raspberry Pi runs remote.it's agent and shows the claim code ${claimCode ?? ""}. The account is empty:`);
  show(await accountTable(control));

  chapter("pulumi up: what the program declares becomes so");
  say("The program is examples/quickstart/index.ts: it claims the device, names and tags it, and gives it two services.");
  const stack = await openStack({
    "remoteit:endpoint": { value: sandbox.endpoint },
    "remoteit:accessKeyId": { value: sandbox.accessKeyId },
    "remoteit:secretAccessKey": { value: sandbox.secretAccessKey, secret: true },
    "remoteit-quickstart:claimCode": { value: claimCode ?? "", secret: true },
    "remoteit-quickstart:webhookUrl": { value: receiver.url },
  });
  try {
    show((await stack.up()).summary);
    show(await accountTable(control));

    chapter("pulumi up again: nothing to do");
    show((await stack.up()).summary);

    chapter("Somebody changes it by hand");
    const ssh = await serviceCalled("ssh", control, deviceId);
    await control.change(`mutation($id: String!) { renameService(serviceId: $id, name: "test, do not touch") }`, {
      id: deviceId,
    });
    await control.change(`mutation($id: String!) { removeTag(serviceId: [$id], name: ["pumps"]) }`, { id: deviceId });
    await control.change(`mutation($id: ID!) { updateService(id: $id, port: 2222) { id } }`, { id: ssh });
    say("In the web portal the device was renamed, a tag taken off and the port of ssh moved. Nobody told us.");
    show(await accountTable(control));

    chapter("pulumi refresh: the change comes to light");
    const before = await stack.state();
    show((await stack.refresh()).summary);
    show(changesBetween(before, await stack.state()));

    chapter("pulumi up: healed");
    show((await stack.up()).summary);
    show(await accountTable(control));

    chapter("The device goes offline");
    const calls = receiver.calls(3);
    await control.agentState(deviceId, "offline");
    say("remote.it calls the webhook that the program declares, once for the device and once for each service:");
    show((await calls).map(({ Name, State }) => `${Name}: ${State}`).join("\n"));

    chapter("pulumi destroy: all gone, and the account as it was");
    show((await stack.destroy()).summary);
    show(await accountTable(control));
  } finally {
    stack.remove();
  }
  say("That was the whole life of a device, declared in 20 lines. Next: README.md, and `npx pulumi-remoteit sandbox --help`.");
}

async function serviceCalled(name: string, control: Control, deviceId: string): Promise<string | undefined> {
  const query = `query($id: [String!]!) { login { device(id: $id) { services { id name } } } }`;
  const { login } = (await control.change(query, { id: [deviceId] })) as {
    login: { device: { services: { id: string; name: string }[] }[] };
  };
  return login.device[0]?.services.find((service) => service.name === name)?.id;
}

const interrupted = interruption();
main(interrupted).catch((error: unknown) => {
  // What an interrupted engine says of itself is no news.
  const reason: unknown = interrupted.aborted ? interrupted.reason : error;
  process.stderr.write(`\n${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = interrupted.aborted ? 130 : 1;
});
