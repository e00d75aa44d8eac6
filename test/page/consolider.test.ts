import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { writeOds } from "../../local/files/index.js";
import { type Atelier, atelier, installe, lignes, plain } from "../app/aides/atelier.js";
import { classeur, onglet } from "../app/aides/saisie.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

const DONNEES = fileURLToPath(new URL("../data/", import.meta.url));

describe.skipIf(!CHROMIUM)("the region's page", () => {
  let opened: PageSeule;
  let script: Atelier;
  afterEach(() => opened?.stop());

  const open = async (prepare: (script: Atelier) => void = () => {}) => {
    script = atelier(classeur([onglet("Feuille 1", [["Région"]])]), { le: "2021-09-15T10:00:00Z" });
    script.api("apiInstaller", { guichet: "IDF-V1" });
    prepare(script);
    opened = await openPage(
      "Consolider.html",
      (entree, demande) => script.api(entree, demande ?? {}),
      { width: 1000, height: 700 },
    );
    await opened.page.getByRole("heading", { name: "Consolider un département" }).waitFor();
    return opened.page;
  };
  const message = async () => plain(await opened.page.locator("#message .message").textContent());

  it("takes an .xlsx in, asking which département it is, then moves what is left", async () => {
    const page = await open();
    await page
      .getByLabel("Classeur du département")
      .setInputFiles(`${DONNEES}suivi-seine-et-marne.xlsx`);
    await page.getByLabel("Département", { exact: true }).fill("Seine-et-Marne");
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.getByRole("button", { name: "Consolider le département 77" }).click();
    await page.locator("#message .fait").waitFor();
    expect(await message()).toMatch(/^77 Seine-et-Marne : \d+ dossiers consolidés\./);
    const count = lignes(script.host, "Consolidé").length - 1;
    expect(count).toBeGreaterThan(5);
    await page.getByLabel("De", { exact: true }).selectOption("93");
    await page.getByLabel("Vers").selectOption("77");
    await page.getByLabel("Montant (€)").fill("297 000,01");
    await page.getByLabel("Motif").fill("Non consommé");
    await page.getByRole("button", { name: "Essayer" }).click();
    await page.locator("#message .erreur").waitFor();
    expect(await message()).toContain("il peut céder 297 000 € au plus");
    expect(await page.getByLabel("Motif").inputValue()).toBe("Non consommé");
    await page.getByLabel("Montant (€)").fill("12 000,50");
    await page.getByRole("button", { name: "Essayer" }).click();
    await page.getByRole("button", { name: "Enregistrer ce mouvement" }).click();
    await page.getByRole("heading", { name: "Mouvements enregistrés" }).waitFor();
    expect(lignes(script.host, "Mouvements")[1]?.slice(1, 4)).toEqual(["93", "77", 12_000.5]);
    expect(opened.errors).toEqual([]);
  });

  it("says that a movement stays, and prepares the one that undoes it", async () => {
    const page = await open(({ api }) => {
      const mouvement = { date: "2021-09-14", de: "93", vers: "77", montant: 1_200_050 };
      api("apiRegionMouvement", { ...mouvement, motif: "Non consommé", apercu: false });
    });
    await page.getByText("Un mouvement enregistré ne s’efface pas").waitFor();
    await page.getByLabel("Montant (€)").fill("1");
    await page.getByRole("button", { name: "Préparer le mouvement inverse de 12" }).click();
    const typed = ["Date", "De", "Vers", "Montant (€)", "Motif"].map((label) =>
      page.getByLabel(label, { exact: true }).inputValue(),
    );
    expect((await Promise.all(typed)).map(plain)).toEqual([
      "2021-09-15",
      "77",
      "93",
      "12 000,50 €",
      "Annule le mouvement de 12 000,50 € du 93 vers le 77 (14/09/2021)",
    ]);
    expect(lignes(script.host, "Mouvements").length).toBe(2);
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Enregistrer ce mouvement" }).click();
    await page.locator("#message .fait").waitFor();
    const nets = script.api("apiRegionOuvrir").departements as { net: number }[];
    expect(nets.filter(({ net }) => net !== 0)).toEqual([]);
    expect(lignes(script.host, "Mouvements").length).toBe(3);
  });

  it("takes an .ods in, and says what to look at", async () => {
    const page = await open();
    const { host } = installe("suivi-seine-et-marne.xlsx");
    const octets = writeOds(
      host.workbook.snapshot(),
      (...at) => host.calculator.value(...at),
      (...at) => host.calculator.spillOrigin(...at),
    );
    await page
      .getByLabel("Classeur du département")
      .setInputFiles({ name: "77.ods", mimeType: "", buffer: Buffer.from(octets) });
    await page.getByLabel("Département", { exact: true }).fill("77");
    await page.getByRole("button", { name: "Continuer" }).click();
    await page.getByRole("button", { name: "Consolider le département 77" }).waitFor();
    expect(await page.getByText(/^Contrôles/).count()).toBe(1);
  });

  it("takes a département from elsewhere only once it is said to be no mistake", async () => {
    const page = await open();
    await page.getByLabel("Classeur du département").setInputFiles(`${DONNEES}suivi-nord.xlsx`);
    await page.getByLabel("Département", { exact: true }).fill("59");
    await page.getByRole("button", { name: "Continuer" }).click();
    const write = page.getByRole("button", { name: "Consolider le département 59" });
    await write.click();
    await page.locator("#message .erreur").waitFor();
    expect(await message()).toContain("59 Nord n’est pas dans le territoire du guichet IDF-V1");
    await page.getByLabel("consolider quand même ce département").check();
    await write.click();
    await page.locator("#message .fait").waitFor();
    const row = page.getByRole("rowheader", { name: "59 Nord (hors territoire)" });
    expect(await row.count()).toBe(1);
    await page.getByRole("button", { name: "Annuler cette consolidation" }).click();
    await page.locator("#message").getByText("Annulé, remis comme avant").waitFor();
    expect(await row.count()).toBe(0);
  });

  it("refuses a file that is no workbook, and writes nothing", async () => {
    const page = await open();
    const before = script.host.workbook.snapshot();
    await page
      .getByLabel("Classeur du département")
      .setInputFiles({ name: "a.xlsx", mimeType: "", buffer: Buffer.from([80, 75, 3, 4, 9, 9]) });
    await page.locator("#message .erreur").waitFor();
    expect(script.host.workbook.snapshot()).toEqual(before);
  });

  it("passes axe", async () => {
    const page = await open();
    expect(await faultsOf(page)).toEqual([]);
  });
});
