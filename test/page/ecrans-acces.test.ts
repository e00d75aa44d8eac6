import { afterEach, describe, expect, it } from "vitest";
import { CHROMIUM } from "./atelier.js";
import { ORDINAIRES } from "./ecrans/classeurs.js";
import { PARCOURS, parcourir } from "./ecrans/parcours.js";
import {
  avecAxe,
  clavier,
  deborde,
  ecouteAnnonces,
  fautesAxe,
  muets,
  sansNom,
} from "./ecrans/regards.js";
import { openPage, type PageSeule } from "./page-seule.js";

/** What Google shows a sidebar in, and the width at which text must still be read without scrolling sideways. */
const VOLET = 300;
const REFLUX = 320;

describe.skipIf(!CHROMIUM)("access to every screen of every page", () => {
  let opened: PageSeule;
  afterEach(() => opened?.stop());

  it.each(PARCOURS)("$page", { timeout: 240_000 }, async (parcours) => {
    const script = parcours.ouvre(ORDINAIRES);
    const { width } = parcours.taille;
    opened = await openPage(
      `${parcours.page}.html`,
      (entree, demande) => script.api(entree, demande ?? {}),
      parcours.taille,
    );
    const { page, errors } = opened;
    await avecAxe(page);
    await ecouteAnnonces(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Accessibility.enable");
    const typed = new Set<string>();
    const faults = new Set<string>();
    /** The keyboard takes long: once for each heading. */
    const once = async (screen: string) => {
      const [heading = ""] = screen.split("|");
      if (typed.has(heading)) return [];
      typed.add(heading);
      return clavier(page);
    };
    await parcourir(opened, parcours, ORDINAIRES, async (screen) => {
      const found = [
        ...(await fautesAxe(page)),
        ...(await sansNom(cdp)),
        ...(await deborde(page, { width: width === VOLET ? VOLET : REFLUX, texte: 100 })),
        ...(await deborde(page, { width, texte: 200 })),
        ...(await once(screen)),
        ...(await muets(page)),
      ];
      for (const fault of found) faults.add(fault);
    });
    expect([...faults]).toEqual([]);
    expect(errors).toEqual([]);
  });
});
