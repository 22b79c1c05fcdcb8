import * as pulumi from "@pulumi/pulumi";
import { declare } from "../../sdk/declare";

const configured = (settings: Record<string, string>) => pulumi.runtime.setAllConfig(settings);
afterEach(() => configured({}));

test("settings of the stack that are misspelled are all named, with what was meant, and without their values", () => {
  configured({
    "remoteit:secretAcessKey": "k3y",
    "remoteit:endpont": "x",
    "remoteit:accountId": "A",
    "other:secretAcessKey": "z",
  });
  expect(() => declare({}, [], [])).toThrow(
    'remoteit:secretAcessKey is no setting. Did you mean "secretAccessKey"?\nremoteit:endpont is no setting. Did you mean "endpoint"?',
  );
});

test("settings that there are, and those of others, say nothing", () => {
  configured({ "remoteit:accessKeyId": "K", "scenario:endpont": "x" });
  expect(declare({ name: "a" }, [], ["accountId"])).toEqual({ name: "a", accountId: undefined });
});

test("only a preview is told to be one", async () => {
  const mocks = { newResource: () => ({ id: "", state: {} }), call: () => ({}) };
  await pulumi.runtime.setMocks(mocks, "project", "stack", true);
  expect(declare({ name: "a" }, [], [])).toEqual({ name: "a", __preview: true });
});
