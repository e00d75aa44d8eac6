import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbookFile } from "../../local/files/index.js";
import { Atelier, CHROMIUM, example } from "./atelier.js";

const EXAMPLES = [
  ["export-2021.csv", "A2", "4210233"],
  ["export-2021.xlsx", "A2", "4210233"],
  ["export-2026.csv", "", ""],
  ["export-2026.ods", "", ""],
  ["export-2026.xlsx", "", ""],
  ["suivi-nord.xlsx", "", ""],
  ["suivi-seine-et-marne.xlsx", "", ""],
] as const;

describe.skipIf(!CHROMIUM)("files of the local page", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
  });
  afterAll(() => atelier?.stop());

  it("keeps what was shown as saved when the server is killed", async () => {
    await atelier.type("X5", "=1+1");
    await atelier.saved();
    await atelier.kill();
    await atelier.type("X6", "pas enregistré");
    await atelier.page.locator("#etat", { hasText: "Non enregistré" }).waitFor();
    atelier.page.once("dialog", (dialog) => dialog.accept());
    await atelier.restart(example("suivi-marne.xlsx"));
    await expect.poll(() => atelier.shown("X5")).toBe("2");
    await expect.poll(() => atelier.shown("X6")).toBe("");
  });

  it.each(["xlsx", "ods"] as const)("downloads the workbook as .%s", async (format) => {
    const download = atelier.page.waitForEvent("download");
    await atelier.menu("Fichier", `Télécharger en .${format}`);
    const file = await download;
    expect(file.suggestedFilename()).toBe(`suivi-marne.${format}`);
    const read = await readWorkbookFile(await readFile(await file.path()), `a.${format}`);
    const cell = read.sheets[0]?.cells.find(({ row, column }) => row === 5 && column === 24);
    expect(cell?.content).toEqual({ kind: "formula", text: "=1+1" });
  });

  it.each(EXAMPLES)("opens %s", async (name, cell, text) => {
    const chooser = atelier.page.waitForEvent("filechooser");
    await atelier.menu("Fichier", "Ouvrir un fichier…");
    await (await chooser).setFiles(example(name));
    await atelier.page.locator("#nom", { hasText: name }).waitFor();
    await atelier.ready();
    if (cell) await expect.poll(() => atelier.shown(cell)).toBe(text);
    else await expect.poll(() => atelier.shown("A1")).not.toBe("");
    expect(atelier.errors).toEqual([]);
  });

  it("says in French why a file cannot be opened, and keeps the workbook", async () => {
    const chooser = atelier.page.waitForEvent("filechooser");
    await atelier.menu("Fichier", "Ouvrir un fichier…");
    await (await chooser).setFiles({
      name: "faux.xlsx",
      mimeType: "application/octet-stream",
      buffer: Buffer.from("PK\u0003\u0004 rien"),
    });
    await atelier.page.getByRole("heading", { name: "Ouverture impossible" }).waitFor();
    await atelier.answer();
    expect(await atelier.page.locator("#nom").textContent()).toBe("suivi-seine-et-marne.xlsx");
  });
});
