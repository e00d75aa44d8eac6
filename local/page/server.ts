import type {
  Choix,
  Classeur,
  CodeErreur,
  Enregistre,
  Erreur,
  Exporter,
} from "../server/protocole.js";

/** A refusal of the server; the message is a sentence to show. */
export class ServerError extends Error {
  constructor(
    readonly code: CodeErreur | "injoignable",
    message: string,
  ) {
    super(message);
  }
}

/** The local server, call by call. */
export class Server {
  constructor(private readonly token: string) {}

  open(): Promise<Classeur> {
    return this.json("/api/classeur", {});
  }

  choose(body: Choix): Promise<Classeur> {
    return this.json("/api/choix", post(body));
  }

  /** @param snapshot the workbook's `WorkbookSnapshot`, as JSON already */
  write(id: string, version: number, snapshot: string): Promise<Enregistre> {
    const body = `{"id":${JSON.stringify(id)},"version":${version},"snapshot":${snapshot}}`;
    return this.json("/api/classeur", { method: "PUT", headers: JSON_BODY, body });
  }

  openFile(file: File): Promise<Classeur> {
    const headers = { "Content-Type": "application/octet-stream" };
    const path = `/api/ouvrir?nom=${encodeURIComponent(file.name)}`;
    return this.json(path, { method: "POST", headers, body: file });
  }

  async export(body: Exporter): Promise<Blob> {
    return (await this.call("/api/exporter", post(body))).blob();
  }

  private async json<T>(path: string, init: RequestInit): Promise<T> {
    return (await this.call(path, init)).json() as Promise<T>;
  }

  private async call(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), "X-Fitn7-Jeton": this.token };
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
}

const JSON_BODY = { "Content-Type": "application/json" };

function post(body: object): RequestInit {
  return { method: "POST", headers: JSON_BODY, body: JSON.stringify(body) };
}
