import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Erreur } from "../../local/server/protocole.js";
import { type Running, start } from "../../local/server/run.js";
import { ask, askUnfinished, Client } from "./client.js";
import { EXEMPLE, writePlaces } from "./places.js";

let folder: string;
let server: Running;
let client: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fitn7-acces-"));
  const places = await writePlaces(folder);
  const print = () => undefined;
  const args = ["--donnees", join(folder, "donnees"), "--port", "0"];
  server = await start(args, { ...places, exemple: EXEMPLE, print });
  client = await Client.of(server.port);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const errorOf = (text: string) => JSON.parse(text) as Erreur;

describe("who may ask", () => {
  const hosts = (port: number) => [
    "evil.example",
    "127.0.0.1",
    `127.0.0.1:${port + 1}`,
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    `0.0.0.0:${port}`,
    `[::1]:${port}`,
  ];
  it("refuses any Host but its own, for files and for the API", async () => {
    for (const host of hosts(server.port)) {
      for (const path of ["/", "/page.js", "/dist/Code.js", "/api/classeur"]) {
        const { status, text } = await ask(server.port, {
          path,
          headers: client.headers({ host }),
        });
        expect([host, path, status]).toEqual([host, path, 403]);
        expect(errorOf(text)).toEqual({
          code: "acces",
          message: expect.stringContaining("refusée"),
        });
      }
    }
  });

  it("goes by either name of the loopback", async () => {
    for (const name of ["localhost", "127.0.0.1"]) {
      const own = `${name}:${server.port}`;
      const headers = client.headers({ host: own, origin: `http://${own}` });
      expect((await ask(server.port, { path: "/api/classeur", headers })).status).toBe(200);
    }
  });

  it("refuses a change without an Origin, or from another one", async () => {
    const origins = [
      "",
      "null",
      "http://evil.example",
      `https://127.0.0.1:${server.port}`,
      `http://127.0.0.1:${server.port + 1}`,
      `http://127.0.0.1:${server.port}.evil.example`,
    ];
    for (const origin of origins) {
      const headers = client.headers({ origin });
      for (const [method, path] of [
        ["PUT", "/api/classeur"],
        ["POST", "/api/changements"],
        ["POST", "/api/ouvrir?nom=a.csv"],
        ["POST", "/page.js"],
      ] as const) {
        const { status } = await ask(server.port, { method, path, headers, body: "{}" });
        expect([origin, path, status]).toEqual([origin, path, 403]);
      }
    }
  });

  it("refuses that another site reads the API, and takes a read without an Origin", async () => {
    const from = (origin: string) =>
      ask(server.port, { path: "/api/classeur", headers: client.headers({ origin }) });
    expect((await from("http://evil.example")).status).toBe(403);
    expect((await from("null")).status).toBe(403);
    expect((await from("")).status).toBe(200);
  });

  it("refuses a call without this start's token", async () => {
    for (const token of ["", "x", client.token.slice(1), `${client.token}x`]) {
      const headers = client.headers({ "x-fitn7-jeton": token });
      const { status, text } = await ask(server.port, { path: "/api/classeur", headers });
      expect(status).toBe(403);
      expect(errorOf(text)).toEqual({
        code: "jeton",
        message: expect.stringContaining("rechargez"),
      });
    }
    expect(client.token.length).toBeGreaterThanOrEqual(32);
  });

  it("listens on the loopback alone", async () => {
    const others = Object.values(networkInterfaces()).flatMap((all) =>
      (all ?? []).filter(({ internal, family }) => !internal && family === "IPv4"),
    );
    for (const { address } of [...others, { address: "127.0.0.2" }]) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host: address, port: server.port, timeout: 2000 });
        socket
          .once("connect", () => resolve("connected"))
          .once("error", () => resolve("refused"))
          .once("timeout", () => resolve("refused"));
        socket.once("connect", () => socket.destroy());
      });
      expect([address, outcome]).toEqual([address, "refused"]);
    }
  });
});

