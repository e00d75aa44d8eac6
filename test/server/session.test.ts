import { randomUUID } from "node:crypto";
import { appendFile, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Classeur } from "../../local/server/protocole.js";
import { Session } from "../../local/server/session.js";
import { chosenFile, readSourceFile } from "../../local/server/source-file.js";
import { EXEMPLE, temporaryFolder } from "./places.js";
import { fileOf, readText, workbookOf } from "./workbook.js";

const NOW = "2026-11-22T10:00:00.000Z";

/** A server's session on a data folder; a new one is what a restart is. */
function sessionOn(folder: string): Session {
  const session = new Session({
    folder,
    port: 1,
    exemple: EXEMPLE,
    read: readText,
    now: () => new Date(NOW),
  });
  onTestFinished(() => session.close());
  return session;
}

const textOf = ({ snapshot }: Classeur) => snapshot.sheets[0]?.cells[0]?.content;
const says = (value: string) => ({ kind: "value", value });

async function worked(folder: string, file = fileOf("un")): Promise<Classeur> {
  const session = sessionOn(folder);
  const { id } = await session.open(file);
  await session.write({ id, version: 1, snapshot: workbookOf("travail") });
  await session.append({ id, version: 2, changements: ["a", "b"] });
  await session.append({ id, version: 3, changements: [{ c: 1 }] });
  const left = await session.read();
  await session.close();
  return left;
}

describe("a workbook and its save", () => {
  it("is new, then what was done, in order", async () => {
    const folder = await temporaryFolder();
    const session = sessionOn(folder);
    const opened = await session.open(fileOf("un"));
    expect(opened).toMatchObject({
      nom: "suivi.xlsx",
      source: "/dossiers/suivi.xlsx",
      etat: "nouveau",
      version: 0,
      changements: [],
      avertissements: [],
    });
    expect(opened).not.toHaveProperty("enregistreLe");
    await session.close();

    const left = await worked(folder);
    expect(left).toMatchObject({
      etat: "restaure",
      version: 3,
      changements: ["a", "b", { c: 1 }],
      enregistreLe: NOW,
    });
    expect(await sessionOn(folder).open(fileOf("un"))).toEqual(left);
    expect(textOf(left)).toEqual(says("travail"));
    expect(left.snapshot.properties).toEqual({ guichet: "travail" });
  });

  it.skipIf(process.platform === "win32")("is closed to the computer's other users", async () => {
    const folder = join(await temporaryFolder(), "nouveau");
    const { id } = await worked(folder);
    for (const path of [folder, join(folder, id)]) expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it("keeps two files of one name apart", async () => {
    const folder = await temporaryFolder();
    await worked(folder);
    const other = await sessionOn(folder).open(fileOf("un", "/ailleurs/suivi.xlsx"));
    expect(other.etat).toBe("nouveau");
  });

  it("empties the log when a whole snapshot is written", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    const session = sessionOn(folder);
    await session.reopen(id);
    await session.write({ id, version: 4, snapshot: workbookOf("suite") });
    expect(await session.read()).toMatchObject({ version: 4, changements: [] });
    expect(await readFile(join(folder, id, "journal.ndjson"), "utf8")).toBe("");
  });

  it("does not apply a log twice when the server died before emptying it", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    const log = await readFile(join(folder, id, "journal.ndjson"), "utf8");
    const session = sessionOn(folder);
    await session.reopen(id);
    await session.write({ id, version: 4, snapshot: workbookOf("suite") });
    await session.close();
    await writeFile(join(folder, id, "journal.ndjson"), log);
    const again = await sessionOn(folder).reopen(id);
    expect(again).toMatchObject({ version: 4, changements: [], avertissements: [] });
  });

  it("says that a torn last line is set aside, and goes on", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    await appendFile(join(folder, id, "journal.ndjson"), '{"version":4,"le":"2026');
    const session = sessionOn(folder);
    const opened = await session.open(fileOf("un"));
    expect(opened.version).toBe(3);
    expect(opened.avertissements).toEqual([expect.stringContaining("incomplète")]);
    await session.append({ id, version: 4, changements: ["d"] });
    await session.close();
    expect(await sessionOn(folder).open(fileOf("un"))).toMatchObject({
      version: 4,
      changements: ["a", "b", { c: 1 }, "d"],
      avertissements: [],
    });
  });

  it("says that the rest of a damaged log is kept apart", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    const path = join(folder, id, "journal.ndjson");
    const [first = "", second = ""] = (await readFile(path, "utf8")).split("\n");
    await writeFile(path, `${first}\n#${second}\n`);
    const opened = await sessionOn(folder).reopen(id);
    expect(opened).toMatchObject({ version: 2, changements: ["a", "b"] });
    const aside =
      (await readdir(join(folder, id))).find((name) => name.startsWith("journal-ecarte")) ?? "";
    expect(opened.avertissements).toEqual([expect.stringContaining(aside)]);
    expect(await readFile(join(folder, id, aside), "utf8")).toBe(`#${second}\n`);
  });

  it("opens the file again where its snapshot is unreadable, which it keeps", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    await writeFile(join(folder, id, "snapshot.json"), "{");
    await writeFile(join(folder, id, `snapshot.json.${randomUUID()}.tmp`), "{");
    const opened = await sessionOn(folder).open(fileOf("un"));
    expect(opened).toMatchObject({ etat: "nouveau", version: 0, changements: [] });
    const names = await readdir(join(folder, id));
    const aside = names.find((name) => name.startsWith("avant-")) ?? "";
    expect(opened.avertissements).toEqual([expect.stringContaining(join(id, aside))]);
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(
      (await readFile(join(folder, id, aside, "journal.ndjson"), "utf8")).split("\n"),
    ).toHaveLength(3);
  });
});

