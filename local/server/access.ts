import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Refus } from "./refus.js";

const TOKEN_HEADER = "x-fitn7-jeton";

/** Whether a request only reads. */
export function onlyReads(request: IncomingMessage): boolean {
  return request.method === "GET" || request.method === "HEAD";
}

/**
 * Refuses what does not come from the server's own page: a site that points its own name at
 * 127.0.0.1 (Host), or one that sends requests from the person's browser (Origin).
 */
export function checkAccess(request: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? "")) {
    throw new Refus("acces", "Adresse refusée\u00a0: ce serveur ne répond qu’à cet ordinateur.");
  }
  const { origin } = request.headers;
  const own = hosts.some((host) => origin === `http://${host}`);
  const api = request.url?.startsWith("/api/") ?? false;
  const allowed = onlyReads(request) ? origin === undefined || own || !api : own;
  if (!allowed) {
    throw new Refus(
      "acces",
      "Demande refusée\u00a0: elle ne vient pas de la page ouverte par ce serveur.",
    );
  }
}

/** Refuses a call of the API that does not carry this start's token. */
export function checkToken(request: IncomingMessage, token: string): void {
  const given = Buffer.from(String(request.headers[TOKEN_HEADER] ?? ""));
  const expected = Buffer.from(token);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Refus(
      "jeton",
      "Cette page date d’un démarrage précédent du serveur\u00a0: rechargez-la.",
    );
  }
}
