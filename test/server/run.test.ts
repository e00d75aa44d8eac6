import { copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Classeur } from "../../local/server/protocole.js";
import { start } from "../../local/server/run.js";
import { clientOf, spawnServer } from "./child.js";
import { askInTwo, Client } from "./client.js";
import { EXEMPLE, temporaryFolder, writePlaces } from "./places.js";

async function startHere(folder: string, args: readonly string[]) {
  const printed: string[] = [];
  const places = await writePlaces(folder);
  const server = await start(args, {
    ...places,
    exemple: EXEMPLE,
    print: (line) => printed.push(line),
  });
  onTestFinished(() => server.stop());
  return { server, printed, client: await Client.of(server.port) };
}

describe("npm start", () => {
  it("opens the example as a copy, saves in --donnees and says where", async () => {
    const folder = await temporaryFolder();
    const donnees = join(folder, "mes données");
    const { server, printed, client } = await startHere(folder, [
      "--donnees",
      donnees,
      "--port",
      "0",
    ]);
    const open = await client.json<Classeur>("GET", "/api/classeur");
    expect(open).toMatchObject({ nom: "Exemple", etat: "nouveau" });
    expect(open).not.toHaveProperty("source");
    expect(open.snapshot.sheets[0]?.name).toBe("Dossiers 2021");
    expect((await readdir(donnees)).sort()).toEqual([open.id, "dernier.json"].sort());
    expect(printed).toEqual([
      "Classeur\u00a0: Exemple.",
      `Travail enregistré dans\u00a0: ${donnees}`,
      `Ouvrez dans un navigateur\u00a0: http://127.0.0.1:${server.port}/`,
      "Ctrl-C pour arrêter.",
    ]);
  });

  it("takes the next port where the one asked for is taken", async () => {
    const folder = await temporaryFolder();
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as { port: number };
    const { server, printed } = await startHere(folder, [
      "--donnees",
      folder,
      "--port",
      String(port),
    ]);
    expect(server.port).toBeGreaterThan(port);
    expect(printed[0]).toBe(`Le port ${port} est pris\u00a0: ${server.port} le remplace.`);
  });

  it("opens a file, never writes to it, and opens its save where it is gone", async () => {
    const folder = await temporaryFolder();
    const fichier = join(folder, "suivi.xlsx");
    await copyFile(EXEMPLE, fichier);
    const args = ["--donnees", join(folder, "donnees"), "--port", "0", fichier];
    const first = await startHere(folder, args);
    const { id, source } = await first.client.json<Classeur>("GET", "/api/classeur");
    expect(source).toBe(fichier);
    await first.client.json("POST", "/api/changements", { id, version: 1, changements: ["a"] });
    await first.server.stop();
    expect(await readFile(fichier)).toEqual(await readFile(EXEMPLE));
    await rm(fichier);
    const { client, printed } = await startHere(folder, args);
    expect(await client.json("GET", "/api/classeur")).toMatchObject({
      id,
      etat: "restaure",
      changements: ["a"],
    });
    expect(printed[0]).toMatch(
      /^Classeur\u00a0: suivi\.xlsx, avec le travail enregistré le \d\d\/\d\d\/\d{4} \d\d:\d\d\.$/,
    );
  });

  it.each([
    [["absent.xlsx"], /«\u00a0absent\.xlsx\u00a0» est introuvable/],
    [["a.xlsx", "b.xlsx"], /^Options non comprises\. Attendu/],
    [["--couleur"], /^Options non comprises\. Attendu/],
    [["--port", "80"], /attendu un nombre de 1024 à 65535/],
    [["--port", "huit"], /lu «\u00a0huit\u00a0»/],
  ])("refuses %j in French", async (args, message) => {
    const folder = await temporaryFolder();
    const started = startHere(folder, ["--donnees", join(folder, "donnees"), ...args]);
    await expect(started).rejects.toMatchObject({
      name: "Refus",
      message: expect.stringMatching(message),
    });
  });

  it("says that the data folder cannot be written", async () => {
    const folder = await temporaryFolder();
    const occupied = join(folder, "occupé");
    await writeFile(occupied, "un fichier");
    await expect(startHere(folder, ["--donnees", occupied, "--port", "0"])).rejects.toMatchObject({
      code: "disque",
      message: expect.stringContaining("n’est pas enregistré"),
    });
  });
});

describe("in a process of its own", () => {
  it("ends cleanly on Ctrl-C, once what was asked is written", async () => {
    const folder = await temporaryFolder();
    const donnees = join(folder, "donnees");
    const child = spawnServer(await writePlaces(folder), ["--donnees", donnees, "--port", "0"]);
    const client = await clientOf(child);
    const { id } = await client.json<Classeur>("GET", "/api/classeur");
    const body = JSON.stringify({ id, version: 1, changements: ["x".repeat(5_000_000)] });
    const twice = () => {
      child.process.kill("SIGINT");
      child.process.kill("SIGINT");
    };
    const asked = { path: "/api/changements", headers: client.headers(), body };
    expect(await askInTwo(client.port, asked, twice)).toBe(200);
    expect(await child.ended).toBe(0);
    expect(child.printed()).toContain("Serveur arrêté");
    expect((await readdir(join(donnees, id))).sort()).toEqual([
      "journal.ndjson",
      "meta.json",
      "snapshot.json",
    ]);
  });

  it("refuses a workbook that another server has open, and takes it over once that one is killed", async () => {
    const folder = await temporaryFolder();
    const places = await writePlaces(folder);
    const args = ["--donnees", join(folder, "donnees"), "--port", "0"];
    const first = spawnServer(places, args);
    const { port } = await clientOf(first);
    const second = spawnServer(places, args);
    expect(await second.ended).toBe(1);
    expect(second.printed()).toBe(
      `Ce classeur est déjà ouvert par un autre serveur\u00a0: http://127.0.0.1:${port}/\n`,
    );
    first.process.kill("SIGKILL");
    await first.ended;
    await clientOf(spawnServer(places, args));
  });
});
