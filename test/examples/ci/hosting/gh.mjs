#!/usr/bin/env node
// Plays the GitHub CLI, as far as the workflows use it: issues, labels and comments live in the JSON file GH_STATE, which also
// holds every call. A command or flag it does not know, or a missing token, is an error, as it is for the real one.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import jq from "jq-wasm";

const { GH_STATE = "", GH_TOKEN, GH_REPO } = process.env;
const state = JSON.parse(readFileSync(GH_STATE, "utf8"));
const args = process.argv.slice(2);
state.calls.push(args);

const strings = (...names) => Object.fromEntries(names.map((name) => [name, { type: "string" }]));
const flags = (...names) => Object.fromEntries(names.map((name) => [name, { type: "boolean" }]));
const file = (path) => readFileSync(path, "utf8");
const print = async (value, filter) => {
  const text = await jq.raw(value, filter, ["-r"]);
  if (text !== "") console.log(text);
};
const found = (list, key, value) => {
  const item = list.find((one) => String(one[key]) === value);
  if (!item) throw new Error(`no ${key} ${value}`);
  return item;
};
const comment = (on, body) => {
  if (body.length > 65_536) throw new Error("Body is too long (maximum is 65536 characters)");
  state.comments.push({ id: 9000 + state.comments.length, on, user: { login: "github-actions[bot]" }, body });
};

const commands = {
  "issue list": [
    strings("label", "state", "limit", "json", "jq"),
    (_, { label, limit, json, ...rest }) => {
      const open = state.issues.filter((issue) => issue.state === rest.state && issue.labels.includes(label));
      const shown = open.slice(0, Number(limit)).map((issue) => ({ [json]: issue[json] }));
      return print(shown, rest.jq);
    },
  ],
  "issue create": [
    strings("title", "label", "body-file"),
    (_, { title, label, ...rest }) => {
      if (!state.labels.includes(label)) throw new Error(`could not add label: '${label}' not found`);
      const number = state.issues.length + 1;
      state.issues.push({ number, title, labels: [label], state: "open", body: file(rest["body-file"]) });
    },
  ],
  "issue edit": [
    strings("body-file"),
    ([number], values) => void (found(state.issues, "number", number).body = file(values["body-file"])),
  ],
  "issue close": [
    strings("comment"),
    ([number], values) => {
      found(state.issues, "number", number).state = "closed";
      comment(number, values.comment);
    },
  ],
  "label create": [
    { ...strings("description"), ...flags("force") },
    ([name], { force }) => {
      if (!state.labels.includes(name)) state.labels.push(name);
      else if (!force)
        throw new Error(`label with name "${name}" already exists; use \`--force\` to update its color and description`);
    },
  ],
  "pr comment": [strings("body-file"), ([number], values) => comment(number, file(values["body-file"]))],
};

async function api([path], { method = "GET", field, jq: filter }) {
  const [, list] = new RegExp(`^repos/${GH_REPO}/issues/(\\d+)/comments\\?per_page=100$`).exec(path) ?? [];
  const [, one] = new RegExp(`^repos/${GH_REPO}/issues/comments/(\\d+)$`).exec(path) ?? [];
  const [, body] = /^body=@(.+)$/.exec(field ?? "") ?? [];
  if (method === "GET" && list)
    return print(
      state.comments.filter(({ on }) => on === list),
      filter,
    );
  if (method !== "PATCH" || !one || !body) throw new Error(`HTTP 404: Not Found (${method} ${path})`);
  found(state.comments, "id", one).body = file(body);
}

try {
  if (!GH_TOKEN || !GH_REPO) throw new Error("set the GH_TOKEN and GH_REPO environment variables");
  const isApi = args[0] === "api";
  const [options, run] = isApi
    ? [{ ...strings("method", "field", "jq"), ...flags("paginate", "silent") }, api]
    : (commands[args.slice(0, 2).join(" ")] ?? []);
  if (!run) throw new Error(`unknown command "${args.slice(0, 2).join(" ")}"`);
  const { positionals, values } = parseArgs({ args: args.slice(isApi ? 1 : 2), options, allowPositionals: true });
  await run(positionals, values);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
writeFileSync(GH_STATE, JSON.stringify(state));
