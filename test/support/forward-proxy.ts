import { execFileSync, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type AddressInfo, type Socket } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "./run";

export interface ForwardProxy {
  url: string;
  /** What it was asked to connect to, and how it was asked who asks. */
  asked: { target: string; authorization: string | undefined }[];
  stop: () => Promise<void>;
}

/**
 * A proxy as companies have one: it opens tunnels, here all to one server, whatever host is asked for.
 *
 * @param refuse - The status of its refusal, or undefined.
 */
export async function startForwardProxy(to: string, refuse: () => number | undefined = () => undefined): Promise<ForwardProxy> {
  const { hostname, port } = new URL(to);
  const asked: ForwardProxy["asked"] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_request, response) => response.writeHead(400).end());
  server.on("connection", (socket: Socket) => sockets.add(socket.on("error", () => undefined)));
  server.on("connect", ({ url = "", headers }, socket: Socket) => {
    asked.push({ target: url, authorization: headers["proxy-authorization"] });
    const status = refuse();
    if (status !== undefined) return void socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`);
    const onward = connect(Number(port), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(onward).pipe(socket);
    });
    sockets.add(onward.on("error", () => socket.destroy()));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `describe`, where certificates can be made; elsewhere the tests show as skipped, with the reason. */
export function describeWithCertificates(name: string, tests: () => void): void {
  if (spawnSync("openssl", ["version"]).status === 0) describe(name, tests);
  else describe.skip(`${name} (needs openssl)`, tests);
}

export interface Secured {
  url: string;
  /** The file of the authority that has signed its certificate. */
  authority: string;
  stop: () => Promise<void>;
}

/** Speaks TLS before a server that does not, as `host`. Headers stay as they come, so signatures hold; so do WebSockets. */
export async function startSecured(to: string, host: string): Promise<Secured> {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const ofCertificate = [
    "-subj",
    `/CN=${host}`,
    "-addext",
    `subjectAltName=DNS:${host}`,
    "-days",
    "2",
    "-keyout",
    key,
    "-out",
    cert,
  ];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", ...ofCertificate], { stdio: "ignore" });
  const { hostname, port } = new URL(to);
  const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, (incoming, outgoing) => {
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward.on("error", () => outgoing.destroy()));
  });
  server.on("upgrade", ({ method, url, rawHeaders }, socket) => {
    const onward = connect(Number(port), hostname, () => {
      const lines = rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${rawHeaders[index + 1] ?? ""}`] : []));
      onward.write(`${[`${method ?? ""} ${url ?? ""} HTTP/1.1`, ...lines].join("\r\n")}\r\n\r\n`);
      socket.pipe(onward).pipe(socket);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    authority: cert,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