describe("two windows", () => {
  it.each([0, 2, 3, 5, 100])("refuses version %i where 4 is next", async (version) => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    const session = sessionOn(folder);
    const before = await session.reopen(id);
    const refusal = { code: "version", message: expect.stringContaining("autre fenêtre") };
    await expect(session.append({ id, version, changements: [1] })).rejects.toMatchObject(refusal);
    await expect(session.write({ id, version, snapshot: workbookOf("x") })).rejects.toMatchObject(
      refusal,
    );
    expect(await session.read()).toEqual(before);
  });

  it("takes one of two writes of the same version", async () => {
    const session = sessionOn(await temporaryFolder());
    const { id } = await session.open(fileOf("un"));
    const both = await Promise.allSettled(
      ["a", "b"].map((change) => session.append({ id, version: 1, changements: [change] })),
    );
    expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect((await session.read()).changements).toEqual(["a"]);
  });

  it("refuses to write to a workbook that is no longer open", async () => {
    const session = sessionOn(await temporaryFolder());
    const { id } = await session.open(fileOf("un"));
    await session.open(fileOf("deux", "/dossiers/autre.xlsx"));
    await expect(session.append({ id, version: 1, changements: [1] })).rejects.toMatchObject({
      code: "autre_classeur",
    });
  });
});

describe("a file that changed since", () => {
  it("is read again without a question where nothing was done", async () => {
    const folder = await temporaryFolder();
    const first = sessionOn(folder);
    await first.open(fileOf("un"));
    await first.close();
    const again = await sessionOn(folder).open(fileOf("deux"));
    expect(again.etat).toBe("nouveau");
    expect(textOf(again)).toEqual(says("deux"));
  });

  it("asks, and writes nothing until it is answered", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    const session = sessionOn(folder);
    const asked = await session.open(fileOf("deux"));
    expect(asked).toMatchObject({
      etat: "source_modifiee",
      version: 3,
      changements: ["a", "b", { c: 1 }],
    });
    expect(textOf(asked)).toEqual(says("travail"));
    const refusal = { code: "choix_attendu" };
    await expect(session.append({ id, version: 4, changements: [1] })).rejects.toMatchObject(
      refusal,
    );
    await expect(
      session.write({ id, version: 4, snapshot: workbookOf("x") }),
    ).rejects.toMatchObject(refusal);
    await session.close();
    expect((await sessionOn(folder).open(fileOf("deux"))).etat).toBe("source_modifiee");
  });

  it("keeps the work, and does not ask again", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    const session = sessionOn(folder);
    await session.open(fileOf("deux"));
    expect(await session.choose({ id, garder: "enregistre" })).toMatchObject({
      etat: "restaure",
      version: 3,
    });
    await expect(session.choose({ id, garder: "fichier" })).rejects.toMatchObject({
      code: "sans_choix",
    });
    await session.append({ id, version: 4, changements: ["d"] });
    await session.close();
    expect(await sessionOn(folder).open(fileOf("deux"))).toMatchObject({
      etat: "restaure",
      version: 4,
    });
  });

  it("takes the file, and keeps the work aside", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    const session = sessionOn(folder);
    await session.open(fileOf("deux"));
    const taken = await session.choose({ id, garder: "fichier" });
    expect(taken).toMatchObject({ etat: "nouveau", version: 4, changements: [] });
    expect(textOf(taken)).toEqual(says("deux"));
    await expect(session.append({ id, version: 4, changements: ["vieux"] })).rejects.toMatchObject({
      code: "version",
    });
    const aside = (await readdir(join(folder, id))).find((name) => name.startsWith("avant-")) ?? "";
    expect(await readdir(join(folder, id, aside))).toEqual([
      "journal.ndjson",
      "meta.json",
      "snapshot.json",
    ]);
    expect(await readFile(join(folder, id, aside, "journal.ndjson"), "utf8")).toContain('{"c":1}');
    await session.close();
    expect(await sessionOn(folder).open(fileOf("deux"))).toEqual(taken);
  });

  it("asks too for a file chosen in the page, which goes by its name", async () => {
    const folder = await temporaryFolder();
    const bytes = (text: string) => new TextEncoder().encode(text);
    const { id } = await worked(folder, chosenFile("export.csv", bytes("un")));
    const session = sessionOn(folder);
    expect(await session.open(chosenFile("export.csv", bytes("deux")))).toMatchObject({
      id,
      etat: "source_modifiee",
    });
    expect(textOf(await session.choose({ id, garder: "fichier" }))).toEqual(says("deux"));
  });

  it("leaves the workbook that is open where the new file cannot be read", async () => {
    const folder = await temporaryFolder();
    const read = (bytes: Uint8Array) =>
      bytes.length > 3 ? Promise.reject(new Error("illisible")) : readText(bytes);
    const now = () => new Date(NOW);
    const session = new Session({ folder, port: 1, exemple: EXEMPLE, read, now });
    onTestFinished(() => session.close());
    const { id } = await session.open(fileOf("un"));
    await session.append({ id, version: 1, changements: ["a"] });
    const before = await session.read();
    for (const path of ["/dossiers/casse.xlsx", "/dossiers/suivi.xlsx"]) {
      await expect(session.open(fileOf("cassé", path))).rejects.toThrow("illisible");
    }
    expect((await readdir(folder)).sort()).toEqual(["dernier.json", id].sort());
    await session.append({ id, version: 2, changements: ["b"] });
    expect(await session.read()).toEqual({ ...before, version: 2, changements: ["a", "b"] });
  });
});

