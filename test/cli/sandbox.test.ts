import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { json } from "node:stream/consumers";
import { controlOf, type Sandbox, switches } from "../../sandbox";
import { consumer } from "../engine/support";

type Facts = Omit<Sandbox, "stop">;

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

const running: ChildProcess[] = [];

/** The command as the package installs it. */
function command(...args: string[]) {
  const main = join(consumer(), "node_modules/pulumi-remoteit/dist/cli/main.js");
  const child = spawn(process.execPath, [main, "sandbox", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  const ended = once(child, "close").then(([code, signal]): Ended => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    ...texts,
  }));
  return { child, ended };
}

async function started(...args: string[]) {
  const { child, ended } = command(...args);
  const line = once(createInterface(child.stdout), "line") as Promise<[string]>;
  const first = await Promise.race([line, ended]);
  if (!Array.isArray(first)) throw new Error(`The sandbox ended: ${first.stderr}`);
  return { child, ended, facts: JSON.parse(first[0]) as Facts };
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

describe("pulumi-remoteit sandbox", () => {
  it("prints one line of JSON with all that a stack needs, and nothing else", async () => {
    const { child, ended, facts } = await started();
    expect(Object.keys(facts).sort()).toEqual([
      "accessKeyId",
      "accountId",
      "control",
      "developerKey",
      "endpoint",
      "projectKey",
      "projectSecret",
      "secretAccessKey",
    ]);
    child.kill("SIGINT");
    expect(await ended).toEqual({ code: 0, signal: null, stdout: `${JSON.stringify(facts)}\n`, stderr: "" });
  });

  it("takes free ports by default, and those that are given", async () => {
    const one = await started("--port", "0");
    const other = await started();
    expect(new Set([one.facts.endpoint, one.facts.control, other.facts.endpoint, other.facts.control]).size).toBe(4);
    const { port } = new URL(one.facts.endpoint);
    one.child.kill("SIGINT");
    await one.ended;
    expect((await started("--port", port)).facts.endpoint).toBe(one.facts.endpoint);
  });

  it("has the same account, keys and devices again after a restart with the same seed, and other keys with another seed", async () => {
    const keysOf = async (...args: string[]) => {
      const { child, ended, facts } = await started(...args);
      const { accountId, accessKeyId, secretAccessKey, developerKey } = facts;
      const second = await controlOf(facts.control).key();
      child.kill("SIGINT");
      await ended;
      return { accountId, developerKey, first: { accessKeyId, secretAccessKey }, second };
    };
    const keys = await keysOf("--seed", "7");
    expect(await keysOf("--seed", "7")).toEqual(keys);
    expect(keys.second).not.toEqual(keys.first);
    const others = await keysOf("--seed", "8");
    expect(others.accountId).toBe(keys.accountId); // an address has one account
    for (const key of [others.first, others.second]) {
      expect([keys.first.accessKeyId, keys.second.accessKeyId]).not.toContain(key.accessKeyId);
      expect([keys.first.secretAccessKey, keys.second.secretAccessKey]).not.toContain(key.secretAccessKey);
    }
    expect(await keysOf()).toEqual(await keysOf("--seed", "1"));
  });

  it("holds the devices and services that it is told to, and lacks what --without names", async () => {
    const { facts } = await started("--devices", "3", "--services", "2", "--without", "addService, removeService");
    const control = controlOf(facts.control);
    const { login } = (await control.change("{ login { devices { items { services { id } } } } }")) as {
      login: { devices: { items: { services: unknown[] }[] } };
    };
    expect(login.devices.items.map(({ services }) => services.length)).toEqual([2, 2, 2]);
    await expect(control.change('mutation { removeService(id: "1") }')).rejects.toThrow('Cannot query field "removeService"');
  });

  it.each([
    ["device", []],
    ["Device", ["--webhook-form", "table"]],
    ["Device", ["--world", "webhook-form=table"]],
    ["device", ["--world", "webhook-form=table", "--webhook-form", "keys"]],
  ])("names what moved as %s in the calls of its webhook with %j", async (key, args) => {
    const { facts } = await started(...args);
    const control = controlOf(facts.control);
    const address = createServer().listen(0, "127.0.0.1");
    await once(address, "listening");
    const url = `http://127.0.0.1:${(address.address() as AddressInfo).port}/`;
    const query = "mutation($url: String) { setNotificationSettings(urlNotifications: true, notificationUrl: $url) }";
    await control.change(query, { url });
    const { deviceId, claimCode } = await control.agent({ hardwareId: "hw" });
    await control.change("mutation($code: String!) { claimDevice(code: $code) { id } }", { code: claimCode });
    const called = once(address, "request") as Promise<[IncomingMessage, ServerResponse]>;
    await control.agentState(deviceId, "online");
    const [request, response] = await called;
    expect(await json(request)).toMatchObject({ [key]: deviceId });
    response.end();
    address.close();
    address.closeAllConnections();
  });

  it("lists with --worlds every switch with its answers, the assumed one first", async () => {
    const { code, stdout, stderr } = await command("--worlds").ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const [name, { question, answers }] of Object.entries(switches)) {
      expect(stdout).toContain(`${name}: ${question}\n  ${name}=${answers[0][0]}: ${answers[0][1]} (assumed)\n`);
      for (const [answer, does] of answers.slice(1)) expect(stdout).toContain(`\n  ${name}=${answer}: ${does}\n`);
    }
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends at once with code 0 on %s, also while a connection is kept alive",
    async (signal) => {
      const { child, ended, facts } = await started();
      const agent = new Agent({ keepAlive: true });
      const [response] = (await once(get(`${facts.control}/requests`, { agent }), "response")) as [IncomingMessage];
      response.resume();
      await once(response, "end");
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, signal: null, stderr: "" });
      agent.destroy();
    },
  );
});

describe("an option that is wrong ends the command with a code and one clear line", () => {
  it.each([
    [["--port", "x"], /option '--port <number>' argument 'x' is invalid\. It must be a whole number, 0 or more\./],
    [["--port", "70000"], /port/],
    [["--devices", "-1"], /'--devices <number>'.*It must be a whole number/],
    [["--world", "page-from=7"], /page-from takes 1000 or 1001, not 7/],
    [["--world", "page-from"], /It must be switches with their answers/],
    [["--webhook-form", "tabel"], /argument 'tabel' is invalid\. Allowed choices are keys, table/],
    [["--without", "addSevice"], /addSevice/],
    [["--prot", "0"], /unknown option '--prot'.*\n?.*Did you mean --port/],
    [["extra"], /too many arguments|unknown command/i],
  ])("%j", async (args, message) => {
    const { code, stdout, stderr } = await command(...args).ended;
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each(["--port", "--control-port"])("%s of a port that is taken", async (option) => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { code, stdout, stderr } = await command(option, String(port)).ended;
    server.close();
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(`Port ${port} is taken`);
    expect(stderr).toContain("0 takes a free one");
  });
});