describe("what it gives", () => {
  it.each([
    ["/", "text/html; charset=utf-8"],
    ["/index.html", "text/html; charset=utf-8"],
    ["/page.js", "text/javascript; charset=utf-8"],
    ["/page.css", "text/css; charset=utf-8"],
    ["/polices/texte.woff2", "font/woff2"],
    ["/dist/Code.js", "text/javascript; charset=utf-8"],
    ["/dist/Aide.html", "text/html; charset=utf-8"],
    ["/dist/appsscript.json", "application/json; charset=utf-8"],
  ])("%s as %s, not to be guessed", async (path, type) => {
    const { status, headers } = await ask(server.port, { path });
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe(type);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/polices/../../secret.txt",
    "/dist/../secret.txt",
    "/dist/..\\secret.txt",
    "//secret.txt",
    "/./page.js",
    "/page.js/",
    "/page.js%00",
    "/.secret.js",
    "/notes.txt",
    "/dist/autre.js",
    "/dist/",
    "/secret.txt",
    "http://127.0.0.1/secret.txt",
    "/constructor",
    "/__proto__",
  ])("not %s", async (path) => {
    const { status, text } = await ask(server.port, { path });
    expect(status).toBe(404);
    expect(errorOf(text).code).toBe("introuvable");
  });

  it("keeps the token to the index, out of every other file", async () => {
    for (const path of ["/page.js", "/cadre.html", "/dist/Aide.html"]) {
      expect((await ask(server.port, { path })).text).not.toContain(client.token);
    }
  });

  it("answers a file that the browser has already without its bytes", async () => {
    const first = await ask(server.port, { path: "/page.js" });
    const headers = { "if-none-match": String(first.headers.etag) };
    const again = await ask(server.port, { path: "/page.js", headers });
    expect([again.status, again.bytes.length]).toEqual([304, 0]);
  });
});

describe("how it is asked", () => {
  it.each([
    ["DELETE", "/api/classeur", "GET, PUT"],
    ["POST", "/api/classeur", "GET, PUT"],
    ["GET", "/api/changements", "POST"],
    ["GET", "/api/ouvrir?nom=a.csv", "POST"],
    ["OPTIONS", "/api/exporter", "POST"],
    ["POST", "/page.js", "GET, HEAD"],
  ])("%s %s: only %s", async (method, path, allow) => {
    const { status, headers, text } = await ask(server.port, {
      method,
      path,
      headers: client.headers(),
    });
    expect([status, headers.allow]).toEqual([405, allow]);
    expect(errorOf(text).code).toBe("methode");
  });

  it("answers 404 for an unknown call", async () => {
    expect((await client.call("GET", "/api/inconnu")).status).toBe(404);
  });

  it("refuses a body that is not JSON, or not what is expected", async () => {
    const send = (body: string, type = "application/json") =>
      ask(server.port, {
        method: "POST",
        path: "/api/changements",
        headers: client.headers({ "content-type": type }),
        body,
      });
    expect((await send("{}", "text/plain")).status).toBe(415);
    expect((await send("{}", "application/jsonp")).status).toBe(415);
    for (const body of [
      "",
      "{",
      "[]",
      "null",
      "{}",
      '{"id":"a","version":1.5,"changements":[1]}',
      '{"id":"a","version":1,"changements":[]}',
    ]) {
      const { status, text } = await send(body);
      expect([body, status, errorOf(text).code]).toEqual([body, 400, "demande"]);
    }
    expect(
      errorOf((await send('{"id":"a","version":0,"changements":[1]}')).text).message,
    ).toContain("«\u00a0version\u00a0»");
  });

  it("refuses a body that is too large, announced or not", async () => {
    const announced = { "content-length": String(300 * 1024 * 1024) };
    const path = "/api/classeur";
    const early = await askUnfinished(server.port, path, { ...client.headers(), ...announced });
    expect(early).toBe(413);
    const long = JSON.stringify({ id: "a", garder: "x".repeat(70_000) });
    const chunked = await ask(server.port, {
      method: "POST",
      path: "/api/choix",
      headers: { ...client.headers(), "transfer-encoding": "chunked" },
      body: long,
    });
    expect(chunked.status).toBe(413);
    expect(errorOf(chunked.text)).toEqual({
      code: "trop_grand",
      message: "Envoi refusé\u00a0: il dépasse 64\u00a0ko.",
    });
  });
});
