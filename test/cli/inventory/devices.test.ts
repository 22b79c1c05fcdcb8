import { parse } from "csv-parse/sync";
import { useCli } from "../support";

const account = useCli({ devices: 7, services: 2 });

const rename = (id: string, name: string) =>
  account.control.change("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name });

async function devices() {
  const { stdout } = await account.cli(["inventory", "--format", "json"]);
  return JSON.parse(stdout) as { id: string; name: string; state: string; tags: string[]; services: { port: number }[] }[];
}

describe("pulumi-remoteit inventory", () => {
  test("lists the account's devices as a table with a head and a line each", async () => {
    const { code, stdout, stderr } = await account.cli(["inventory"]);
    const [head, ...lines] = stdout.trimEnd().split("\n");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(head).toMatch(/^NAME +ID +STATE +PLATFORM +TAGS +SERVICES$/);
    expect(lines).toHaveLength(7);
    expect(lines[0]).toMatch(/^\w+-1 +80:00:00:00:00:00:00:01 +(active|inactive) +\d+ +site-\w+,\w+ +2$/);
  });

  test("shows in JSON all that the account knows of a device, in values of their own types", async () => {
    const all = await devices();
    expect(all).toHaveLength(7);
    expect(all[0]).toMatchObject({ id: "80:00:00:00:00:00:00:01", permissions: expect.any(Array) as unknown, attributes: {} });
    expect(all[0]?.services.map(({ port }) => port)).toEqual([80, 22]);
  });

  test("lists services with the names of their devices", async () => {
    const { stdout } = await account.cli(["inventory", "--services", "--format", "ndjson"]);
    const services = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { name: string; deviceName: string });
    expect(services).toHaveLength(14);
    expect(services[0]).toMatchObject({ name: "http", title: "HTTP", port: 80, enabled: true });
    expect(services[0]?.deviceName).toMatch(/-1$/);
  });

  test("shows the columns that were chosen, in their order", async () => {
    const { stdout } = await account.cli(["inventory", "--columns", "id, services,hardwareId", "--format", "csv"]);
    const rows: string[][] = parse(stdout);
    expect(rows[0]).toEqual(["id", "services", "hardwareId"]);
    expect(rows[1]?.slice(0, 2)).toEqual(["80:00:00:00:00:00:00:01", "2"]);
  });

  test("counts the services of a device that has none as 0", async () => {
    await account.control.reset({ devices: 1 });
    const { stdout } = await account.cli(["inventory", "--columns", "services"]);
    expect(stdout).toBe("SERVICES\n0\n");
  });

  test.each([
    [["--columns", "name,nme"], 'there is no column "nme". Devices have name, id, state,'],
    [["--services", "--columns", "tags"], 'there is no column "tags". Services have name, id, deviceName,'],
    [["--format", "xml"], "Allowed choices are table, json, ndjson, csv."],
    [["--application", "ssl"], "It must be a number, or one of TCP, VNC"],
    [["--stat", "active"], "Did you mean --state?"],
  ])("%j is refused with what there is instead, and nothing is sent", async (args, text) => {
    const { code, stdout, stderr } = await account.cli(["inventory", ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(text);
    expect((await account.control.requests()).total).toBe(0);
  });

  test("lets remote.it pick the devices", async () => {
    const all = await devices();
    const [first, second] = all;
    const tag = first?.tags[0] ?? "";
    const names = async (...args: string[]) => {
      const { stdout } = await account.cli(["inventory", "--columns", "name", "--format", "ndjson", ...args]);
      return stdout
        .split("\n")
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { name: string }).name);
    };
    const namesOf = (fits: (device: (typeof all)[number]) => boolean) => all.filter(fits).map(({ name }) => name);
    expect(await names("--tag", tag)).toEqual(namesOf(({ tags }) => tags.includes(tag)));
    const [one = "", other = ""] = [first?.tags[1], second?.tags[1]];
    expect(await names("--tag", one, "--tag", other)).toEqual(namesOf(({ tags }) => tags.includes(one) || tags.includes(other)));
    expect(await names("--tag", tag, "--tag", one, "--all-tags")).toEqual(
      namesOf(({ tags }) => tags.includes(tag) && tags.includes(one)),
    );
    expect(await names("--name", (second?.name ?? "").toUpperCase())).toEqual([second?.name]);
    expect(await names("--state", "inactive")).toEqual(namesOf(({ state }) => state === "inactive"));
    expect(await names("--owner", "others")).toEqual([]);
    expect(await names("--application", "VNC")).toEqual([]);
    expect(await names("--platform", "99999")).toEqual([]);
  });

  test("with an application, lists only the services of that kind", async () => {
    const { stdout } = await account.cli([
      "inventory",
      "--services",
      "--application",
      "HTTP",
      "--columns",
      "title",
      "--format",
      "csv",
    ]);
    expect(stdout).toBe(`"title"\r\n${'"HTTP"\r\n'.repeat(7)}`);
  });

  test("--csv-bom lets Excel know that CSV is UTF-8, and goes with nothing else", async () => {
    const columns = ["--columns", "id", "--csv-bom"];
    const { stdout } = await account.cli(["inventory", ...columns, "--format", "csv"]);
    expect(stdout).toMatch(/^\ufeff"id"\r\n/);
    const { code, stderr } = await account.cli(["inventory", ...columns, "--format", "json"]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("--csv-bom goes with --format csv") as string });
  });

  test("an empty account is an empty table, and an empty list in JSON", async () => {
    await account.control.reset();
    expect((await account.cli(["inventory"])).stdout).toBe("NAME  ID  STATE  PLATFORM  TAGS  SERVICES\n");
    expect((await account.cli(["inventory", "--format", "json"])).stdout).toBe("[]\n");
    expect((await account.cli(["inventory", "--format", "ndjson"])).stdout).toBe("");
  });

  describe("what devices are called does nothing to whoever looks", () => {
    const escape = "\u001b]0;owned\u0007\u001b[2J\u202e";

    test("a table and JSON show what steers a terminal by its code", async () => {
      await rename("80:00:00:00:00:00:00:01", `${escape}pump`);
      for (const format of ["table", "json", "ndjson"]) {
        const { stdout } = await account.cli(["inventory", "--format", format]);
        expect(stdout).toContain("\\u001b]0;owned");
        expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }
      expect((await devices())[0]?.name).toBe(`${escape}pump`);
    });

    test.each(["=cmd|'/c calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "a;=1", 'quo"te', "two\nlines", "a,b"])(
      "CSV holds %j as one cell that no spreadsheet calculates",
      async (name) => {
        await rename("80:00:00:00:00:00:00:01", name);
        const { stdout } = await account.cli(["inventory", "--columns", "name,id", "--format", "csv"]);
        const [, row]: string[][] = parse(stdout);
        expect(row).toEqual([/^[=+\-@\t]/.test(name) ? `'${name}` : name, "80:00:00:00:00:00:00:01"]);
        expect(stdout.split("\r\n")[1]).toMatch(/^"/);
      },
    );
  });
});
