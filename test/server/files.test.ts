import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readWorkbookFile } from "../../local/files/index.js";
import { readInProcess } from "../../local/server/file-process.js";
import type { Classeur, EnregistrerSous, Erreur, Exporter } from "../../local/server/protocole.js";
import { type Running, start } from "../../local/server/run.js";
import { Client } from "./client.js";
import { DATA, EXEMPLE, writePlaces } from "./places.js";
import { workbookOf } from "./workbook.js";

let folder: string;
let server: Running;
let client: Client;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fitn7-fichiers-"));
  const fichier = join(folder, "suivi.xlsx");
  await writeFile(fichier, await readFile(EXEMPLE));
  const args = [fichier, "--donnees", join(folder, "donnees"), "--port", "0"];
  const places = await writePlaces(folder);
  server = await start(args, { ...places, exemple: EXEMPLE, print: () => undefined });
  client = await Client.of(server.port);
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** A workbook whose formula in A1 spills over A1:A2 and whose B1 is one that only Sheets computes. */
const SPILLING: Omit<Exporter, "format"> = {
  snapshot: {
    ...workbookOf(""),
    sheets: [
      {
        name: "constructor",
        rows: 3,
        columns: 3,
        cells: [
          { row: 1, column: 1, content: { kind: "formula", text: "=IF(C1:C2>0;1;2)" } },
          { row: 1, column: 2, content: { kind: "formula", text: "=FITN_ADS(3)" } },
          { row: 3, column: 3, content: { kind: "value", value: "=1+1" } },
        ],
      },
    ],
  },
  valeurs: Object.fromEntries([
    ["constructor", [[1, { error: "#N/A", message: "absent" }], [2], [null, null, "=1+1"]]],
  ]),
  deversements: [{ sheet: "constructor", row: 1, column: 1, rows: 2, columns: 1 }],
};

const examples = [
  "suivi-marne.xlsx",
  "suivi-nord.xlsx",
  "suivi-seine-et-marne.xlsx",
  "export-2021.xlsx",
  "export-2021.csv",
  "export-2026.xlsx",
  "export-2026.ods",
  "export-2026.csv",
];

describe("opening", () => {
  it("knows every example", async () => {
    const present = (await readdir(DATA)).filter((name) => /\.(xlsx|ods|csv)$/.test(name));
    expect(present.sort()).toEqual([...examples].sort());
  });

  it.each(examples)("%s", async (nom) => {
    const bytes = await readFile(join(DATA, nom));
    const open = await client.json<Classeur>("POST", `/api/ouvrir?nom=${nom}`, bytes);
    expect(open).toMatchObject({ nom, etat: "nouveau", version: 0 });
    const read = await readWorkbookFile(bytes, nom);
    expect(open.snapshot).toEqual(JSON.parse(JSON.stringify(read)));
    expect(await client.json("GET", "/api/classeur")).toEqual(open);
  });

  it.each([
    ["vide.csv", new Uint8Array(0), /vide/],
    ["photo.png", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), /n’est pas un classeur/],
    ["texte.xlsx", new TextEncoder().encode("a;b"), /n’est pas un classeur/],
  ])("refuses %s in French and stays where it was", async (nom, bytes, message) => {
    const before = await client.json<Classeur>("GET", "/api/classeur");
    const { status, text } = await client.call(
      "POST",
      `/api/ouvrir?nom=${encodeURIComponent(nom)}`,
      bytes,
    );
    expect(status).toBe(422);
    expect(JSON.parse(text)).toEqual({
      code: "illisible",
      message: expect.stringMatching(message),
    });
    expect(await client.json("GET", "/api/classeur")).toEqual(before);
  });

  it("takes the last part of a name alone", async () => {
    const bytes = new TextEncoder().encode("a;b\n1;2\n");
    for (const nom of ["../../a.csv", "C:\\dossiers\\a.csv", "a.csv\0"]) {
      const path = `/api/ouvrir?nom=${encodeURIComponent(nom)}`;
      expect((await client.json<Classeur>("POST", path, bytes)).nom).toBe("a.csv");
    }
    for (const nom of ["", "dossier/", "x".repeat(201)]) {
      const path = `/api/ouvrir?nom=${encodeURIComponent(nom)}`;
      expect((await client.call("POST", path, bytes)).status).toBe(400);
    }
  });

  it("gives up a file that takes too long, then reads the next one", async () => {
    await expect(readInProcess(await readFile(EXEMPLE), "a.xlsx", 1)).rejects.toMatchObject({
      code: "illisible",
      message: expect.stringContaining("trop de temps"),
    });
    const { sheets } = await readInProcess(new TextEncoder().encode("a;b\n"), "a.csv");
    expect(sheets[0]?.name).toBe("a");
  });
});