describe("the workbooks saved", () => {
  it("are listed, the last saved first, and open without their file", async () => {
    const folder = await temporaryFolder();
    const first = await worked(folder);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await worked(folder, fileOf("un", "/dossiers/autre.ods"));
    const session = sessionOn(folder);
    const listed = await session.list();
    expect(listed.map(({ id, nom, source }) => ({ id, nom, source }))).toEqual([
      { id: second.id, nom: "autre.ods", source: "/dossiers/autre.ods" },
      { id: first.id, nom: "suivi.xlsx", source: "/dossiers/suivi.xlsx" },
    ]);
    expect(await session.reopen(first.id)).toEqual(first);
  });

  it("open with their file where it is there: one that changed since raises the question", async () => {
    const folder = await temporaryFolder();
    const path = join(await temporaryFolder(), "suivi.csv");
    await writeFile(path, "un");
    const { id } = await worked(folder, await readSourceFile(path));
    const session = sessionOn(folder);
    expect(await session.reopen(id)).toMatchObject({ etat: "restaure", version: 3 });
    await writeFile(path, "deux");
    expect(await session.reopen(id)).toMatchObject({ id, etat: "source_modifiee" });
  });

  it("come back where they were left; the example where there is none", async () => {
    const folder = await temporaryFolder();
    const empty = sessionOn(folder);
    expect(await empty.openLast()).toMatchObject({ nom: "Exemple", etat: "nouveau" });
    await empty.close();
    const { id: first } = await worked(folder);
    const { id: second } = await worked(folder, fileOf("un", "/dossiers/autre.ods"));
    const session = sessionOn(folder);
    expect(await session.openLast()).toMatchObject({ id: second });
    await session.reopen(first);
    await session.close();
    expect(await sessionOn(folder).openLast()).toMatchObject({ id: first, version: 3 });
  });

  it("come back by their last save where nothing tells which was open", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    await writeFile(join(folder, "dernier.json"), "{");
    expect(await sessionOn(folder).openLast()).toMatchObject({ id });
  });

  it("give way to the example where the last one cannot be read", async () => {
    const folder = await temporaryFolder();
    const { id } = await worked(folder);
    await writeFile(join(folder, id, "snapshot.json"), "{");
    expect(await sessionOn(folder).openLast()).toMatchObject({ nom: "Exemple" });
  });

  it.each(["", ".", "..", "../ailleurs", "inconnu"])("does not open «%s»", async (id) => {
    const folder = await temporaryFolder();
    await worked(folder);
    await expect(sessionOn(folder).reopen(id)).rejects.toMatchObject({ code: "introuvable" });
  });
});

it("takes nothing more once it closes, and ends what was asked", async () => {
  const folder = await temporaryFolder();
  const session = sessionOn(folder);
  const { id } = await session.open(fileOf("un"));
  const asked = session.append({ id, version: 1, changements: ["dernier"] });
  const closed = session.close();
  await expect(async () =>
    session.append({ id, version: 2, changements: ["trop tard"] }),
  ).rejects.toMatchObject({ code: "arret" });
  await Promise.all([asked, closed]);
  expect((await sessionOn(folder).reopen(id)).changements).toEqual(["dernier"]);
});
