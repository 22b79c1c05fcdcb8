import fc from "fast-check";
import { routeTo } from "../../provider/client";
import { redact } from "../../provider/core/secrets";

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

test("a proxy is an http or https address, with its scheme or without; its user and password are secrets", () => {
  const shown = (HTTPS_PROXY: string) => routeTo(new URL("https://api.remote.it"), { HTTPS_PROXY });
  expect(shown("https://proxy.example")).toMatchObject({ shown: "https://proxy.example" });
  expect(shown("jane:50%of-it@proxy.example:3128")).toMatchObject({ shown: "http://proxy.example:3128" });
  expect(redact("with 50%of-it")).toBe("with [secret]");
});

test.each([
  ["socks5://proxy.example:1080", "socks5://proxy.example:1080"],
  ["http://", "what it holds"],
  ["file:///proxy", "file://"],
  ["http://a b", "what it holds"],
])("of %s, which is none, the error says what it names, what to set, and that nothing was sent", (HTTPS_PROXY, shown) => {
  expect(() => routeTo(new URL("https://api.remote.it"), { HTTPS_PROXY })).toThrow(
    `Finding the way to remote.it failed: HTTPS_PROXY names a proxy, and ${shown} is no address of one that takes http:// or https://. Nothing was sent. Set HTTPS_PROXY to an address such as http://proxy.example:3128, or name the hosts that are reached without in NO_PROXY.`,
  );
});

test("a port of NO_PROXY is that of the address, or the one of its scheme", () => {
  const isLeftOut = (address: string, list: string) => {
    const route = routeTo(new URL(address), { ALL_PROXY: "http://proxy.example", NO_PROXY: list });
    return "because" in route && route.because === "excluded" && route.variable === "NO_PROXY";
  };
  expect(isLeftOut("http://remote.it", "remote.it:80")).toBe(true);
  expect(isLeftOut("http://remote.it", "remote.it:443")).toBe(false);
  expect(isLeftOut("https://remote.it", "remote.it:443")).toBe(true);
  expect(isLeftOut("https://remote.it:80", "remote.it:443")).toBe(false);
});

test("no list of NO_PROXY is too strange to be read, and one that names the host itself leaves the proxy out", () => {
  fc.assert(
    fc.property(fc.domain(), fc.string(), (host, other) => {
      usesProxy(`https://${host}`, { NO_PROXY: other });
      expect(usesProxy(`https://${host}`, { NO_PROXY: `${other} ,${host}` })).toBe(false);
    }),
  );
});
