import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkbookFile } from "../../local/files/index.js";
import { Atelier, CHROMIUM, example } from "./atelier.js";

describe.skipIf(!CHROMIUM)("what the local page keeps", () => {
  let atelier: Atelier;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fitn7-dossier-"));
    file = join(folder, "suivi.xlsx");
    await copyFile(example("suivi-marne.xlsx"), file);
    atelier = await Atelier.start(file);
  });
  afterAll(async () => {
    await atelier?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const texts = async (path: string) => {
    const { sheets } = await readWorkbookFile(await readFile(path), path);
    return sheets[0]?.cells.flatMap(({ content }) =>
      content?.kind === "value" ? [content.value] : [],
    );
  };

  it("sends an edit as one change, not as the whole workbook", async () => {
    const sent: string[] = [];
    atelier.page.on("request", (request) => {
      if (request.method() !== "GET") sent.push(`${request.method()} ${request.postData()}`);
    });
    await atelier.type("X5", "relu");
    await atelier.saved();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(/^POST .*"changements":/);
    expect(sent[0]?.length).toBeLessThan(5000);
  });

  it("finds hidden rows and the filter behind them after a reload", async () => {
    await atelier.goTo("E4");
    await atelier.menu("Données", "Filtrer par cette colonne…");
    await atelier.page.getByRole("button", { name: "Tout décocher" }).click();
    await atelier.page.getByRole("checkbox", { name: "ii", exact: true }).check();
    await atelier.page.getByRole("button", { name: "Filtrer", exact: true }).click();
    const below = async () => {
      await atelier.goTo("E3");
      await atelier.page.keyboard.press("ArrowDown");
      return atelier.page.locator("#cellule").textContent();
    };
    await expect.poll(below).toMatch(/\u00a0: ii$/);
    await atelier.saved();
    await atelier.load();
    expect(await below()).toMatch(/\u00a0: ii$/);
    await atelier.goTo("E4");
    await atelier.menu("Données", "Filtrer par cette colonne…");
    const box = atelier.page.getByRole("checkbox", { name: "iii", exact: true });
    expect(await box.isChecked()).toBe(false);
    await atelier.page.keyboard.press("Escape");
    await atelier.menu("Données", "Enlever le filtre");
    await expect.poll(below).toMatch(/^E4\u00a0: iii$/);
    await atelier.saved();
  });

  it("writes a file beside the source, and asks before it replaces one", async () => {
    const copy = join(folder, "copie.xlsx");
    await atelier.menu("Fichier", "Enregistrer à côté du fichier…");
    await atelier.answer({ text: "copie.xlsx" });
    await expect
      .poll(async () => (await readdir(folder)).sort())
      .toEqual(["copie.xlsx", "suivi.xlsx"]);
    await expect.poll(() => texts(copy).catch(() => [])).toContain("relu");
    await atelier.type("X6", "relu deux fois");
    await atelier.menu("Fichier", "Enregistrer à côté du fichier…");
    await atelier.answer({ text: "copie.xlsx" });
    expect(await atelier.answer({ button: "Annuler" })).toContain("existe déjà");
    expect(await texts(copy)).not.toContain("relu deux fois");
    await atelier.menu("Fichier", "Enregistrer à côté du fichier…");
    await atelier.answer({ text: "copie.xlsx" });
    await atelier.answer({ button: "Remplacer" });
    await expect.poll(() => texts(copy)).toContain("relu deux fois");
    expect(await readFile(file)).toEqual(await readFile(example("suivi-marne.xlsx")));
  });

  it("refuses a name that tells no format", async () => {
    await atelier.menu("Fichier", "Enregistrer à côté du fichier…");
    await atelier.answer({ text: "copie.doc" });
    expect(await atelier.answer()).toContain(".xlsx ni par .ods");
  });

  it("comes back to the workbook that was open when it starts without a file", async () => {
    await atelier.saved();
    await atelier.kill();
    await atelier.restart();
    expect(await atelier.page.locator("#nom").textContent()).toBe("suivi.xlsx");
    expect(await atelier.shown("X6")).toBe("relu deux fois");
  });

  it("opens the example, then the former workbook from the list of those saved", async () => {
    await atelier.menu("Fichier", "Ouvrir l’exemple");
    await atelier.page.locator("#nom", { hasText: "Exemple" }).waitFor();
    await atelier.ready();
    expect(await atelier.shown("X6")).toBe("");
    await atelier.menu("Fichier", "Classeurs enregistrés…");
    await atelier.page.getByRole("button", { name: "suivi.xlsx" }).click();
    await atelier.page.locator("#nom", { hasText: "suivi.xlsx" }).waitFor();
    await atelier.ready();
    expect(await atelier.shown("X6")).toBe("relu deux fois");
  });

  it("saves what was typed while the server was down, once it is started again", async () => {
    await atelier.kill();
    await atelier.type("X7", "tapé sans serveur");
    await atelier.page.locator("#etat", { hasText: "Non enregistré" }).waitFor();
    await atelier.revive();
    await atelier.page.locator("#etat", { hasText: /^Enregistré à/ }).waitFor();
    await atelier.load();
    expect(await atelier.shown("X7")).toBe("tapé sans serveur");
  });

  it("asks what to keep where the file changed, and sets the rest aside", async () => {
    await atelier.saved();
    await atelier.kill();
    await copyFile(example("suivi-nord.xlsx"), file);
    const question = atelier.page.getByRole("heading", { name: "Le fichier a changé" });
    await atelier.restart(file, () => question.waitFor());
    await atelier.page.getByRole("button", { name: "Mon travail enregistré" }).click();
    await atelier.ready();
    expect(await atelier.shown("X6")).toBe("relu deux fois");

    await atelier.kill();
    await writeFile(file, await readFile(example("suivi-seine-et-marne.xlsx")));
    await atelier.restart(file, () => question.waitFor());
    await atelier.page.keyboard.press("Escape");
    await question.waitFor();
    await atelier.page.getByRole("button", { name: "Le fichier modifié" }).click();
    await atelier.ready();
    expect(await atelier.shown("X6")).not.toBe("relu deux fois");
    expect(atelier.errors).toEqual([]);
  });
});
