import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../app/aides/atelier.js";
import { CHROMIUM } from "./atelier.js";
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

  it("forgets a draft that is recorded, and one that is given up", async () => {
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    expect(seance.cell(PRUNAY, "Subvention État")).toBe(11_000);
    await seance.reopen();
    await seance.page.getByRole("heading", { name: "✎ 1 saisie non enregistrée" }).waitFor();
    await seance.button(/^4307036/).click();
    await seance.button("Abandonner ma saisie").click();
    await expect.poll(() => seance.page.getByRole("radio", { checked: true }).count()).toBe(0);
    await seance.reopen();
    expect(await vue()).not.toContain("non enregistrée");
    expect(seance.errors).toEqual([]);
  });
});
