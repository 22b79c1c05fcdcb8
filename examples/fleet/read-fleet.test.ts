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

test("a spreadsheet's CSV is read: byte order mark, CRLF, quotes and empty lines", () => {
  const text = '\uFEFFsite,name,deviceId,tags,services\r\nnorth,"pump, old",80:01,,SSH:22\r\n\r\n';
  const pump = { site: "north", name: "pump, old", deviceId: "80:01", tags: [], services: [{ application: "SSH", port: 22 }] };
  expect(read("sheet.csv", text)).toEqual({ north: [pump] });
});

test.each([
  ["no-port.csv", "site,name,deviceId,services\nn,a,80:01,SSH\n", "device 1: services.0.port: Invalid input"],
  [
    "port.yaml",
    "[{ site: n, name: a, deviceId: b, services: [{ application: SSH, port: 70000 }] }]",
    "device 1: services.0.port: Too big",
  ],
  ["column.csv", "site,name,deviceId,tag\nn,a,80:01,x\n", 'device 1: row: Unrecognized key: "tag"'],
  ["missing.yaml", "- { site: n, name: a }", "device 1: deviceId: Invalid input"],
  ["cells.csv", "site,name,deviceId\nn,a\n", "cannot be read: Invalid Record Length"],
  ["broken.yaml", "- [", "cannot be read: "],
  ["empty.csv", "site,name,deviceId\n", "It holds no device."],
  ["empty.yaml", "", "Invalid input: expected array"],
  ["fleet.json", "[]", "It must be a .csv, .yaml or .yml file."],
  ["twice.csv", "site,name,deviceId\nn,a,80:01\ns,b,80:01\n", "device 2: The deviceId 80:01 is that of device 1 too."],
  ["names.csv", "site,name,deviceId\nn,a,80:01\nn,a,80:02\n", "device 2: The name a in n is that of device 1 too."],
])("%s is refused with its name and the reason", (name, text, reason) => {
  expect(() => read(name, text)).toThrow(reason);
  expect(() => read(name, text)).toThrow(name);
});
