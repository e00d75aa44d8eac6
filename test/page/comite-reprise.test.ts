import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../app/aides/atelier.js";
import { Atelier, CHROMIUM, example } from "./atelier.js";
import { COMITE, Seance } from "./seance.js";

const PRUNAY = "4306077";
const VITRY = "4307036";

describe.skipIf(!CHROMIUM)("a sidebar closed by accident", () => {
  let seance: Seance;
  const montant = () => seance.page.getByLabel("Montant (€)");
  const vue = async () => plain(await seance.page.locator("#vue").textContent());
  beforeAll(async () => {
    seance = await Seance.prepared(undefined, "http://fitn7.test/");
  });
  afterAll(() => seance?.stop());

  it("had its drafts kept by the browser, and says so", async () => {
    await seance.goTo(PRUNAY);
    await seance.choose("Favorable");
    await montant().fill("12 000,50");
    await seance.page.getByLabel("Conditions particulières").fill("Accord du conseil");
    await seance.page.getByText("Saisie non enregistrée, gardée dans ce navigateur.").waitFor();
    await seance.goTo(VITRY);
    await seance.choose("Ajourné");
    await seance.page.getByLabel("Motif (obligatoire)", { exact: true }).fill("Devis à fournir");
  });

  it("opens again on what was left, one press from each dossier", async () => {
    await seance.reopen();
    await seance.page.getByRole("heading", { name: "✎ 2 saisies non enregistrées" }).waitFor();
    expect(await seance.faults()).toEqual([]);
    await seance.button(`${PRUNAY} Prunay`).click();
    await seance.page.getByText("✎ Brouillon repris").waitFor();
    await seance.page.getByText(/^\s*saisi le .* gardée dans ce navigateur/).waitFor();
    expect(await seance.page.getByRole("heading", { level: 1 }).textContent()).toBe(COMITE);
    expect(plain(await montant().inputValue())).toBe("12 000,50");
    expect(await seance.page.getByLabel("Conditions particulières").inputValue()).toBe(
      "Accord du conseil",
    );
    expect(await vue()).not.toContain("a changé depuis");
    expect(await seance.faults()).toEqual([]);
  });

  it("shows a draft typed on a dossier that changed since as such", async () => {
    seance.change(PRUNAY, "Montant sollicité", 11_000);
    await seance.reopen();
    await seance.button(`${PRUNAY} Prunay`).click();
    await seance.page.getByText("✎ Brouillon repris").waitFor();
    expect(await vue()).toContain(
      "! Le dossier a changé depuis cette saisie : Subvention demandée. Relisez-le avant d’enregistrer.",
    );
    expect(await seance.findings()).toContain("supérieur à la subvention demandée, 11 000 €");
    expect(await seance.faults()).toEqual([]);
    await montant().fill("11 000");
    await expect.poll(vue).not.toContain("a changé depuis");
  });

  it("forgets a draft that is recorded, and one that is given up, be its dossier notified by then", async () => {
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    expect(seance.cell(PRUNAY, "Subvention État")).toBe(11_000);
    await seance.reopen();
    await seance.page.getByRole("heading", { name: "✎ 1 saisie non enregistrée" }).waitFor();
    seance.change(VITRY, "Avis comité", "Notifié");
    await seance.button(/^4307036/).click();
    await seance.page.getByRole("heading", { name: "Décision notifiée" }).waitFor();
    expect(await vue()).toContain("✎ Brouillon repris");
    await seance.button("Abandonner ma saisie").click();
    await expect.poll(vue).not.toContain("✎ Brouillon");
    await seance.reopen();
    expect(await vue()).not.toContain("non enregistrée");
    expect(seance.errors).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)("the sidebar of the local page", () => {
  let atelier: Atelier;
  const panel = () => atelier.page.frameLocator("#volet iframe");
  const press = (name: string | RegExp) =>
    panel()
      .getByRole("button", { name, exact: typeof name === "string" })
      .first()
      .click();
  const resumed = async () => {
    await atelier.menu("FITN7", /^Comité de sélection/);
    await panel().getByRole("heading", { name: "✎ 1 saisie non enregistrée" }).waitFor();
    await press(/^4306077/);
    await panel().getByText("✎ Brouillon repris").waitFor();
    return plain(await panel().getByLabel("Montant (€)").inputValue());
  };
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
    await atelier.menu("FITN7", "Installer le suivi");
    await atelier.answer({ text: "Camille Martin" });
    await atelier.answer();
    await atelier.menu("FITN7", "Comité de sélection");
    await press("Ajouter ces colonnes");
    await press("Créer le comité");
    await press("Inscrire des dossiers");
    await press("Cocher tous les dossiers trouvés");
    await press("Inscrire 9 dossiers");
    await press(/^4306077/);
    await panel().getByRole("radio", { name: "Favorable", exact: true }).check();
    await panel().getByLabel("Montant (€)").fill("12 000,50");
    await panel().getByText("gardée dans ce navigateur").waitFor();
  });
  afterAll(() => atelier?.stop());

  it("has what was typed once it is closed and opened again", async () => {
    await atelier.page.locator("#volet").getByRole("button", { name: "Fermer" }).click();
    expect(await resumed()).toBe("12 000,50");
  });

  it("has it once the page was left", async () => {
    await atelier.saved();
    await atelier.load();
    expect(await resumed()).toBe("12 000,50");
  });

  it("has it no more once it is recorded", async () => {
    await panel().getByLabel("Montant (€)").press("Control+Enter");
    await panel()
      .getByRole("button", { name: /^Dossier suivant/ })
      .waitFor();
    await atelier.page.locator("#volet").getByRole("button", { name: "Fermer" }).click();
    await atelier.menu("FITN7", /^Comité de sélection/);
    await panel().getByRole("heading", { name: "Séance" }).waitFor();
    expect(await panel().getByText("non enregistrée").count()).toBe(0);
    expect(atelier.errors).toEqual([]);
  });
});
