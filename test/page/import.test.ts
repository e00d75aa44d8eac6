import { readFile } from "node:fs/promises";
import type { FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installe, atelier as neuf, onglets, plain, suivi } from "../app/aides/atelier.js";
import { EXPORTS, parEntete } from "../imports/exports.js";
import { Atelier, CHROMIUM, example } from "./atelier.js";
import { DialogueImport } from "./dialogue-import.js";

describe.skipIf(!CHROMIUM)("importing through the local page's menu", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
    await atelier.menu("FITN7", "Installer le suivi");
    await atelier.answer({ text: "Camille Martin" });
    await atelier.answer();
  });
  afterAll(() => atelier?.stop());

  const heading = (frame: FrameLocator, name: RegExp) =>
    frame.getByRole("heading", { level: 2, name }).waitFor({ timeout: 60_000 });

  it.each(EXPORTS)("%s: looked at, written, undone", async (nom) => {
    await atelier.menu("FITN7", "Importer des dossiers");
    const frame = atelier.page.frameLocator("dialog iframe");
    await heading(frame, /^Choisir le fichier/);
    await frame.locator("#fichier").setInputFiles(example(nom));
    await heading(frame, /^Ce que contient/);
    expect(plain(await frame.locator("dl.faits").textContent())).toMatch(
      `colonnes de ${nom.includes("2026") ? "2026" : "2021-2022"}`,
    );
    await frame.getByRole("button", { name: "Voir l’aperçu" }).click();
    await heading(frame, /^Aperçu/);
    const tabs = await frame.getByRole("tab").allTextContents();
    expect(tabs.slice(0, 3)).toEqual(["Nouveaux (25)", "Modifiés (0)", expect.any(String)]);
    expect(tabs).toContain("Refusés (1)");
    await frame.getByRole("button", { name: /^Écrire dans/ }).click();
    await heading(frame, /^Import terminé/);
    expect(plain(await frame.locator(".fait").textContent())).toMatch(
      /^Import terminé : 25 nouveaux dossiers/,
    );
    await frame.getByRole("button", { name: "Annuler cet import" }).click();
    await frame.getByRole("button", { name: "Oui, annuler l’import" }).click();
    await heading(frame, /^Choisir le fichier/);
    await frame.locator("#message .fait").waitFor();
    await atelier.page
      .locator("dialog[open]")
      .getByRole("button", { name: "Fermer", exact: true })
      .click();
    await atelier.page.locator("dialog").waitFor({ state: "detached" });
    expect(atelier.errors).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)("importing, with the script behind the page", () => {
  let dialogue: DialogueImport;
  beforeAll(async () => {
    dialogue = await DialogueImport.start();
  });
  afterAll(() => dialogue?.stop());

  const voirApercu = async (nom: string) => {
    await dialogue.page.locator("#fichier").setInputFiles(example(nom));
    await dialogue.attendreTitre(/^Ce que contient/);
    await dialogue.bouton("Voir l’aperçu").click();
    await dialogue.attendreTitre(/^Aperçu/);
  };

  it("writes what the preview showed, leaves out what was unticked, and takes it all back", async () => {
    const { host, api } = installe("suivi-marne.xlsx");
    const avant = host.values("Dossiers 2021");
    await dialogue.ouvrirSur(api);
    await voirApercu("export-2026.xlsx");
    await dialogue.page.getByRole("checkbox", { name: /^4210233 / }).uncheck();
    await dialogue.bouton(/^Écrire dans/).click();
    await dialogue.attendreTitre(/^Import terminé/);
    const rows = host.values("Dossiers 2021").map(([numero]) => numero);
    expect(rows).toContain("4210370");
    expect(rows).not.toContain("4210233");
    await dialogue.bouton("Annuler cet import").click();
    await dialogue.bouton("Oui, annuler l’import").click();
    await dialogue.attendreTitre(/^Choisir le fichier/);
    expect(host.values("Dossiers 2021")).toEqual(avant);
    expect(dialogue.errors).toEqual([]);
  });

  it("finds nothing new the second time, whatever the format of the file", async () => {
    const { host, api } = installe("suivi-marne.xlsx");
    await dialogue.ouvrirSur(api);
    await voirApercu("export-2026.xlsx");
    await dialogue.bouton(/^Écrire dans/).click();
    await dialogue.attendreTitre(/^Import terminé/);
    const written = onglets(host).get("Dossiers 2021");
    await dialogue.bouton("Importer un autre fichier").click();
    await voirApercu("export-2026.ods");
    expect(await dialogue.page.locator(".total").textContent()).toMatch(
      /^Sera écrit\u00a0: rien\. \d+ dossiers inchangés/,
    );
    await dialogue.bouton("Abandonner").click();
    await dialogue.attendreTitre(/^Choisir le fichier/);
    expect(onglets(host).get("Dossiers 2021")).toEqual(written);
  });

  it("says that the dossiers' tab must be chosen first, and goes on once it is", async () => {
    const { api } = neuf(suivi("suivi-marne.xlsx"));
    await dialogue.ouvrirSur(api);
    expect(await dialogue.titre()).toBe("Import impossible pour l’instant");
    api("apiInstaller", { prefecture: "Marne" });
    await dialogue.bouton("Réessayer").click();
    await dialogue.attendreTitre(/^Choisir le fichier/);
  });

  it("loads the collectivités of the préfecture's département and of those that the file names", async () => {
    const { host, api } = installe("suivi-marne.xlsx");
    await dialogue.ouvrirSur(api);
    await dialogue.page.locator("#fichier").setInputFiles(example("export-2026.csv"));
    await dialogue.attendreTitre(/^Ce que contient/);
    const field = dialogue.page.getByLabel("Départements à charger");
    expect(await field.inputValue()).toBe("51, 59");
    await dialogue.bouton("Charger").click();
    await dialogue.page.locator("#message .fait").waitFor();
    const communes = parEntete(host.values("Territoires"));
    expect(communes.find((row) => row["Code INSEE"] === "59017")?.Nom).toBe("Armentières");
    await dialogue.bouton("Voir l’aperçu").click();
    await dialogue.attendreTitre(/^Aperçu/);
  });

  it("adds the columns that the référent asks for, at the right, then shows the preview again", async () => {
    const { host, api } = installe("suivi-marne.xlsx");
    await dialogue.ouvrirSur(api);
    await voirApercu("export-2026.csv");
    const missing = dialogue.page.locator("summary", { hasText: "Sans colonne dans votre onglet" });
    await missing.click();
    await dialogue.page.getByRole("checkbox", { name: "État plateforme" }).check();
    await dialogue.bouton("Ajouter les colonnes cochées").click();
    await dialogue.page.locator("#message .fait").waitFor();
    expect(await missing.textContent()).not.toContain("État plateforme");
    await dialogue.bouton(/^Écrire dans/).click();
    await dialogue.attendreTitre(/^Import terminé/);
    const headers = host.values("Dossiers 2021")[2] ?? [];
    expect(headers.filter((title) => title !== "").at(-1)).toBe("État plateforme");
    const states = host
      .values("Dossiers 2021")
      .map((row) => row[headers.indexOf("État plateforme")]);
    expect(states).toContain("Accepté");
  });

  it("remembers the columns of a démarche, and says which one vanished", async () => {
    const { api } = installe("suivi-marne.xlsx");
    const nom = "dossiers_fitn7-axe-3_2021-06-30_10-00.csv";
    const file = await readFile(example("export-2021.csv"), "utf8");
    await dialogue.ouvrirSur(api);
    await dialogue.choisir(nom, Buffer.from(file));
    await dialogue.bouton("Vérifier les colonnes").click();
    const own = dialogue.page.getByLabel(
      "Champ de la colonne «\u00a0Présentation du projet\u00a0»",
    );
    await own.selectOption("conditions");
    await dialogue.bouton("Voir l’aperçu").click();
    await dialogue.bouton(/^Écrire dans/).click();
    await dialogue.attendreTitre(/^Import terminé/);
    await dialogue.bouton("Importer un autre fichier").click();
    const renamed = file.replace("Financement demandé", "Aide attendue de l’État");
    await dialogue.choisir(nom.replace("06-30", "07-07"), Buffer.from(renamed));
    await dialogue.attendreTitre(/^Ce que contient/);
    expect(await dialogue.page.locator("dl.faits").textContent()).toContain(
      "comme au dernier import de cette démarche",
    );
    expect(await dialogue.page.getByRole("list", { name: "À savoir" }).textContent()).toContain(
      "Financement demandé",
    );
    await dialogue.bouton("Vérifier les colonnes").click();
    expect(await own.inputValue()).toBe("conditions");
  });

  it("keeps an import that was left at its preview", async () => {
    const { api } = installe("suivi-marne.xlsx");
    await dialogue.ouvrirSur(api);
    await voirApercu("export-2021.csv");
    await dialogue.ouvrirSur(api);
    await dialogue.bouton("Reprendre à l’aperçu").click();
    await dialogue.attendreTitre(/^Aperçu/);
    expect(await dialogue.onglet("Nouveaux").textContent()).toBe("Nouveaux (25)");
  });
});
