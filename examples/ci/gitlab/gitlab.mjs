// What the pipeline writes to GitLab, each in one place that is brought up to date:
//   node ci/gitlab.mjs note FILE          the note on the merge request
//   node ci/gitlab.mjs issue FILE CODE    the issue, by the exit code of drift: open at 2, closed at 0
import { readFileSync } from "node:fs";

const { CI_API_V4_URL, CI_PROJECT_ID, CI_MERGE_REQUEST_IID, GITLAB_TOKEN = "" } = process.env;
const label = "remoteit-drift";

async function gitlab(method, path, body) {
  const response = await fetch(`${CI_API_V4_URL}${path}`, {
    method,
    headers: { "PRIVATE-TOKEN": GITLAB_TOKEN, "Content-Type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`GitLab answers ${response.status} to ${method} ${path}: ${text.slice(0, 300)}`);
  return JSON.parse(text);
}

async function note(file) {
  const notes = `/projects/${CI_PROJECT_ID}/merge_requests/${CI_MERGE_REQUEST_IID}/notes`;
  const body = readFileSync(file, "utf8");
  const { id } = await gitlab("GET", "/user");
  const first = await gitlab("GET", `${notes}?sort=asc&order_by=created_at&per_page=100`);
  const ours = first.find((one) => one.author.id === id && one.body.startsWith("<!-- remoteit -->"));
  await (ours ? gitlab("PUT", `${notes}/${ours.id}`, { body }) : gitlab("POST", notes, { body }));
}

async function issue(file, code) {
  const issues = `/projects/${CI_PROJECT_ID}/issues`;
  const [open] = await gitlab("GET", `${issues}?labels=${label}&state=opened&per_page=1`);
  if (code === "0") {
    if (open) await gitlab("PUT", `${issues}/${open.iid}`, { state_event: "close" });
    return;
  }
  const description = readFileSync(file, "utf8");
  if (open) await gitlab("PUT", `${issues}/${open.iid}`, { description });
  else await gitlab("POST", issues, { title: "remote.it: the account is not as declared", labels: label, description });
}

const [what, ...args] = process.argv.slice(2);
await { note, issue }[what](...args);
