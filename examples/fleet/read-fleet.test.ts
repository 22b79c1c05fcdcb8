import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFleet } from "./fleet";

const folder = mkdtempSync(join(tmpdir(), "fleet-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, text: string) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return readFleet(path);
}

test("CSV and YAML say the same", () => {
  expect(readFleet(join(__dirname, "fleet.csv"))).toEqual(readFleet(join(__dirname, "fleet.yaml")));
});

const one = "80:00:00:00:00:00:00:01";
const two = "80:00:00:00:00:00:00:02";

test("a spreadsheet's CSV is read: byte order mark, CRLF, quotes and empty lines", () => {
  const text = `\uFEFFsite,name,deviceId,tags,services\r\nnorth,"pump, old",${one},,SSH:22\r\n\r\n`;
  const pump = { site: "north", name: "pump, old", deviceId: one, tags: [], services: [{ application: "SSH", port: 22 }] };
  expect(read("sheet.csv", text)).toEqual({ north: [pump] });
});

test("JSON is read", () => {
  const text = JSON.stringify([{ site: "n", name: "a", deviceId: one, tags: ["x"] }]);
  expect(read("fleet.json", text)).toEqual({ n: [{ site: "n", name: "a", deviceId: one, tags: ["x"], services: [] }] });
});

test.each([
  ["cells.csv", "site,name,deviceId\nn,a\n", "Invalid Record Length: columns length is 3, got 2 on line 2"],
  ["broken.yaml", "- [", "cannot be read: "],
  ["empty.csv", "site,name,deviceId\n", "It holds no device."],
  ["empty.yaml", "", "It must be a list with one item for each device."],
  ["fleet.txt", "[]", "It must be a .csv, .yaml, .yml or .json file."],
  ["null.yaml", "[~]", "device 1: "],
])("%s is refused with its name and the reason", (name, text, reason) => {
  expect(() => read(name, text)).toThrow(reason);
  expect(() => read(name, text)).toThrow(name);
});

test("all that is wrong in a CSV file is told at once, each with its line and value", () => {
  const rows = [
    "site,name,deviceId,tags,services,color",
    `n,a,${one},x,SSH,red`,
    `n,b,${two},x,SSH:70000 HTTP:8080,red`,
    ",c,80:01,,",
    `s,d,${one},,,`,
    `n,b,80:00:00:00:00:00:00:04,,,`,
  ];
  const header = "The fleet in ";
  const wrong = problemsOf("wrong.csv", rows.join("\n"));
  expect(wrong[0]?.startsWith(header)).toBe(true);
  expect(wrong.slice(1)).toEqual([
    "Invalid Record Length: columns length is 6, got 5 on line 4",
    'line 2, services.0: must be an application with its port, such as SSH:22, not "SSH"',
    "line 2: color: there is no such property",
    "line 3, services.0.port: must be 1 to 65535, not 70000",
    "line 3: color: there is no such property",
    "line 5: color: there is no such property",
    "line 6: color: there is no such property",
    `line 5: the deviceId ${one} is that of line 2 too`,
    "line 6: the name b in n is that of line 3 too",
  ]);
});

test("and in a list, each with its number, property and value", () => {
  const list = [
    { site: "n", name: 7, deviceId: "80:01" },
    { site: "n", deviceId: one, services: [{ application: "SSH", port: "22" }] },
  ];
  expect(problemsOf("wrong.json", JSON.stringify(list)).slice(1)).toEqual([
    "device 1, name: must be a text, not 7",
    'device 1, deviceId: must be eight pairs of hexadecimal digits, such as 80:00:00:00:01:23:45:67, not "80:01"',
    "device 2, name: is missing",
    'device 2, services.0.port: must be a whole number, not "22"',
  ]);
});

function problemsOf(name: string, text: string): string[] {
  try {
    read(name, text);
    return [];
  } catch (error) {
    return (error as Error).message.split("\n").map((line) => line.trim());
  }
}
