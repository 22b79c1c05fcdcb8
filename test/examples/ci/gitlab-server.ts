import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

/** What GitLab keeps of project 42 and its merge request 7. */
export interface GitLab {
  url: string;
  token: string;
  notes: { id: number; body: string; author: { id: number } }[];
  issues: { iid: number; title: string; labels: string; description: string; state: "opened" | "closed" }[];
  stop: () => Promise<void>;
}

type Body = Record<string, string>;

/** Plays GitLab's API as far as the pipeline uses it. What it does not know is 404, and another token 401. */
export async function startGitLab(): Promise<GitLab> {
  const kept: Pick<GitLab, "notes" | "issues"> = {
    // Somebody else can write the same mark.
    notes: [{ id: 100, body: "<!-- remoteit --> not by the pipeline", author: { id: 2 } }],
    issues: [],
  };
  const token = "glpat-of-the-pipeline";
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (request.headers["private-token"] !== token) return void answer(401, { message: "401 Unauthorized" });
    const body = request.method === "GET" ? Promise.resolve({}) : json(request);
    void body.then((given) => {
      const result = respond(kept, `${request.method ?? ""} ${request.url ?? ""}`, given as Body);
      answer(result === undefined ? 404 : 200, result ?? { message: "404 Not Found" });
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { ...kept, token, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v4`, stop };
}

function respond({ notes, issues }: Pick<GitLab, "notes" | "issues">, request: string, body: Body): unknown {
  const path = request.replace("/api/v4", "");
  const ofRequest = "/projects/42/merge_requests/7/notes";
  if (path === "GET /user") return { id: 1 };
  if (path === `GET ${ofRequest}?sort=asc&order_by=created_at&per_page=100`) return notes;
  if (path === `POST ${ofRequest}`) return made(notes, { id: 100 + notes.length, body: body["body"] ?? "", author: { id: 1 } });
  if (path === "GET /projects/42/issues?labels=remoteit-drift&state=opened&per_page=1")
    return issues.filter(({ state, labels }) => state === "opened" && labels === "remoteit-drift").slice(0, 1);
  if (path === "POST /projects/42/issues") {
    const { title = "", labels = "", description = "" } = body;
    return made(issues, { iid: issues.length + 1, title, labels, description, state: "opened" });
  }
  const [, what, id] = /^PUT \/projects\/42\/(merge_requests\/7\/notes|issues)\/(\d+)$/.exec(path) ?? [];
  if (what === "issues") {
    const { state_event: event, ...rest } = body;
    return changed(
      issues.find(({ iid }) => String(iid) === id),
      event === "close" ? { ...rest, state: "closed" } : rest,
    );
  }
  return changed(
    notes.find((note) => String(note.id) === id && note.author.id === 1),
    body,
  );
}

function made<T>(list: T[], item: T): T {
  list.push(item);
  return item;
}

const changed = <T extends object>(item: T | undefined, body: object): T | undefined => item && Object.assign(item, body);
