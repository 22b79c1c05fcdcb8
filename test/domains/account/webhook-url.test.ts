import { webhookProblem } from "../../../provider/domains/account/webhook-url";

const remoteit = "https://api.remote.it";

test.each([
  "http://example.com/hook",
  "https://localhost/hook",
  "https://127.0.0.1/hook",
  "https://10.1.2.3/hook",
  "https://[::1]/hook",
  "https://[fd00::1]/hook",
  "https://intranet/hook",
  "https://box.local/hook",
])("%s is refused before anything is sent", (url) => {
  expect(webhookProblem(url, remoteit)).toBeDefined();
});

test.each(["https://example.com/hook", "https://203.0.113.9:8443/x?y=z", "https://[2001:db8::1]/hook"])("%s is taken", (url) => {
  expect(webhookProblem(url, remoteit)).toBeUndefined();
});

test("the sandbox takes any address", () => {
  expect(webhookProblem("http://127.0.0.1:9/hook", "http://127.0.0.1:41234")).toBeUndefined();
});
