import { type IncomingHttpHeaders, request } from "node:http";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  /** Sent as it is: no address is tidied up. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Sends a request whose Host, Origin and path are exactly those given. */
export function ask(port: number, { method = "GET", path, headers, body }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "127.0.0.1", port, method, path, headers, agent: false },
      (got) => {
        const chunks: Buffer[] = [];
        got.on("data", (chunk: Buffer) => chunks.push(chunk));
        got.on("error", reject);
        got.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const { statusCode: status = 0, headers: received } = got;
          resolve({ status, headers: received, bytes, text: bytes.toString("utf8") });
        });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Sends the head of a PUT and none of its body; gives the answer's status. */
export function askUnfinished(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method: "PUT", path, headers, agent: false });
    sent.on("error", reject);
    sent.on("response", ({ statusCode }) => {
      resolve(statusCode);
      sent.destroy();
    });
    sent.flushHeaders();
  });
}

/** Sends a request in two parts: its head, and its body once the server has taken the head and `then` is done. */
export function askInTwo(
  port: number,
  { method = "POST", path, headers, body }: Asked,
  then: () => void,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request({
      host: "127.0.0.1",
      port,
      method,
      path,
      headers: { ...headers, expect: "100-continue" },
      agent: false,
    });
    sent.on("error", reject);
    sent.on("response", (got) => {
      got.resume();
      resolve(got.statusCode);
    });
    sent.on("continue", () => {
      then();
      sent.end(body);
    });
    sent.flushHeaders();
  });
}

/** What the page does: the server's own Origin, and the token of its index. */
export class Client {
  private constructor(
    readonly port: number,
    readonly token: string,
  ) {}

  static async of(port: number): Promise<Client> {
    const { text } = await ask(port, { path: "/" });
    const token = /name="fitn7-jeton" content="([^"]+)"/.exec(text)?.[1];
    if (!token) throw new Error("index.html has no token");
    return new Client(port, token);
  }

  /** Headers of a call of the page, with some changed; a blank one is left out. */
  headers(changed: Readonly<Record<string, string>> = {}): Record<string, string> {
    const all = {
      origin: `http://127.0.0.1:${this.port}`,
      "x-fitn7-jeton": this.token,
      "content-type": "application/json",
      ...changed,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
  }

  call(method: string, path: string, body?: unknown): Promise<Answer> {
    const sent = body === undefined || body instanceof Uint8Array ? body : JSON.stringify(body);
    return ask(this.port, { method, path, headers: this.headers(), body: sent });
  }

  /** The JSON of an answer that must be a success. */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { status, text } = await this.call(method, path, body);
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }
}
