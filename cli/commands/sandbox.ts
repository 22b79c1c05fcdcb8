import { Command, InvalidArgumentError, Option } from "commander";
import type { Switch, World } from "../../sandbox";
import { list, wholeNumber } from "../options/values";
import { writeOut } from "../support/output";

interface Options {
  port: number;
  controlPort: number;
  devices: number;
  services: number;
  world: Record<string, string>;
  webhookForm?: WebhookForm;
  without: string[];
  seed: number;
  worlds?: true;
}

type WebhookForm = World["webhook-form"];
const webhookForms: WebhookForm[] = ["keys", "table"];

export function sandboxCommand(): Command {
  return new Command("sandbox")
    .description(
      "Runs a simulated remote.it account on this machine, over real HTTP, until it is interrupted. Once ready, it prints one line of JSON: the addresses of the API and of its control interface, and the keys.",
    )
    .option("--port <number>", "port of the API; 0 picks a free one", wholeNumber, 0)
    .option("--control-port <number>", "port of the control interface; 0 picks a free one", wholeNumber, 0)
    .option("--devices <number>", "number of devices in the account at the start", wholeNumber, 0)
    .option("--services <number>", "number of services on each of them", wholeNumber, 0)
    .option(
      "--world <answers>",
      "how it behaves where remote.it's behaviour is unknown, such as tags=case-insensitive,page-from=1001",
      answers,
      {},
    )
    .addOption(
      new Option(
        "--webhook-form <form>",
        "form of the webhook's calls: the sixteen keys of a received one, or those of the documentation's table; the same as --world webhook-form=<form>",
      ).choices(webhookForms),
    )
    .option("--worlds", "list the switches of --world with their answers, the assumed one first, and exit")
    .option("--without <mutations>", "mutations to hide from the schema, such as addService,removeService", list, [])
    .option("--seed <number>", "the same seed gives the same devices and access keys", wholeNumber, 1)
    .addHelpText(
      "after",
      `
An account with 20 devices of 2 services each, and a stack that uses it:

Examples:
  $ pulumi-remoteit sandbox --port 8080 --devices 20 --services 2
  $ pulumi config set remoteit:endpoint http://127.0.0.1:8080
  $ pulumi config set remoteit:accessKeyId …; pulumi config set --secret remoteit:secretAccessKey …`,
    )
    .action(run);
}

async function run({ worlds, webhookForm, ...options }: Options): Promise<void> {
  // Loaded here: no other command needs the server.
  const { startSandbox, switches } = await import("../../sandbox/index.js");
  if (worlds) {
    return writeOut(described(switches));
  }
  const { stop, ...facts } = await startSandbox({
    ...options,
    world: { ...options.world, ...(webhookForm && { "webhook-form": webhookForm }) },
  });
  // Before the line is printed: whoever reads it may stop the sandbox at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop());
  }
  process.stdout.write(`${JSON.stringify(facts)}\n`);
}

/** `tags=case-insensitive,page-from=1001` */
function answers(text: string, before: Record<string, string>): Record<string, string> {
  const given = list(text).map((one) => {
    const [name, answer] = one.split("=", 2);
    if (!name || !answer)
      throw new InvalidArgumentError("It must be switches with their answers, such as tags=case-insensitive.");
    return [name, answer] as const;
  });
  return { ...before, ...Object.fromEntries(given) };
}

function* described(switches: Readonly<Record<string, Switch>>): Generator<string> {
  for (const [name, { question, answers: known }] of Object.entries(switches)) {
    yield `${name}: ${question}\n`;
    for (const [index, [answer, does]] of known.entries())
      yield `  ${name}=${answer}: ${does}${index === 0 ? " (assumed)" : ""}\n`;
  }
}
