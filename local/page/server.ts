import type {
  Choix,
  Classeur,
  CodeErreur,
  Enregistre,
  EnregistrerSous,
  Erreur,
  Exporter,
  FichierEcrit,
  Sauvegarde,
} from "../server/protocole.js";
import type { Save } from "./messages.js";

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
  constructor(private token: string) {}

  open(): Promise<Classeur> {
    return this.json("/api/classeur", {});
  }

  choose(body: Choix): Promise<Classeur> {
    return this.json("/api/choix", post(body));
  }

  /** Writes what changed, or the whole workbook, as the next version. */
  save(id: string, version: number, { kind, json }: Save): Promise<Enregistre> {
    const head = `{"id":${JSON.stringify(id)},"version":${version}`;
    return kind === "snapshot"
      ? this.json("/api/classeur", {
          method: "PUT",
          headers: JSON_BODY,
          body: `${head},"snapshot":${json}}`,
        })
      : this.json("/api/changements", {
          method: "POST",
          headers: JSON_BODY,
          body: `${head},"changements":${json}}`,
        });
  }

  /** The workbooks that have a save, the last saved first. */
  list(): Promise<Sauvegarde[]> {
    return this.json("/api/classeurs", {});
  }

  reopen(id: string): Promise<Classeur> {
    return this.json("/api/rouvrir", post({ id }));
  }

  openExample(): Promise<Classeur> {
    return this.json("/api/exemple", post({}));
  }

  /** Writes a file beside the source of the workbook. */
  saveAs(body: EnregistrerSous): Promise<FichierEcrit> {
    return this.json("/api/enregistrer-sous", post(body));
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

  /** Sends a request; where the server was started again since, with the token of its new start. */
  private async call(path: string, init: RequestInit): Promise<Response> {
    const response = await this.send(path, init);
    if (response.ok) return response;
    const refusal = await refusalOf(response);
    const token = refusal.code === "jeton" ? await this.newToken() : undefined;
    if (token === undefined || token === this.token) throw refusal;
    this.token = token;
    return this.call(path, init);
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), "X-Fitn7-Jeton": this.token };
    try {
      return await fetch(path, { ...init, headers });
    } catch {
      throw new ServerError(
        "injoignable",
        "le serveur local ne répond plus. Relancez-le\u00a0: cette page reprendra d’elle-même.",
      );
    }
  }

  /** The token that the server gives to its page, as a reload would read it. */
  private async newToken(): Promise<string | undefined> {
    const page = await (await this.send("/", {})).text();
    return /<meta name="fitn7-jeton" content="([\w-]+)">/.exec(page)?.[1];
  }
}

async function refusalOf(response: Response): Promise<ServerError> {
  const refusal = (await response.json().catch(() => ({}))) as Partial<Erreur>;
  return new ServerError(
    refusal.code ?? "imprevu",
    refusal.message ?? `Le serveur local a répondu par l’erreur ${response.status}.`,
  );
}

const JSON_BODY = { "Content-Type": "application/json" };

function post(body: object): RequestInit {
  return { method: "POST", headers: JSON_BODY, body: JSON.stringify(body) };
}
