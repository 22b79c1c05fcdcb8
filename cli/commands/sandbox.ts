import { Command, InvalidArgumentError, Option } from "commander";

interface Options {
  port: number;
  controlPort: number;
  devices: number;
  services: number;
  pageFrom: string;
  without: string[];
  seed: number;
}

export function sandboxCommand(): Command {
  return new Command("sandbox")
    .description(
      "Plays a remote.it account on this machine, over real HTTP, until it is interrupted. Prints one line of JSON when it is ready: the addresses of the API and of its control, and the keys.",
    )
    .option("--port <number>", "port of the API; 0 takes a free one", wholeNumber, 0)
    .option("--control-port <number>", "port of the control interface; 0 takes a free one", wholeNumber, 0)
    .option("--devices <number>", "devices that the account holds at the start", wholeNumber, 0)
    .option("--services <number>", "services of each of these devices", wholeNumber, 0)
    .addOption(
      new Option("--page-from <number>", "offset at which the second page starts").choices(["1000", "1001"]).default("1000"),
    )
    .option("--without <mutations>", "mutations to hide from the schema, such as addService,removeService", names, [])
    .option("--seed <number>", "the same seed gives the same devices", wholeNumber, 1)
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

async function run({ pageFrom, ...options }: Options): Promise<void> {
  // Loaded here: no other command needs the server.
  const { startSandbox } = await import("../../sandbox/index.js");
  const { stop, ...facts } = await startSandbox({ ...options, pageFrom: pageFrom === "1001" ? 1001 : 1000 });
  // Before the line is printed: whoever reads it may stop the sandbox at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void stop());
  }
  process.stdout.write(`${JSON.stringify(facts)}\n`);
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number, 0 or more.");
  return Number(text);
}

function names(text: string): string[] {
  return text.split(",").map((name) => name.trim());
}
