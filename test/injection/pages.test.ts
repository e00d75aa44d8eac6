import { afterEach, describe, expect, it } from "vitest";
import { CHROMIUM } from "../page/atelier.js";
import { PARCOURS, parcourir } from "../page/ecrans/parcours.js";
import { openPage, type PageSeule } from "../page/page-seule.js";
import { ecoute, hostiles, INTRUS, MONTRES } from "./hostiles.js";

describe.skipIf(!CHROMIUM)("pages on a workbook full of hostile texts", () => {
  let opened: PageSeule;
  afterEach(() => opened?.stop());

  it.each(PARCOURS)("$page shows them as texts, on every screen", async (parcours) => {
    const texte = hostiles();
    const script = parcours.ouvre(texte);
    opened = await openPage(
      `${parcours.page}.html`,
      (entree, demande) => script.api(entree, demande ?? {}),
      parcours.taille,
    );
    const { page, errors } = opened;
    const heard = ecoute(page, /^(blob|data|about):/);
    let shown = 0;
    await parcourir(opened, parcours, texte, async (screen) => {
      expect(await page.evaluate(INTRUS), screen).toEqual([]);
      shown += Number(await page.evaluate(MONTRES));
    });
    expect(heard).toEqual([]);
    expect(errors).toEqual([]);
    // The page that archives shows figures alone.
    if (parcours.page !== "Archives") expect(shown).toBeGreaterThan(0);
  });
});
