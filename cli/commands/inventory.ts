import { Command, InvalidArgumentError, Option } from "commander";
import { applicationNames, applicationNumber } from "../../provider/domains/services/applications";
import type { DeviceFilter } from "../../provider/inventory";
import { counted } from "../../drift/formats/words";
import { createReadOnlyContext } from "../../provider/domains";
import { offering } from "../completion/offers";
import { deviceColumns, serviceColumns, usualColumns } from "../inventory/columns";
import { type AccountOptions, accountOf, warnOf, withAccountOptions } from "../options/account";
import { filterOf, type FilterOptions, withFilterOptions } from "../options/filter";
import { type KindOptions, kindsOption } from "../options/kinds";
import { kindColumns, kindRows } from "../inventory/kinds";
import { inventoryFormats } from "../inventory/formats";
import { rowsOf } from "../inventory/rows";
import { readStacks, type Stacks } from "../drift/stacks";
import { markColumns, markRows } from "../inventory/marks";
import { list } from "../options/values";
import { writeOut } from "../support/output";
import { writeFile } from "../support/output-file";
import { keepHeapSmall } from "../../provider/core/heap";
import { progressOn } from "../support/progress";
import { interruptible } from "../support/run";
import { styleFor } from "../support/terminal";

interface Options extends AccountOptions, FilterOptions, KindOptions {
  services?: true;
  marks?: true;
  allStacks?: true;
  format: keyof typeof inventoryFormats;
  csvBom?: true;
  columns?: string[];
  output?: string;
  state?: string;
  hardwareId?: string;
  application?: number[];
}

/** Names of the options that pick devices. */
const FILTERS = ["tag", "allTags", "name", "platform", "owner", "state", "hardwareId", "application"];

export function inventoryCommand(): Command {
  const command = new Command("inventory")
    .description(
      "Lists the account's devices, its services or things of any kind, page by page as they arrive, so that memory stays small.",
    )
    .optionsGroup("What to show:")
    .option("--services", "list services instead of devices")
    .addOption(
      kindsOption("list things of these kinds instead of devices, each with its properties as a program declares them").conflicts(
        ["services", "marks", ...FILTERS],
      ),
    )
    .addOption(
      new Option(
        "--marks",
        "list the marks that resources have left on devices, services, tags and the webhook (docs/ownership.md) instead of devices; with --stack or --all-stacks, also the resource that each belongs to. A mark that belongs to no resource of any stack is stale: its attribute can be removed",
      ).conflicts(["services", ...FILTERS]),
    )
    .option(
      "--all-stacks",
      "with --marks: look for these resources in every stack of the project; the first stack's account is used",
    )
    .addOption(
      new Option("-f, --format <format>", "output format; ndjson is one JSON object per line")
        .choices(Object.keys(inventoryFormats))
        .default("table"),
    )
    .option("--csv-bom", "begin CSV with a byte order mark: Excel then reads it as UTF-8")
    .addOption(
      offering(
        new Option(
          "--columns <names>",
          `columns, in this order, separated by commas. For devices: ${Object.keys(deviceColumns).join(", ")}. For services: ${Object.keys(serviceColumns).join(", ")}. For marks: ${Object.keys(markColumns).join(", ")}. For kinds: ${Object.keys(kindColumns).join(", ")}`,
        ),
        () => [...new Set([deviceColumns, serviceColumns, markColumns, kindColumns].flatMap(Object.keys))],
        { isList: true },
      ).argParser(list),
    )
    .option("-o, --output <file>", "write to this file; it is replaced only once complete");
  withFilterOptions(command)
    .addOption(new Option("--state <state>", "online (active) or not (inactive)").choices(["active", "inactive"]))
    .option("--hardware-id <id>", "with this hardware id")
    .addOption(
      offering(
        new Option("--application <type>", "with a service of this type, by name or number; repeatable: any of them"),
        () => applicationNames,
      ).argParser(applications),
    );
  return withAccountOptions(command)
    .addHelpText(
      "after",
      `
In JSON, values keep their types, and every column is there unless --columns chooses. In a table and in CSV, services are shown as
a count, an owner as an e-mail address, and attributes as JSON.

Examples:
  $ pulumi-remoteit inventory --tag site-a --state inactive
  $ pulumi-remoteit inventory --columns name,id,hardwareId,created --format csv --output devices.csv
  $ pulumi-remoteit inventory --services --application SSH --format ndjson | jq -r .id
  $ pulumi-remoteit inventory --kinds Tag,Webhook --format json
  $ pulumi-remoteit inventory --stack prod --cwd infra
  $ pulumi-remoteit inventory --marks --all-stacks --format ndjson | jq 'select(.resource == null)'`,
    )
    .action(interruptible(run));
}

