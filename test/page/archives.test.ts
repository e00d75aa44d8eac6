import { afterEach, describe, expect, it } from "vitest";
import { atelier, plain } from "../app/aides/atelier.js";
import { JOURNAL } from "../faults/bases.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

describe.skipIf(!CHROMIUM)("the page that archives the Journal", () => {
  let opened: PageSeule;
  afterEach(() => opened?.stop());

  it("takes packet after packet, says what was moved, and passes axe before and after", async () => {
    const script = atelier(JOURNAL());
    opened = await openPage("Archives.html", (entree, demande) =>
      script.api(entree, demande ?? {}),
    );
    const { page } = opened;
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate("document.activeElement.id")).toBe("archiver");
    await page.keyboard.press("Enter");
    await page.waitForFunction("!/Prêt|cours/.test(document.getElementById('etat').textContent)");
    expect(plain(await page.locator("#etat").textContent())).toContain(
      "2 lignes vers « Journal 2019 », 1 ligne vers « Journal 2020 »",
    );
    expect(script.host.values("Journal").length).toBe(2);
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.lang")).toBe("fr");
    expect(opened.errors).toEqual([]);
  });
});
