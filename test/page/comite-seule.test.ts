import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../app/aides/atelier.js";
import { CHROMIUM } from "./atelier.js";
import { Seance } from "./seance.js";

describe.skipIf(!CHROMIUM)("a committee, from its creation to its decisions", () => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await Seance.start();
  });
  afterAll(() => seance?.stop());

  it("asks before it adds columns to the référent's tab", async () => {
    await seance.heading("Colonnes à ajouter").waitFor();
    const said = plain(await seance.page.locator("#vue").textContent());
    expect(said).toContain("enregistre : « Motif », « Comité », « Conditions ».");
    expect(said).toContain("donnez plutôt ce titre à votre colonne");
    expect(await seance.faults()).toEqual([]);
  });

  it("looks again once the référent has given a column of theirs the title", async () => {
    seance.retitle("Observations", "Conditions");
    await seance.button("Relire mon tableau").click();
    await seance.page.getByText("« Motif », « Comité ».").first().waitFor();
    seance.retitle("Conditions", "Observations");
    await seance.button("Relire mon tableau").click();
    await seance.page.getByText("« Conditions ».").first().waitFor();
  });

  it("adds them once agreed", async () => {
    await seance.button("Ajouter ces colonnes").click();
    await seance.heading("Séance").waitFor();
  });

  it("says when a committee is due, what is left to grant, and where both come from", async () => {
    const text = plain(await seance.page.locator("#vue").textContent());
    expect(text).toContain("Comité annoncé en septembre 2021, 9 dossiers en attente. (MAR");
    expect(text).toContain("224 546,66 € accordés sur 270 000 €, reste 45 453,34 €.");
    expect(await seance.faults()).toEqual([]);
  });

  it("creates a committee that has a date and a name, and opens it", async () => {
    await seance.page.getByLabel("Date", { exact: true }).fill("");
    await seance.button("Créer le comité").click();
    await expect.poll(() => seance.focusedId()).toBe(await idOf(seance, "Date"));
    await seance.page.getByLabel("Date", { exact: true }).fill("2021-07-15");
    await seance.page.getByLabel("Nom").fill("Comité de juillet");
    await seance.page.getByLabel("Membres présents").fill("Mme Durand\nM. Petit");
    await seance.button("Créer le comité").click();
    await seance.heading("Ordre du jour").waitFor();
    expect(await seance.said()).toContain("Comité « Comité de juillet » créé");
    expect(await seance.page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "Comité de juillet",
    );
    expect(await seance.faults()).toEqual([]);
  });

  it("puts dossiers on the agenda, those that a search finds", async () => {
    await seance.button("Inscrire des dossiers").click();
    await seance.page.getByLabel("Rechercher").fill("SEZANNE formation");
    await expect.poll(() => seance.page.locator(".liste li").count()).toBe(1);
    await seance.button("Cocher tous les dossiers trouvés").click();
    await seance.page.getByLabel("Rechercher").fill("");
    expect(await seance.page.getByRole("checkbox", { checked: true }).count()).toBe(1);
    expect(await seance.faults()).toEqual([]);
    await seance.button("Inscrire 1 dossier").click();
    await seance.heading("Ordre du jour").waitFor();
    expect(seance.cell("4309228", "Comité")).toBe("Comité de juillet");
    await seance.button("Inscrire des dossiers").click();
    await seance.button("Cocher tous les dossiers trouvés").click();
    await seance.button("Inscrire 8 dossiers").click();
    await seance.page.getByText("0 décidé sur 9").waitFor();
    expect(await seance.faults()).toEqual([]);
  });

  it("filters the agenda by what is typed and chosen", async () => {
    const rows = seance.page.locator(".liste li");
    await seance.page.getByLabel("Rechercher").fill("sézanne");
    await expect.poll(() => rows.count()).toBe(1);
    await seance.page.getByLabel("Rechercher").fill("");
    await seance.page.getByLabel("Éligibilité").selectOption("Inéligible");
    await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining("4308543")]);
    await seance.page.getByLabel("Afficher").selectOption("decides");
    await expect.poll(() => rows.count()).toBe(0);
    await seance.page.getByText("Aucun dossier de l’ordre du jour ne correspond").waitFor();
    await seance.page.getByLabel("Éligibilité").selectOption("");
    await seance.page.getByLabel("Afficher").selectOption("tous");
  });

  it("links amount and rate as one types, and checks them against the bounds", async () => {
    await seance.goTo("4306077");
    expect(await seance.faults()).toEqual([]);
    expect(await seance.findings()).toContain("Choisissez un avis.");
    await seance.choose("Favorable");
    const montant = seance.page.getByLabel("Montant (€)");
    const taux = seance.page.getByLabel("Taux (%)");
    await taux.fill("80");
    expect(plain(await montant.inputValue())).toBe("15 120");
    expect(await seance.findings()).toContain(
      "Montant de 15 120 € supérieur à la subvention demandée, 15 100 €.",
    );
    await montant.fill("15\u202f100,00 €");
    expect(plain(await taux.inputValue())).toBe("79,89 %");
    expect(await seance.findings()).not.toContain("Avant d’enregistrer");
    await montant.fill("quinze mille");
    expect(plain(await seance.page.locator("#montant-erreur").textContent())).toContain(
      "lu « quinze mille », attendu un montant en euros",
    );
    expect(plain(await taux.inputValue())).toBe("79,89 %");
    expect(await seance.faults()).toEqual([]);
  });

  it("writes an amount as French administration does once it is left", async () => {
    const montant = seance.page.getByLabel("Montant (€)");
    await montant.fill("15100");
    await montant.press("Tab");
    expect(plain(await montant.inputValue())).toBe("15 100");
    await montant.fill("quinze mille");
    await montant.press("Tab");
    expect(await montant.inputValue()).toBe("quinze mille");
  });

  it("shows the envelope before and after, in figures", async () => {
    await seance.page.getByLabel("Montant (€)").fill("15 100");
    const bar = await seance.page.locator(".jauge").getAttribute("aria-label");
    expect(plain(bar)).toBe(
      "Enveloppe 270 000 € : avant 224 546,66 €, ce dossier 15 100 €, reste 30 353,34 €.",
    );
  });

  it("records, says so, and leads to the next with the focus", async () => {
    await seance.page.keyboard.press("Control+Enter");
    const next = seance.button(/^Dossier suivant/);
    await next.waitFor();
    expect(await seance.said()).toContain("4306077");
    expect(plain(await seance.focused())).toBe("Dossier suivant : 4307036");
    expect(seance.cell("4306077", "Subvention État")).toBe(15100);
    expect(seance.cell("4306077", "Avis comité")).toBe("Retenu");
    expect(await seance.faults()).toEqual([]);
    await next.click();
    await seance.heading("Dossier 4307036").waitFor();
    await seance.page.getByText("2 sur 9").waitFor();
  });

  it("wants a reason for an unfavourable opinion, and goes where it is typed", async () => {
    await seance.choose("Défavorable");
    await seance.button("Enregistrer la décision").click();
    expect(await seance.focusedId()).toBe("motif");
    expect(plain(await seance.page.locator("#resultat").textContent())).toContain(
      "Un avis défavorable demande un motif.",
    );
    expect(seance.count("apiComiteDecider")).toBe(1);
    await seance.choose("Favorable");
    await seance.button(/^Demande/).click();
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
  });

  it("refuses an amount over the envelope with its figures", async () => {
    await seance.button(/^Dossier suivant/).click();
    await seance.heading("Dossier 4307173").waitFor();
    await seance.choose("Favorable");
    await seance.page.getByLabel("Montant (€)").fill("9600");
    expect(await seance.findings()).toContain(
      "Montant de 9 600 €, il reste 6 453,34 € dans l’enveloppe (263 546,66 € accordés sur 270 000 €) : elle serait dépassée de 3 146,66 €.",
    );
    await seance.page.keyboard.press("Control+Enter");
    expect(await seance.focusedId()).toBe("montant");
    expect(seance.count("apiComiteDecider")).toBe(2);
    await seance.button(/^Maximum possible/).click();
    expect(plain(await seance.page.getByLabel("Montant (€)").inputValue())).toBe("6 453,34");
    await seance.page.getByLabel("Montant (€)").fill("6453,34");
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    expect(seance.cell("4307173", "Subvention État")).toBe(6453.34);
  });

  it("takes a decision back", async () => {
    await seance.button("Annuler cette décision").click();
    await expect.poll(() => seance.cell("4307173", "Subvention État")).not.toBe(6453.34);
    await seance.page.getByText("○ À décider").waitFor();
    await seance.button("Ordre du jour").first().click();
    await seance.page.getByText("2 décidés sur 9").waitFor();
    expect(await seance.focused()).toContain("4307173");
  });

  it("retains an ineligible dossier by an explicit override alone", async () => {
    await seance.goTo("4308543");
    await seance.choose("Favorable");
    await seance.page.getByLabel("Montant (€)").fill("3 000");
    await seance.page.keyboard.press("Control+Enter");
    expect(await seance.focusedId()).toBe("derogation");
    await seance.page.keyboard.type("Seul espace numérique du canton");
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    expect(String(seance.cell("4308543", "Motif"))).toContain("Seul espace numérique du canton");
  });

  it("sums the session up", async () => {
    await seance.button("Après la séance").click();
    const lines = await seance.page.locator("#vue li").allTextContents();
    expect(lines.slice(0, 1).map(plain)).toEqual(["3 avis favorables, 42 000 € accordés"]);
    expect(await seance.faults()).toEqual([]);
    expect(seance.errors).toEqual([]);
  });
});

async function idOf(seance: Seance, label: string): Promise<string> {
  return (await seance.page.getByLabel(label, { exact: true }).getAttribute("id")) ?? "";
}
