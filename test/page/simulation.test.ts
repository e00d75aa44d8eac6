import { createRequire } from "node:module";
import { afterEach, describe, expect, it } from "vitest";
import { type Atelier, atelier, plain } from "../app/aides/atelier.js";
import { classeur, onglet, type Saisie } from "../app/aides/saisie.js";
import { CHROMIUM } from "./atelier.js";
import { openPage, type PageSeule } from "./page-seule.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

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

  it("says what is wrong with an amount and keeps what was typed", async () => {
    const page = await open();
    const amount = page.getByLabel("Enveloppe à répartir (€)");
    await amount.fill("deux cents");
    expect(await amount.getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("button", { name: "Proposer le meilleur choix" }).click();
    expect(await message()).toContain("saisissez un montant en euros");
    expect(await amount.inputValue()).toBe("deux cents");
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
    await page.addScriptTag({ path: AXE });
    for (const name of ["Scénario", "Comparer", "Propositions du comité"]) {
      await page.getByRole("button", { name, exact: true }).click();
      expect(await violations(page)).toEqual([]);
    }
  });
});

/** Rules of accessibility that a page breaks. */
async function violations(page: PageSeule["page"]): Promise<unknown> {
  return page.evaluate(
    "axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))",
  );
}
