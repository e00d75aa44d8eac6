import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../app/aides/atelier.js";
import { CHROMIUM } from "./atelier.js";
import { Seance } from "./seance.js";

describe.skipIf(!CHROMIUM)("what is typed in the committee's page", () => {
  let seance: Seance;
  const montant = () => seance.page.getByLabel("Montant (€)");
  beforeAll(async () => {
    seance = await Seance.prepared();
  });
  afterAll(() => seance?.stop());

  it("stays where it is when a call fails, and the message says what to do", async () => {
    await seance.goTo("4306077");
    await seance.choose("Favorable");
    await montant().fill("12 000,50");
    await seance.page.getByLabel("Conditions particulières").fill("Accord du conseil");
    seance.failures.set("apiComiteDecider", "NetworkError: connexion perdue");
    await seance.page.keyboard.press("Control+Enter");
    const outcome = seance.page.locator("#resultat");
    await expect
      .poll(async () => plain(await outcome.textContent()))
      .toBe(
        "Le serveur n’a pas répondu. Ce que vous avez saisi est encore là : vérifiez votre connexion, puis recommencez.",
      );
    expect(plain(await montant().inputValue())).toBe("12 000,50");
    expect(await seance.page.getByLabel("Conditions particulières").inputValue()).toBe(
      "Accord du conseil",
    );
    expect(await seance.faults()).toEqual([]);
    seance.failures.clear();
  });

  it("is kept as a draft of its dossier while another is shown", async () => {
    await seance.page.keyboard.press("Alt+ArrowDown");
    await seance.heading("Dossier 4307036").waitFor();
    await seance.page.getByRole("group", { name: "Avis du comité" }).waitFor();
    expect(await seance.page.getByRole("radio", { checked: true }).count()).toBe(0);
    await seance.button("Ordre du jour").first().click();
    const row = seance.button(/4306077/);
    expect(plain(await row.textContent())).toContain("✎ Brouillon");
    await row.click();
    await expect.poll(async () => plain(await montant().inputValue())).toBe("12 000,50");
    await seance.page
      .getByText("Saisie non enregistrée, gardée tant que ce panneau reste ouvert.")
      .waitFor();
  });

  it("is recorded once, however often the button is pressed", async () => {
    const release = seance.hold();
    const before = seance.count("apiComiteDecider");
    await seance.button("Enregistrer la décision").click();
    const meanwhile = seance.button("Enregistrement…");
    await meanwhile.waitFor();
    await meanwhile.click({ force: true });
    await meanwhile.dblclick({ force: true });
    await seance.page.keyboard.press("Control+Enter");
    release();
    await seance.button(/^Dossier suivant/).waitFor();
    expect(seance.count("apiComiteDecider")).toBe(before + 1);
    expect(seance.cell("4306077", "Subvention État")).toBe(12000.5);
    expect(await seance.page.getByText("✎ Brouillon").count()).toBe(0);
  });

  it("outlives somebody else's change, which is shown: seen, then now", async () => {
    await seance.goTo("4307173");
    await seance.choose("Favorable");
    await montant().fill("9 000");
    seance.change("4307173", "Montant sollicité", 8000);
    await seance.page.keyboard.press("Control+Enter");
    const changed = seance.page.locator("#resultat .differences li");
    await changed.waitFor();
    expect((await changed.allInnerTexts()).map(plain)).toEqual([
      "Subvention demandée\naffiché : 9 600 €\nmaintenant : 8 000 €",
    ]);
    expect(seance.cell("4307173", "Subvention État")).toBeNull();
    expect(await seance.faults()).toEqual([]);
    await seance.button("Relire le dossier, garder ma saisie").click();
    await expect.poll(() => seance.focusedId()).toBe("titre-decision");
    expect(plain(await montant().inputValue())).toBe("9 000");
    expect(await seance.findings()).toContain("supérieur à la subvention demandée, 8 000 €");
    await montant().fill("8 000");
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    expect(seance.cell("4307173", "Subvention État")).toBe(8000);
  });

  it("goes to the row of its dossier though the rows were sorted meanwhile", async () => {
    await seance.goTo("4308406");
    await seance.choose("Ajourné");
    await seance.page.getByLabel("Motif (obligatoire)", { exact: true }).fill("Devis à fournir");
    const { workbook } = seance.atelier.host;
    const area = { sheet: "Dossiers 2021", row: 4, column: 1, rows: 34, columns: 24 };
    workbook.reorder(
      area,
      Array.from({ length: 34 }, (_, index) => 33 - index),
    );
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    expect(seance.cell("4308406", "Avis comité")).toBe("Ajourné");
    expect(seance.cell("4308406", "Motif")).toBe("Devis à fournir");
  });

  it("can be given up, and taken back", async () => {
    await seance.goTo("4309091");
    await seance.choose("Défavorable");
    await seance.page.getByText("✎ Brouillon").waitFor();
    await seance.button("Abandonner ma saisie").click();
    await expect.poll(() => seance.page.getByRole("radio", { checked: true }).count()).toBe(0);
    expect(await seance.page.getByText("✎ Brouillon").count()).toBe(0);
    await seance.button("Reprendre ma saisie").click();
    await expect
      .poll(() => seance.page.getByRole("radio", { name: "Défavorable" }).isChecked())
      .toBe(true);
    await seance.button("Abandonner ma saisie").click();
    await seance.page.getByText("✎ Brouillon").waitFor({ state: "detached" });
  });

  it("is weighed: scores with their justification, recorded alone", async () => {
    await seance.page.getByText(/^4 critères · Aucune note/).click();
    const first = seance.page.getByRole("group", { name: "Pertinence et impact du projet" });
    await first.getByLabel("Note (de 0 à 5)").fill("6");
    await first.getByText("attendu un nombre entier de 0 à 5").waitFor();
    await first.getByLabel("Note (de 0 à 5)").fill("4");
    await first.getByLabel("Justification").fill("Démarches très demandées");
    const second = seance.page.getByRole("group", { name: "Équipe projet et organisation" });
    await second.getByLabel("Note (de 0 à 5)").fill("1");
    expect(plain(await seance.page.locator(".total").textContent())).toBe(
      "Note pondérée : 2,5 sur 5 (2 critères notés sur 4)",
    );
    expect(await seance.faults()).toEqual([]);
    seance.change("4309091", "Coût global", 12_345);
    await seance.button("Enregistrer les notes seules").click();
    await seance.page.locator(".differences").getByText("Coût total").waitFor();
    await seance.button("Relire le dossier, garder ma saisie").click();
    await expect.poll(() => seance.focusedId()).toBe("titre-decision");
    await seance.page.getByText(/^4 critères · Note pondérée/).click();
    await seance.button("Enregistrer les notes seules").click();
    await seance.page.locator("#message .fait").waitFor();
    await expect.poll(() => seance.focusedId()).toBe("titre-decision");
    const notes = seance.atelier.host.values("Notes").flat();
    expect(notes).toContain("Démarches très demandées");
    expect(await seance.page.getByText("✎ Brouillon").count()).toBe(0);
    await seance.choose("Défavorable");
    await seance.page.getByLabel("Motif (obligatoire)", { exact: true }).fill("Hors sujet");
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    expect(seance.cell("4309091", "Avis comité")).toBe("Non retenu");
  });

  it("never runs more calls at once than Google takes, however fast one goes on", async () => {
    const asked = seance.count("apiComiteDossier");
    const release = seance.hold();
    for (let press = 0; press < 4; press++) await seance.page.keyboard.press("Alt+ArrowUp");
    for (let press = 0; press < 4; press++) await seance.page.keyboard.press("Alt+ArrowDown");
    release();
    await seance.heading("Dossier 4309091").waitFor();
    await seance.page.getByRole("group", { name: "Avis du comité" }).waitFor();
    expect(seance.count("apiComiteDossier") - asked).toBeLessThanOrEqual(2);
    expect(seance.errors).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)("proposals prepared in the sheet's columns", () => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await Seance.prepared();
  });
  afterAll(() => seance?.stop());

  it("get their columns after asking", async () => {
    await seance.button("Propositions").click();
    await seance.page.getByText("« Avis proposé »").first().waitFor();
    await seance.button("Ajouter ces colonnes").click();
    await seance.page.getByText("Ajouter ces colonnes").waitFor({ state: "detached" });
    expect(await seance.faults()).toEqual([]);
  });

  it("are read again once they are prepared, without leaving the screen", async () => {
    const said = seance.page.getByText("Aucune proposition pour ce comité").last();
    await said.waitFor();
    seance.change("4309091", "Avis proposé", "Ajourné");
    seance.change("4309091", "Motif", "Devis à fournir");
    await seance.button("Relire la feuille").click();
    await seance.button("Valider 1 proposition").waitFor();
    await seance.page.getByRole("checkbox").uncheck();
    for (const name of ["Valider 0 proposition", "Vérifier la sélection"]) {
      const asked = seance.count("apiComiteValider");
      await seance.button(name).click();
      expect(await seance.said()).toBe("Cochez au moins une proposition.");
      expect(seance.count("apiComiteValider")).toBe(asked);
    }
  });

  it("are shown one by one with what would come of them", async () => {
    const prepared: readonly (readonly [string, string, number | "", string])[] = [
      ["4306077", "Favorable", 15100, ""],
      ["4307036", "Favorable", 23900, ""],
      ["4307173", "Favorable", 9600, ""],
      ["4308406", "Défavorable", "", ""],
      ["4309091", "Ajourné", "", "Devis à fournir"],
    ];
    for (const [numero, avis, montant, motif] of prepared) {
      seance.change(numero, "Avis proposé", avis);
      if (montant !== "") seance.change(numero, "Montant proposé", montant);
      seance.change(numero, "Motif", motif);
    }
    await seance.button("Propositions").click();
    const list = seance.page.getByRole("list", { name: "Propositions et leur résultat" });
    await list.waitFor();
    const rows = (await list.locator("li").allTextContents()).map(plain);
    expect(rows.find((row) => row.startsWith("4308406"))).toContain("✗");
    expect(rows.find((row) => row.startsWith("4309091"))).toContain("✓");
    expect(await seance.faults()).toEqual([]);
  });

  it("are all recorded or none: the envelope that would break is named", async () => {
    for (const box of await seance.page.getByRole("checkbox").all()) await box.check();
    await seance.page.getByRole("checkbox", { name: /4308406/ }).uncheck();
    await seance.button("Valider 4 propositions").click();
    await expect
      .poll(async () => plain(await seance.page.locator(".message").first().textContent()))
      .toMatch(/enveloppe/i);
    expect(seance.cell("4306077", "Subvention État")).toBeNull();
    expect(await seance.faults()).toEqual([]);
  });

  it("are recorded once the selection fits, and can be taken back together", async () => {
    await seance.page.getByRole("checkbox", { name: /4307173/ }).uncheck();
    await seance.button("Valider 3 propositions").click();
    await seance.button("Annuler ces décisions").waitFor();
    expect(seance.cell("4306077", "Subvention État")).toBe(15100);
    expect(seance.cell("4307036", "Subvention État")).toBe(23900);
    expect(seance.cell("4309091", "Avis comité")).toBe("Ajourné");
    expect(await seance.faults()).toEqual([]);
    await seance.button("Annuler ces décisions").click();
    await expect.poll(() => seance.cell("4306077", "Avis comité")).toBe("En instruction");
    expect(seance.errors).toEqual([]);
  });
});