describe("exporting", () => {
  it.each([
    ["xlsx", "spreadsheetml.sheet"],
    ["ods", "opendocument.spreadsheet"],
  ] as const)("writes .%s, which is read back as it was", async (format, type) => {
    const { status, headers, bytes } = await client.call("POST", "/api/exporter", {
      format,
      ...SPILLING,
    });
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain(type);
    const read = await readWorkbookFile(bytes, `a.${format}`);
    const cells = read.sheets[0]?.cells.map(({ row, column, content }) => ({
      row,
      column,
      content,
    }));
    expect(cells).toEqual(SPILLING.snapshot.sheets[0]?.cells);
  });

  it("refuses a text that the format would cut, and says where it is", async () => {
    const [sheet] = SPILLING.snapshot.sheets;
    const typed = { kind: "value", value: "x".repeat(40_000) } as const;
    const cells = [{ row: 1, column: 1, content: typed }];
    const { status, text } = await client.call("POST", "/api/exporter", {
      format: "xlsx",
      ...SPILLING,
      snapshot: { ...SPILLING.snapshot, sheets: [{ ...sheet, cells }] },
    });
    expect(status).toBe(422);
    expect((JSON.parse(text) as Erreur).message).toMatch(/^La cellule A1 .*40\u202f000 caractères/);
  });

  it.each([
    ["format", { format: "pdf" }],
    ["snapshot", { snapshot: { sheets: [] } }],
    ["valeurs", { valeurs: { a: [1] } }],
    ["deversements", { deversements: [{ sheet: "a", row: 0, column: 1, rows: 1, columns: 1 }] }],
  ])("refuses a wrong %s", async (name, wrong) => {
    const { status, text } = await client.call("POST", "/api/exporter", {
      format: "ods",
      ...SPILLING,
      ...wrong,
    });
    expect(status).toBe(400);
    expect((JSON.parse(text) as Erreur).message).toContain(`«\u00a0${name}\u00a0»`);
  });
});

describe("saving beside the source", () => {
  let id: string;
  let request: EnregistrerSous;
  const save = async (changed: Partial<EnregistrerSous>) => {
    const { status, text } = await client.call("POST", "/api/enregistrer-sous", {
      ...request,
      ...changed,
    });
    return { status, ...(JSON.parse(text) as Partial<Erreur> & { chemin?: string }) };
  };
  const source = () => readFile(join(folder, "suivi.xlsx"));
  beforeEach(async () => {
    const saves = await client.json<{ id: string; source?: string }[]>("GET", "/api/classeurs");
    id = saves.find((one) => one.source === join(folder, "suivi.xlsx"))?.id ?? "";
    await client.json("POST", "/api/rouvrir", { id });
    request = { id, nom: "suivi.xlsx", format: "xlsx", ...SPILLING };
  });

  it("leaves the source as it is, unless asked", async () => {
    const before = await source();
    expect(await save({})).toMatchObject({ status: 409, code: "existe" });
    expect(await save({ ecraser: false })).toMatchObject({ status: 409, code: "existe" });
    expect(await source()).toEqual(before);
  });

  it("writes a new file, once", async () => {
    const nom = "copie.ods";
    const chemin = join(folder, nom);
    expect(await save({ nom, format: "ods" })).toEqual({ status: 200, chemin });
    expect((await readWorkbookFile(await readFile(chemin), nom)).sheets[0]?.name).toBe(
      "constructor",
    );
    expect(await save({ nom, format: "ods" })).toMatchObject({ code: "existe" });
  });

  it.each([
    "../suivi.xlsx",
    "/tmp/a.xlsx",
    "a\\b.xlsx",
    ".xlsx",
    ".caché.xlsx",
    "suivi.ods",
    "suivi",
    "a\0.xlsx",
    "a:b.xlsx",
  ])("refuses the name «%s»", async (nom) => {
    expect(await save({ nom, ecraser: true })).toMatchObject({ status: 400, code: "demande" });
  });

  it("replaces the source on request, keeps its former content and asks nothing afterwards", async () => {
    const before = await source();
    expect(await save({ ecraser: true })).toMatchObject({ status: 200 });
    expect((await readWorkbookFile(await source(), "suivi.xlsx")).sheets[0]?.name).toBe(
      "constructor",
    );
    expect(await readFile(join(folder, "donnees", id, "source-precedente.xlsx"))).toEqual(before);
    expect(await save({ ecraser: true })).toMatchObject({ status: 200 });
  });

  it("leaves a source that another program changed, whatever name leads to it", async () => {
    await writeFile(join(folder, "suivi.xlsx"), "autre contenu");
    await symlink(join(folder, "suivi.xlsx"), join(folder, "lien.xlsx"));
    for (const nom of ["suivi.xlsx", "lien.xlsx"]) {
      expect(await save({ nom, ecraser: true })).toMatchObject({
        status: 409,
        code: "source_modifiee",
      });
    }
    expect((await source()).toString()).toBe("autre contenu");
    expect(await save({ ecraser: true, malgreModification: true })).toMatchObject({ status: 200 });
  });

  it("has no place for a workbook that was chosen in the page", async () => {
    const bytes = await readFile(join(DATA, "export-2021.csv"));
    const { id: chosen } = await client.json<Classeur>(
      "POST",
      "/api/ouvrir?nom=export-2021.csv",
      bytes,
    );
    expect(await save({ id: chosen, nom: "a.xlsx" })).toMatchObject({
      status: 409,
      code: "sans_emplacement",
    });
  });
});
