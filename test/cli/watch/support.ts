import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { text as textOf } from "node:stream/consumers";
import { writeFileSync } from "node:fs";
import type { WatchEvent } from "../../../drift/watch";
import type { SandboxOptions } from "../../../sandbox";
import { type DriftAccount, useDriftAccount } from "../../drift/account";
import { exported } from "../../drift/state";
import { accountIn, place, type Running, start } from "../support";

export interface Watching extends Running {
  /** Where it listens, at the path "/". */
  address: () => string;
  /** Resolves once standard error holds the text, so many times. */
  says: (text: string, times?: number) => Promise<void>;
  stderr: () => string;
  /** Resolves once so many events were printed, with all of them. */
  events: (count: number) => Promise<WatchEvent[]>;
  /** Somebody posts this to it. */
  post: (body: unknown) => Promise<number>;
}

export interface WatchPlace {
  cwd: string;
  env: NodeJS.ProcessEnv;
  stateFile: string;
  writeState: (records: readonly object[]) => void;
}

export interface WatchAccount extends DriftAccount {
  here: (records: readonly object[]) => WatchPlace;
  /** The real command, once it has compared everything for the first time; with `ready` false as soon as it listens. */
  watch: (at: WatchPlace, args?: readonly string[], options?: { ready?: boolean }) => Promise<Watching>;
  /** Makes remote.it call it. */
  hook: (watching: Watching) => Promise<void>;
  comesOnline: (...ids: string[]) => Promise<void>;
  rename: (id: string, name: string) => Promise<unknown>;
  /** Resolves once the operation was sent so often since the last watch was ready. */
  asked: (operation: string, times: number) => Promise<void>;
}

export function useWatch(options: SandboxOptions = {}): WatchAccount {
  const account = useDriftAccount(options);
  const counts = async () => (await account.control.requests()).byOperation;
  let before: Awaited<ReturnType<typeof counts>> = {};
  return Object.assign(account, {
    here: (records: readonly object[]) => {
      const { cwd, env } = place(accountIn(account.sandbox));
      const stateFile = join(cwd, "dev.json");
      const writeState = (all: readonly object[]) => writeFileSync(stateFile, exported(all));
      writeState(records);
      return { cwd, env, stateFile, writeState };
    },
    watch: async ({ cwd, env, stateFile }: WatchPlace, args: readonly string[] = [], { ready = true } = {}) => {
      const usual = ["--port", "0", "--format", "ndjson", "--settle", "50ms", "--interval", "0"];
      const running = start(["watch", "--state", stateFile, ...usual, ...args], { cwd, env });
      before = await counts();
      const watching = controlled(running);
      await watching.says("Listening on");
      if (ready) await watching.says("Compared");
      if (ready) before = await counts();
      return watching;
    },
    hook: async (watching: Watching) => {
      const query = "mutation($url: String) { setNotificationSettings(urlNotifications: true, notificationUrl: $url) }";
      await account.control.change(query, { url: watching.address() });
    },
    comesOnline: async (...ids: string[]) => {
      for (const id of ids) await account.control.agentState(id, "online");
    },
    asked: async (operation: string, times: number) => {
      while (((await counts())[operation] ?? 0) - (before[operation] ?? 0) < times) await setTimeout(20);
    },
    rename: (id: string, name: string) =>
      account.byHand("mutation($id: String!, $name: String!) { renameService(serviceId: $id, name: $name) }", { id, name }),
  });
}

export function controlled(running: Running): Watching {
  const { child, ended } = running;
  const texts = { stdout: "", stderr: "" };
  child.stdout.on("data", (text: string) => (texts.stdout += text));
  child.stderr.on("data", (text: string) => (texts.stderr += text));
  let isOver = false;
  void ended.then(() => (isOver = true));
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      if (isOver) throw new Error(`The watch ended: ${texts.stderr}`);
      await Promise.race([once(child.stdout, "data"), once(child.stderr, "data"), ended]);
    }
  };
  const lines = () => texts.stdout.split("\n").slice(0, -1);
  const watching: Watching = {
    ...running,
    address: () => `${/Listening on (\S+)\./.exec(texts.stderr)?.[1] ?? ""}/`,
    stderr: () => texts.stderr,
    says: (text, times = 1) => until(() => texts.stderr.split(text).length > times),
    events: async (count) => {
      await until(() => lines().length >= count);
      return lines().map((line) => JSON.parse(line) as WatchEvent);
    },
    post: async (body) => {
      const answer = await fetch(watching.address(), {
        method: "POST",
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
      await answer.arrayBuffer();
      return answer.status;
    },
  };
  return watching;
}

export interface Listener {
  url: string;
  /** Resolves once so many calls came, with their bodies. */
  calls: (count: number) => Promise<WatchEvent[]>;
}

const listeners: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of listeners.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** What is notified by --notify-url. @param answer - The status for the n-th call, from 1. */
export async function listener(answer: (call: number) => number = () => 204): Promise<Listener> {
  const bodies: WatchEvent[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    void textOf(request).then((body) => {
      bodies.push(JSON.parse(body) as WatchEvent);
      response.writeHead(answer(bodies.length)).end();
      server.emit("called");
    });
  });
  listeners.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-token`,
    calls: async (count) => {
      while (bodies.length < count) await once(server, "called");
      return bodies;
    },
  };
}