async function run(signal: AbortSignal, options: Options, command: Command): Promise<void> {
  keepHeapSmall();
  const { format, output, allStacks, marks, kinds } = options;
  if (allStacks && !marks) command.error("error: --all-stacks goes with --marks. For the account of one stack, use --stack.");
  if (options.csvBom && format !== "csv") command.error("error: --csv-bom goes with --format csv.");
  const columns = columnsOf(options, command);
  const isTerminal = output === undefined && process.stdout.isTTY;
  const progress = progressOn(process.stderr, !isTerminal);
  const { settings, stacks } = await sourcesOf(options, signal, (message) => progress.log("warning", message));
  const context = createReadOnlyContext(settings, progress.log);
  let devices = 0;
  const onDevice = () => progress.show(counted((devices += 1), "device"));
  const rows = marks
    ? markRows(context, stacks, columns)
    : kinds
      ? kindRows(context, kinds, columns)
      : rowsOf(context, filterIn(options), { services: options.services === true, columns, onDevice });
  const bold = (text: string) => (isTerminal ? styleFor(process.stdout)("bold", text) : text);
  const text = inventoryFormats[format](rows, { columns, hasMark: options.csvBom === true, isTerminal, bold });
  try {
    await (output === undefined ? writeOut(text) : writeFile(output, text));
  } finally {
    progress.clear();
  }
}

/** How to reach the account and, for marks, the stacks whose resources may keep them. */
async function sourcesOf(options: Options, signal: AbortSignal, warn: (message: string) => void): Promise<Stacks> {
  const { marks, stack, allStacks, cwd } = options;
  if (marks && allStacks) return readStacks({ cwd, allStacks }, signal);
  if (marks && typeof stack === "string") return readStacks({ cwd, stack: [stack] }, signal);
  const account = await accountOf(options, signal);
  warnOf(account, warn);
  return { settings: account.settings, stacks: [] };
}

function filterIn(options: Options): DeviceFilter {
  const { state, hardwareId, application } = options;
  return {
    ...filterOf(options),
    ...(state !== undefined && { state }),
    ...(hardwareId !== undefined && { hardwareId }),
    ...(application && { application }),
  };
}

/** What the columns are of, by how an error calls it. */
function columnsIn({ services, marks, kinds }: Options): { what: string; all: string[]; usual: readonly string[] } {
  if (kinds) return { what: "Kinds", all: Object.keys(kindColumns), usual: Object.keys(kindColumns) };
  if (marks) return { what: "Marks", all: Object.keys(markColumns), usual: Object.keys(markColumns) };
  return services
    ? { what: "Services", all: Object.keys(serviceColumns), usual: usualColumns.services }
    : { what: "Devices", all: Object.keys(deviceColumns), usual: usualColumns.devices };
}

function columnsOf(options: Options, command: Command): readonly string[] {
  const { columns, format } = options;
  const { what, all, usual } = columnsIn(options);
  if (columns === undefined) return format === "json" || format === "ndjson" ? all : usual;
  const unknown = columns.filter((name) => !all.includes(name));
  if (unknown.length > 0) command.error(`error: there is no column "${unknown.join('", "')}". ${what} have ${all.join(", ")}.`);
  return columns;
}

function applications(text: string, before: number[] = []): number[] {
  const number = /^\d+$/.test(text) ? Number(text) : applicationNumber(text);
  if (number === undefined) throw new InvalidArgumentError(`It must be a number, or one of ${applicationNames.join(", ")}.`);
  return [...before, number];
}
