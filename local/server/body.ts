import type { IncomingMessage } from "node:http";
import { Refus } from "./refus.js";

function tooLarge(limit: number): Refus {
  const size = Math.round(limit / 1024).toLocaleString("fr-FR");
  return new Refus("trop_grand", `Envoi refusé\u00a0: il dépasse ${size}\u00a0ko.`);
}

/** The bytes of a request. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The JSON of a request. */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "")) {
    throw new Refus("type", "Demande refusée\u00a0: son contenu doit être du JSON.");
  }
  const bytes = await readBytes(request, limit);
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (error) {
    throw new Refus("demande", "Demande non comprise\u00a0: son JSON est mal formé.", {
      cause: error,
    });
  }
}
