import { Command, InvalidArgumentError, Option } from "commander";
import { applicationNames, applicationNumber } from "../../provider/resources/applications";
import { counted } from "../../drift/report/words";
import { createReadOnlyContext } from "../../provider/resources";
import { deviceColumns, serviceColumns, usualColumns } from "../inventory/columns";
import { type AccountOptions, settingsOf, withAccountOptions } from "../options/account";
import { filterOf, type FilterOptions, withFilterOptions } from "../options/filter";
import { inventoryFormats } from "../inventory/formats";
import { rowsOf } from "../inventory/rows";
import { list } from "../options/values";
import { writeFile, writeOut } from "../support/output";
import { progressOn } from "../support/progress";
import { interruptible } from "../support/run";
import { styleFor } from "../support/terminal";

interface Options extends AccountOptions, FilterOptions {
  services?: true;
  format: keyof typeof inventoryFormats;
  columns?: string[];
  output?: string;
  state?: string;
  hardwareId?: string;
  application?: number[];
}

export function inventoryCommand(): Command {
  const command = new Command("inventory")
    .description("Lists the devices of the account, or their services, as they are read: memory does not grow with the account.")
    .optionsGroup("What to show:")
    .option("--services", "services, with the names of their devices, in place of devices")
    .addOption(
      new Option("-f, --format <format>", "ndjson is one JSON object a line")
        .choices(Object.keys(inventoryFormats))
        .default("table"),
    )
    .option(
      "--columns <names>",
      `columns in their order, with commas between. Of devices: ${Object.keys(deviceColumns).join(", ")}. Of services: ${Object.keys(serviceColumns).join(", ")}`,
      list,
    )
    .option("-o, --output <file>", "write to this file, whole or not at all");
  withFilterOptions(command)
    .addOption(new Option("--state <state>", "that are online (active) or not").choices(["active", "inactive"]))
    .option("--hardware-id <id>", "with this hardware id")
    .option("--application <type>", "with a service of this type, by name or number; several: one of them", applications);
  return withAccountOptions(command)
    .addHelpText(
      "after",
      `
In JSON a value has its own type, and where no columns are chosen all are there. In a table and in CSV services are their
number, an owner is the e-mail address, and attributes are JSON.

Examples:
  $ pulumi-remoteit inventory --tag site-a --state inactive
  $ pulumi-remoteit inventory --columns name,id,hardwareId,created --format csv --output devices.csv
  $ pulumi-remoteit inventory --services --application SSH --format ndjson | jq -r .id
  $ pulumi-remoteit inventory --stack prod --cwd infra`,
    )
    .action(interruptible(run));
}

async function run(signal: AbortSignal, options: Options, command: Command): Promise<void> {
  const { services = false, format, output } = options;
  const columns = columnsOf(options, command);
  const { state, hardwareId, application } = options;
  const filter = {
    ...filterOf(options),
    ...(state !== undefined && { state }),
    ...(hardwareId !== undefined && { hardwareId }),
    ...(application && { application }),
  };
  const settings = await settingsOf(options, signal);
  const isTerminal = output === undefined && process.stdout.isTTY;
  const progress = progressOn(process.stderr, !isTerminal);
  let devices = 0;
  const onDevice = () => progress.show(counted((devices += 1), "device"));
  const rows = rowsOf(createReadOnlyContext(settings, progress.log), filter, { services, columns, onDevice });
  const bold = (text: string) => (isTerminal ? styleFor(process.stdout)("bold", text) : text);
  const text = inventoryFormats[format](rows, { columns, isTerminal, bold });
  try {
    await (output === undefined ? writeOut(text) : writeFile(output, text));
  } finally {
    progress.clear();
  }
}

function columnsOf({ services, columns, format }: Options, command: Command): readonly string[] {
  const all = Object.keys(services ? serviceColumns : deviceColumns);
  if (columns === undefined) {
    if (format === "json" || format === "ndjson") return all;
    return services ? usualColumns.services : usualColumns.devices;
  }
  const unknown = columns.filter((name) => !all.includes(name));
  if (unknown.length > 0)
    command.error(
      `error: there is no column "${unknown.join('", "')}". ${services ? "Services" : "Devices"} have ${all.join(", ")}.`,
    );
  return columns;
}

function applications(text: string, before: number[] = []): number[] {
  const number = /^\d+$/.test(text) ? Number(text) : applicationNumber(text);
  if (number === undefined) throw new InvalidArgumentError(`It must be a number, or one of ${applicationNames.join(", ")}.`);
  return [...before, number];
}
