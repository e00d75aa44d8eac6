import type {
  Choix,
  Classeur,
  CodeErreur,
  Enregistre,
  Erreur,
  Exporter,
} from "../../server/protocole.js";

/** A refusal of the server; the message is a sentence to show. */
export class ServerError extends Error {
  constructor(
    readonly code: CodeErreur | "injoignable",
    message: string,
  ) {
    super(message);
  }
}

const token = document.querySelector<HTMLMetaElement>('meta[name="fitn7-jeton"]')?.content ?? "";

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...(init.headers as Record<string, string>), "X-Fitn7-Jeton": token };
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers });
  } catch {
    throw new ServerError(
      "injoignable",
      "le serveur local ne répond plus. Relancez-le, puis réessayez.",
    );
  }
  if (response.ok) return response;
  const refusal = (await response.json().catch(() => ({}))) as Partial<Erreur>;
  throw new ServerError(
    refusal.code ?? "imprevu",
    refusal.message ?? `Le serveur local a répondu par l’erreur ${response.status}.`,
  );
}

async function json<T>(path: string, method: string, body?: unknown): Promise<T> {
  const response = await call(path, {
    method,
    ...(body !== undefined && {
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  });
  return (await response.json()) as T;
}

/** The local server, call by call. */
export const server = {
  open: () => json<Classeur>("/api/classeur", "GET"),
  /** @param snapshot the workbook's `WorkbookSnapshot`, as JSON already */
  write: async (id: string, version: number, snapshot: string): Promise<Enregistre> => {
    const response = await call("/api/classeur", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: `{"id":${JSON.stringify(id)},"version":${version},"snapshot":${snapshot}}`,
    });
    return (await response.json()) as Enregistre;
  },
  choose: (body: Choix) => json<Classeur>("/api/choix", "POST", body),
  openFile: async (file: File): Promise<Classeur> => {
    const response = await call(`/api/ouvrir?nom=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
    });
    return (await response.json()) as Classeur;
  },
  export: async (body: Exporter): Promise<Blob> => {
    const response = await call("/api/exporter", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return response.blob();
  },
};
