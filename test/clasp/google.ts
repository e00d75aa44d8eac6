import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import type { Authority } from "./authority.js";

/** Hosts of Google's that clasp talks to for a push. */
export const HOSTS = ["script.googleapis.com", "oauth2.googleapis.com"];

/** A file of a script project, as the Apps Script API carries it. */
export interface ScriptFile {
  readonly name: string;
  readonly type: "SERVER_JS" | "HTML" | "JSON";
  readonly source: string;
}

/** A stand-in of Google behind a proxy on the loopback. */
export interface FakeGoogle {
  /** Address for `HTTPS_PROXY`. */
  readonly proxy: string;
  /** `METHOD host/path` of each request, in order. */
  readonly requests: readonly string[];
  /** Tokens of each request to the script service. */
  readonly tokens: readonly string[];
  /** What the project holds; a push replaces it. */
  files: readonly ScriptFile[];
  readonly close: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString("utf8");
}

/** Starts a proxy that answers for Google's hosts with the certificate of a test authority. */
export async function fakeGoogle(
  { certificate, key }: Authority,
  scriptId: string,
): Promise<FakeGoogle> {
  const requests: string[] = [];
  const tokens: string[] = [];
  const google = { files: [] as readonly ScriptFile[] };
  const content = `/v1/projects/${scriptId}/content`;
  const json = (response: ServerResponse, status: number, body: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  const site = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "https://google.test").pathname;
    const { host = "" } = request.headers;
    requests.push(`${request.method} ${host}${path}`);
    const body = await bodyOf(request);
    if (host === "oauth2.googleapis.com" && path === "/token") {
      json(response, 200, { access_token: "fresh", expires_in: 3600, token_type: "Bearer" });
      return;
    }
    tokens.push(request.headers.authorization ?? "");
    if (host !== "script.googleapis.com" || path !== content) {
      json(response, 404, { error: { code: 404, message: "Requested entity was not found." } });
      return;
    }
    if (request.method === "PUT") google.files = JSON.parse(body).files;
    json(response, 200, { scriptId, files: google.files });
  });
  const secureContext = createSecureContext({ cert: certificate, key });
  const proxy = createServer((_, response) => json(response, 501, { error: "CONNECT only" }));
  const sockets = new Set<TLSSocket>();
  proxy.on("connect", ({ url = "" }, socket, head) => {
    if (!HOSTS.includes(url.replace(/:443$/, ""))) {
      socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    sockets.add(secured);
    secured.on("error", () => secured.destroy());
    site.emit("connection", secured);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as AddressInfo;
  return Object.assign(google, {
    proxy: `http://127.0.0.1:${port}`,
    requests,
    tokens,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => proxy.close(() => resolve()));
    },
  });
}
