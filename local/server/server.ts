import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { checkAccess, checkToken, onlyReads } from "./access.js";
import { COMMON_HEADERS, INERT_POLICY } from "./headers.js";
import type { Erreur } from "./protocole.js";
import { Refus } from "./refus.js";
import { Download, ROUTES } from "./routes.js";
import type { Session } from "./session.js";
import type { StaticFile } from "./static-files.js";

/** Ports tried after the one asked for. */
const PORTS_TRIED = 50;

export interface Served {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly token: string;
  /** The session, once the workbook is open. */
  readonly session: Promise<Session>;
  readonly log: (line: string) => void;
}

function send(
  response: ServerResponse,
  status: number,
  body: Uint8Array | string,
  headers: Readonly<Record<string, string>>,
): void {
  const length = Buffer.byteLength(body);
  response.writeHead(status, { ...COMMON_HEADERS, ...headers, "Content-Length": length });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: StaticFile): void {
  const headers = {
    ETag: file.etag,
    "Cache-Control": "no-cache",
    "Content-Security-Policy": file.policy,
    "Cross-Origin-Resource-Policy": file.forFrames ? "cross-origin" : "same-origin",
  };
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, { ...COMMON_HEADERS, ...headers }).end();
    return;
  }
  send(response, 200, file.body, { ...headers, "Content-Type": file.type });
}

function sendData(response: ServerResponse, status: number, data: unknown): void {
  const isFile = data instanceof Download;
  send(response, status, isFile ? data.bytes : JSON.stringify(data), {
    "Content-Type": isFile ? data.type : "application/json; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": INERT_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
  });
}

function wrongMethod(response: ServerResponse, allowed: readonly string[]): Refus {
  response.setHeader("Allow", allowed.join(", "));
  return new Refus("methode", "Demande non comprise\u00a0: méthode inattendue.");
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
): Promise<void> {
  checkAccess(request, request.socket.localPort ?? 0);
  const [path = "", query] = (request.url ?? "").split("?", 2);
  const missing = () => new Refus("introuvable", "Cette adresse n’existe pas.");
  if (!path.startsWith("/api/")) {
    const file = served.files.get(path);
    if (!file) throw missing();
    if (!onlyReads(request)) throw wrongMethod(response, ["GET", "HEAD"]);
    sendFile(request, response, file);
    return;
  }
  checkToken(request, served.token);
  const methods = ROUTES.get(path);
  if (!methods) throw missing();
  const route = Object.hasOwn(methods, request.method ?? "") && methods[request.method ?? ""];
  if (!route) throw wrongMethod(response, Object.keys(methods));
  const session = await served.session;
  sendData(response, 200, await route({ session, request, query: new URLSearchParams(query) }));
}

function refuse(response: ServerResponse, error: unknown, log: Served["log"]): void {
  const refus =
    error instanceof Refus
      ? error
      : new Refus("imprevu", "Erreur imprévue du serveur\u00a0: rien n’a été enregistré.");
  if (refus !== error)
    log(`Erreur imprévue\u00a0: ${error instanceof Error ? error.stack : error}`);
  // What is left of a body is read and dropped, or the browser would see a cut connection.
  response.req.resume();
  const sent: Erreur = { code: refus.code, message: refus.message };
  sendData(response, refus.status, sent);
}

/** A server that answers from its own files and its session alone. */
export function makeServer(served: Served): Server {
  return createServer((request, response) => {
    answer(request, response, served).catch((error: unknown) => {
      if (!response.headersSent) refuse(response, error, served.log);
    });
  });
}

function tryPort(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(undefined);
      else reject(error);
    };
    server.once("error", failed);
    server.listen({ host: "127.0.0.1", port }, () => {
      server.off("error", failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Listens on the loopback alone, at a port or the next one that is free. */
export async function listen(server: Server, port: number): Promise<number> {
  for (let tried = port; tried < port + PORTS_TRIED && tried < 65_536; tried += 1) {
    const got = await tryPort(server, tried);
    if (got !== undefined) return got;
  }
  throw new Refus("imprevu", `Aucun port libre à partir de ${port}\u00a0: choisissez --port.`);
}
