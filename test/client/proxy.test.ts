import fc from "fast-check";
import { routeTo } from "../../provider/client";

const proxied = { HTTPS_PROXY: "http://proxy.example:3128" };
const usesProxy = (address: string, env: NodeJS.ProcessEnv) => !("because" in routeTo(new URL(address), { ...proxied, ...env }));

test.each([
  ["remote.it", "https://api.remote.it"],
  ["remote.it", "https://remote.it"],
  [".remote.it", "https://api.remote.it"],
  ["*.remote.it", "https://api.remote.it"],
  ["API.Remote.IT", "https://api.remote.it"],
  ["other.example, api.remote.it:443", "https://api.remote.it"],
  ["other.example api.remote.it:8443", "https://api.remote.it:8443"],
  ["*", "https://api.remote.it"],
  ["10.1.2.3", "https://10.1.2.3"],
  ["10.0.0.0/8", "https://10.1.2.3"],
  ["[fd00::1]", "https://[fd00::1]"],
  ["fd00::1", "https://[fd00::1]"],
  ["[fd00::1]:8443", "https://[fd00::1]:8443"],
  ["fd00::/8", "https://[fd00::1]"],
])("NO_PROXY %p leaves the proxy out for %s", (list, address) => {
  expect(usesProxy(address, { NO_PROXY: list })).toBe(false);
  expect(usesProxy(address, { no_proxy: list })).toBe(false);
});

test.each([
  ["", "https://api.remote.it"],
  [",", "https://api.remote.it"],
  ["mote.it", "https://api.remote.it"],
  ["api.remote.it:8443", "https://api.remote.it"],
  ["api.remote.it.example", "https://api.remote.it"],
  ["11.0.0.0/8", "https://10.1.2.3"],
  ["10.0.0.0/99", "https://10.1.2.3"],
  ["0.0.0.0/0", "https://[fd00::1]"],
  ["10.0.0.0/8", "https://api.remote.it"],
])("NO_PROXY %p does not leave the proxy out for %s", (list, address) => {
  expect(usesProxy(address, { NO_PROXY: list })).toBe(true);
});

test.each(["http://localhost:1", "http://127.0.0.1:1", "http://[::1]:1", "https://sandbox.localhost"])(
  "%s is this machine",
  (address) => {
    expect(routeTo(new URL(address), { ...proxied, HTTP_PROXY: "http://proxy.example" })).toEqual({ because: "loopback" });
  },
);

test("a variable in lower case counts before the same in upper case, and ALL_PROXY last", () => {
  const all = { ALL_PROXY: "http://d", all_proxy: "http://c", HTTPS_PROXY: "http://b", https_proxy: "http://a" };
  const chosen = (env: NodeJS.ProcessEnv) => routeTo(new URL("https://api.remote.it"), env);
  expect(chosen(all)).toMatchObject({ variable: "https_proxy", shown: "http://a" });
  expect(chosen({ ...all, https_proxy: " " })).toMatchObject({ variable: "HTTPS_PROXY", shown: "http://b" });
  expect(chosen({ ALL_PROXY: "d:3128", HTTP_PROXY: "http://e" })).toMatchObject({
    variable: "ALL_PROXY",
    shown: "http://d:3128",
  });
  expect(chosen({ HTTP_PROXY: "http://e" })).toEqual({ because: "unset" });
});

test("no list of NO_PROXY is too strange to be read, and one that names the host itself leaves the proxy out", () => {
  fc.assert(
    fc.property(fc.domain(), fc.string(), (host, other) => {
      usesProxy(`https://${host}`, { NO_PROXY: other });
      expect(usesProxy(`https://${host}`, { NO_PROXY: `${other} ,${host}` })).toBe(false);
    }),
  );
});
