import { afterEach, describe, expect, it } from "vitest";
import { type Atelier, atelier, plain } from "../app/aides/atelier.js";
import { classeur, onglet, type Saisie } from "../app/aides/saisie.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Thème",
  "Population",
  "Coût total",
  "Subvention demandée",
  "État",
  "Avis proposé",
  "Montant proposé",
];

/** Thirty dossiers to be decided under Hauts-de-France. */
const LIGNES: readonly (readonly Saisie[])[] = Array.from({ length: 30 }, (_, index) => [
  `D${String(index).padStart(2, "0")}`,
  `Ville d’Exemple ${index}`,
  "3a",
  500 + ((index * 7_919) % 9_000),
  60_000,
  20_000 + ((index * 613) % 30_000),
  "En instruction",
  "",
  index % 3 === 0 ? 15_000.5 + index * 100 : "",
]);

/** Run in the page: its ten seconds pass in a hundredth of one. */
const FAST_CLOCK =
  "(() => { const real = performance.now.bind(performance); performance.now = () => real() * 1000; })()";

describe.skipIf(!CHROMIUM)("the page of scenarios", () => {
  let opened: PageSeule;
  let script: Atelier;
  afterEach(() => opened?.stop());

  const open = async (lignes = LIGNES) => {
    script = atelier(classeur([onglet("Suivi", [ENTETES, ...lignes])]));
    script.api("apiInstaller", { guichet: "HDF" });
    opened = await openPage(
      "Simulation.html",
      (entree, demande) => script.api(entree, demande ?? {}),
      { width: 1100, height: 700 },
    );
    await opened.page.getByRole("heading", { name: "Nouveau scénario" }).waitFor();
    return opened.page;
  };
  const message = async () => plain(await opened.page.locator("#message .message").textContent());

  it("proposes the best choice, proves it, keeps it, compares it and makes it proposals", async () => {
    const page = await open();
    await page.getByLabel("Enveloppe à répartir (€)").fill("200 000");
    await page.getByLabel("Rendre le plus grand possible").selectOption("Population");
    await page.getByLabel("Position du dossier D01").selectOption("imposé");
    await page.getByRole("button", { name: "Proposer le meilleur choix" }).click();
    await page.locator("#message .fait").waitFor();
    expect(await message()).toMatch(/^Choix optimal, démontré : \d+ dossiers, /);
    const retained = page.locator("tr.retenu");
    expect(await retained.filter({ hasText: "D01" }).count()).toBe(1);
    await page.getByText("Relever les dossiers retenus").click();
    await page.getByRole("button", { name: "Calculer" }).click();
    await page.getByText("Reste après").waitFor();
    await page.getByLabel("Nom du scénario").fill("Population d’abord");
    await page.getByRole("button", { name: "Enregistrer le scénario" }).click();
    await page.getByRole("heading", { name: "Population d’abord" }).waitFor();
    const kept = await retained.count();
    await page.getByRole("button", { name: "Comparer" }).click();
    const row = page.getByRole("row", { name: /^Dossiers retenus/ });
    expect(await row.textContent()).toBe(`Dossiers retenus${kept}`);
    await page.getByRole("button", { name: "Propositions du comité" }).click();
    await page.getByRole("button", { name: "Voir ce qui serait écrit" }).click();
    await page.getByRole("button", { name: "Écrire ces propositions" }).click();
    await page.locator("#message .fait").waitFor();
    const written = script.host.values("Suivi").filter((cells) => cells[7] === "favorable");
    expect(written.length).toBe(kept);
    expect(opened.errors).toEqual([]);
  });

  it("takes a scenario just kept back out, and keeps what was typed of it", async () => {
    const page = await open();
    await page.getByLabel("Enveloppe à répartir (€)").fill("123 456");
    await page.getByLabel("Nom du scénario").fill("Un");
    await page.getByRole("button", { name: "Enregistrer le scénario" }).click();
    await page.getByRole("button", { name: "Annuler", exact: true }).click();
    await page.locator("#message").getByText("Annulé, remis comme avant").waitFor();
    await page.getByRole("heading", { name: "Nouveau scénario" }).waitFor();
    expect(await page.getByLabel("Enveloppe à répartir (€)").inputValue()).toBe("123 456");
    expect(await page.getByLabel("Nom du scénario").inputValue()).toBe("Un");
    await page.getByRole("button", { name: "Comparer" }).click();
    await page.getByText("Aucun scénario enregistré").waitFor();
  });

  it("says what is wrong with an amount and keeps what was typed", async () => {
    const page = await open();
    const amount = page.getByLabel("Enveloppe à répartir (€)");
    await amount.fill("deux cents");
    expect(await amount.getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "Proposer le meilleur choix" }).click();
    expect(await message()).toContain("Enveloppe à répartir : lu « deux cents », attendu");
    expect(await amount.inputValue()).toBe("deux cents");
    await page.getByLabel("Nom du scénario").fill("Un");
    await page.getByRole("button", { name: "Enregistrer le scénario" }).click();
    expect(await message()).toContain("Enveloppe à répartir : lu « deux cents », attendu");
    await amount.fill("");
    await page.getByRole("button", { name: "Proposer le meilleur choix" }).click();
    expect(await message()).toContain("saisissez un montant en euros");
    await amount.fill("200 000");
    await page.getByLabel("Montant du dossier D02").fill("beaucoup");
    await page.getByRole("button", { name: "Enregistrer le scénario" }).click();
    expect(await message()).toContain("Montant du dossier D02 : lu « beaucoup », attendu");
    expect(await page.getByLabel("Nom du scénario").inputValue()).toBe("Un");
    expect(script.host.workbook.sheet("Simulation")).toBeUndefined();
  });

  it("takes back what it said of a choice once something changes, and what could be raised", async () => {
    const page = await open();
    await page.getByLabel("Enveloppe à répartir (€)").fill("200 000");
    await page.getByRole("button", { name: "Proposer le meilleur choix" }).click();
    await page.locator("#message .fait").waitFor();
    await page.getByText("Relever les dossiers retenus").click();
    await page.getByRole("button", { name: "Calculer" }).click();
    await page.getByText("Reste après").waitFor();
    await page.getByLabel("Montant du dossier D00").fill("60 000");
    expect(await message()).toContain("ce qui en était dit ne vaut plus");
    expect(await page.getByText("Reste après").count()).toBe(0);
    expect(await page.locator(".bilan").textContent()).toContain("Au-dessus du possible1 dossier");
    await page.getByLabel("Enveloppe à répartir (€)").fill("100");
    await page.getByRole("button", { name: "Calculer" }).click();
    expect(plain(await page.locator("details .message").textContent())).toMatch(
      /^Les dossiers retenus dépassent l’enveloppe de .* € : rien à relever\.$/,
    );
  });

  it("looks for nothing where no dossier has what is to be made larger", async () => {
    const page = await open();
    await page.getByLabel("Rendre le plus grand possible").selectOption("Score");
    await page.getByRole("button", { name: "Proposer le meilleur choix" }).click();
    expect(await message()).toMatch(/^Aucun de ces dossiers n’a de score/);
  });

  it("calls nothing optimal where its time runs out on 300 dossiers, and runs on to the proof", async () => {
    const page = await open(
      Array.from({ length: 300 }, (_, index) => {
        const montant = 500_000 + ((index * 7_919_317) % 9_500_000);
        const population = 3 * Math.ceil(montant / 300);
        return [`D${index}`, "Ville", "3a", population, 99_999, montant / 100, "", "", ""];
      }),
    );
    const propose = page.getByRole("button", { name: "Proposer le meilleur choix" });
    await page.getByLabel("Enveloppe à répartir (€)").fill("6 000 000");
    await page.getByLabel("Rendre le plus grand possible").selectOption("Population");
    await page.evaluate(FAST_CLOCK);
    await propose.click();
    await page.locator("#message .attention").waitFor();
    const [, found = "", bound = ""] =
      /(\d+) habitants\. Aucun choix ne peut dépasser (\d+) habitants/.exec(
        (await message()).replace(/(?<=\d) (?=\d)/g, ""),
      ) ?? [];
    expect(await message()).toMatch(/^Meilleur choix trouvé, sans preuve/);
    expect(Number(found)).toBeLessThan(Number(bound));
    await page.evaluate("performance.now = () => 0");
    await page.getByRole("button", { name: "Chercher encore 10 s" }).click();
    await page.locator("#message .fait").waitFor();
    const best = Number(
      /Aucun autre choix ne dépasse (\d+)/.exec(
        (await message()).replace(/(?<=\d) (?=\d)/g, ""),
      )?.[1],
    );
    expect(best).toBeGreaterThanOrEqual(Number(found));
    expect(best).toBeLessThanOrEqual(Number(bound));
  });

  it("looks for nothing where what is forced in costs more than the envelope", async () => {
    const page = await open();
    await page.getByLabel("Enveloppe à répartir (€)").fill("100");
    await page.getByLabel("Position du dossier D00").selectOption("imposé");
    await page.getByRole("button", { name: "Proposer le meilleur choix" }).click();
    expect(await message()).toMatch(
      /^Les dossiers imposés coûtent .* plus que l’enveloppe de 100 €/,
    );
  });

  it("passes axe on each of its screens", async () => {
    const page = await open();
    await page.getByLabel("Nom du scénario").fill("Un");
    await page.getByRole("button", { name: "Enregistrer le scénario" }).click();
    await page.getByRole("heading", { name: "Un", exact: true }).waitFor();
    for (const name of ["Scénario", "Comparer", "Propositions du comité"]) {
      await page.getByRole("button", { name, exact: true }).click();
      expect(await faultsOf(page)).toEqual([]);
    }
  });
});
