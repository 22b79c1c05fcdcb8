import { join, resolve } from "node:path";
import { controlOf, startSandbox } from "../sandbox";
import { accountTable } from "./quickstart/account";
import { byHand, takeOff } from "./quickstart/by-hand";
import { manageFleet } from "./quickstart/fleet";
import { interruption } from "./quickstart/interrupt";
import { openStack } from "./quickstart/stack";
import { chapters, say, show } from "./quickstart/tell";
import { startReceiver } from "./quickstart/receiver";

const root = resolve(__dirname, "..");

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
  const settings = {
    "remoteit:endpoint": { value: sandbox.endpoint },
    "remoteit:accessKeyId": { value: sandbox.accessKeyId },
    "remoteit:secretAccessKey": { value: sandbox.secretAccessKey, secret: true },
  };
  const stack = await openStack({
    ...settings,
    "remoteit-quickstart:claimCode": { value: claimCode ?? "", secret: true },
    "remoteit-quickstart:webhookUrl": { value: receiver.url },
  });
  try {
    show((await stack.up()).summary);
    show(await accountTable(control));

    chapter("pulumi up again: nothing to do");
    show((await stack.up()).summary);

    chapter("Somebody changes it by hand");
    const unmanaged = await byHand(control, deviceId);
    say(
      "In the web portal the device was renamed, a tag taken off and a service removed; and a device was added that no program",
    );
    say("declares. Nobody told us.");
    show(await accountTable(control));

    chapter("pulumi-remoteit drift: the change comes to light");
    const html = join(root, ".work/drift.html");
    say("$ pulumi-remoteit drift --stack dev --format text --format html --output - --output drift.html");
    const drifted = await stack.drift(..."--stack dev --format text --format html --output - --output".split(" "), html);
    show(drifted.report.trimEnd());
    say(`Exit code ${drifted.code}: a pipeline can tell. The same for a browser: ${html}`);

    chapter("pulumi up --refresh: fixed, as the report says");
    show((await stack.up({ refresh: true })).summary);
    await takeOff(control, unmanaged);
    say("The device that no program declares is taken off the account in the web portal, where it was added.");
    show(await accountTable(control));

    chapter("pulumi-remoteit drift: in sync");
    const fixed = await stack.drift("--stack", "dev");
    show(fixed.report.trimEnd());
    say(`Exit code ${fixed.code}.`);

    chapter("The device goes offline");
    const calls = receiver.calls(3);
    await control.agentState(deviceId, "offline");
    say("remote.it calls the webhook that the program declares, once for the device and once for each service:");
    show((await calls).map(({ name, state }) => `${name}: ${state}`).join("\n"));

    chapter("pulumi destroy: all gone, and the account as it was");
    show((await stack.destroy()).summary);
    show(await accountTable(control));
  } finally {
    stack.remove();
  }

  chapter("A fleet: one resource for 50 devices");
  await manageFleet(control, settings);
  say(
    "That was the life of one device, declared in 20 lines, and of 51, declared in five. Next: README.md, and `npx pulumi-remoteit sandbox --help`.",
  );
}

const interrupted = interruption();
main(interrupted).catch((error: unknown) => {
  // What an interrupted engine says of itself is no news.
  const reason: unknown = interrupted.aborted ? interrupted.reason : error;
  process.stderr.write(`\n${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = interrupted.aborted ? 130 : 1;
});
