import { accountIn, listIn, userIn } from "../../provider/client/answered";
import { AuthenticationError, GraphqlError, WrongAccountError } from "../../provider/core/errors";

const about = { what: "Reading device", subject: "pump" };
const asking = (accountId?: string) => ({
  settings: { accessKeyId: "KEY7", credentialsFrom: "environment" as const, ...(accountId !== undefined && { accountId }) },
});

test("what is there is given", () => {
  const account = { id: "A" };
  expect(userIn({ login: { account } }, asking(), about)).toEqual({ account });
  expect(accountIn({ login: { account } }, asking("A"), about)).toBe(account);
  expect(listIn([], ["1"], "device", about)).toEqual([]);
});

test.each([{ login: null }, {}])("an answer without a user tells of the key, and where it came from: %j", (data) => {
  const asked = () => userIn(data, asking(), about);
  expect(asked).toThrow(AuthenticationError);
  expect(asked).toThrow(/^Reading device pump failed: .*access key KEY7 .*without a user.*It came from: environment\./);
});

test("an answer without the account tells of the one that was asked for, or of the key's own", () => {
  const none = { login: { account: null } };
  expect(() => accountIn(none, asking("A"), about)).toThrow(WrongAccountError);
  expect(() => accountIn(none, asking("A"), about)).toThrow(
    /^Reading device pump failed: remote\.it answered without account A \(account is null\): .*may not act for it\. Check remoteit:accountId/,
  );
  expect(() => accountIn(none, asking(), about)).toThrow(
    "remote.it answered without the account of access key KEY7 (account is null).",
  );
  expect(() => accountIn({ login: null }, asking("A"), about)).toThrow(AuthenticationError);
});

test.each([
  [["1"], "device", "the list of devices for 1,"],
  [["1", "2", "3"], "device", "the list of devices for 1, 2, 3,"],
  [["1", "2", "3", "4"], "service", "the list of services for 1, 2, 3 and 1 more,"],
] as const)("null in place of a list says nothing of %j", (ids, kind, named) => {
  for (const list of [null, undefined]) {
    const asked = () => listIn(list, ids, kind, about);
    expect(asked).toThrow(GraphqlError);
    expect(asked).toThrow(
      `Reading device pump failed: remote.it answered null in place of ${named} which does not say whether they exist.`,
    );
    expect(asked).toThrow("Run again; nothing was changed.");
  }
});
