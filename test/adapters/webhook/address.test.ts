import { adapterNames, useAdapterAccount } from "../account";
import { secret } from "../../plugin/support/calls";
import { setByHand } from "../../engine/webhook/support";

const account = useAdapterAccount();

const host = "hooks.example.com";
const ours = `https://${host}/in/7f2c9a?key=open`;
const theirs = "https://user:p4ssw@elsewhere.example.net/in/c0ffee";
const paths = /7f2c9a|open|c0ffee|p4ssw/;

const webhook = (url: unknown, more = {}) => ({ events: { type: "Webhook", properties: { url, ...more } } });

describe.each(adapterNames)("through the %s adapter", (adapter) => {
  // A dynamic resource has secrets in plain, and does not hear that they are.
  const hidden = (url: string) => (adapter === "plugin" ? secret(url) : url);

  test("another address that the account has is named without its path, at the creation and at an update", async () => {
    await setByHand(account.control, theirs);
    const stack = account.stack(adapter);
    const refused = await stack.up(webhook(hidden(ours)));
    expect(refused.errors.join()).toContain("The account has a webhook already: https://elsewhere.example.net/…. An account");
    await setByHand(account.control, "");
    await stack.up(webhook(hidden(ours)));
    await setByHand(account.control, theirs);
    const changed = await stack.up(webhook(hidden(`${ours}2`)));
    expect(changed.errors.join()).toContain("Somebody has set it to https://elsewhere.example.net/… since.");
    expect([...refused.errors, ...refused.said, ...changed.errors, ...changed.said].join()).not.toMatch(paths);
  });

  test("what remote.it quotes of an address is not shown, however it spells it", async () => {
    const quoted = [ours, encodeURIComponent(ours), JSON.stringify({ url: ours }).replaceAll("/", "\\/")];
    await account.control.faults([
      { match: { operation: "setWebhook" }, kind: "graphql-error", message: `Cannot call ${quoted.join(" ")}` },
    ]);
    const { errors, said } = await account.stack(adapter).up(webhook(hidden(ours)));
    expect(errors.join()).toContain("Cannot call [secret] [secret]");
    expect([...errors, ...said].join()).not.toMatch(paths);
  });

  test.each(["http://hooks.example.com/in/7f2c9a", "https://localhost/in/7f2c9a", "hooks.example.com/in/7f2c9a"])(
    "a check that fails does not name the address (%s)",
    async (url) => {
      const stack = account.stack(adapter, { endpoint: "https://remoteit.invalid" });
      const { errors } = await stack.up(webhook(hidden(url)));
      expect(errors.join()).toMatch(/url: (must|localhost cannot|its host cannot)/);
      expect(errors.join()).not.toMatch(paths);
      if (adapter === "plugin") expect(errors.join()).not.toContain("localhost");
    },
  );
});

test("state holds no secret address in plain, whatever is done and seen", async () => {
  const stack = account.stack("plugin");
  const plain = (url: unknown) =>
    JSON.stringify(stack.state.get("events")?.outputs)
      .split(JSON.stringify(secret(url)))
      .join("");
  await stack.up(webhook(secret(ours)));
  expect(stack.state.get("events")?.outputs).toMatchObject({ url: secret(ours), ownUrl: secret(ours) });
  expect(plain(ours)).not.toContain(host);
  await stack.up(webhook(secret(ours), { enabled: false }));
  expect(plain(ours)).not.toContain(host);
  await setByHand(account.control, theirs);
  await stack.refresh();
  expect(stack.state.get("events")?.outputs).toMatchObject({ url: secret(theirs), ownUrl: secret(ours) });
});
