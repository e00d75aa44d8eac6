import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Atelier, CHROMIUM, example } from "./atelier.js";
import { faultsOf, WCAG } from "./axe.js";

describe.skipIf(!CHROMIUM)("access to the local page's own chrome", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
  });
  afterAll(() => atelier?.stop());

  /** What axe finds outside of Univer's grid. */
  function faults(): Promise<readonly string[]> {
    return faultsOf(atelier.page, { exclude: [["#grille"], ["[data-u-comp]"], ["iframe"]] }, WCAG);
  }

  it("finds nothing on the bars", async () => {
    expect(await faults()).toEqual([]);
  });

  it("finds nothing on an open menu, which the keyboard opens and leaves", async () => {
    await atelier.page.keyboard.press("F10");
    await atelier.page.keyboard.press("ArrowRight");
    await atelier.page.keyboard.press("ArrowDown");
    await atelier.page.getByRole("menu", { name: "Édition" }).waitFor();
    expect(await faults()).toEqual([]);
    await atelier.page.keyboard.press("Escape");
    expect(await atelier.page.getByRole("menu").count()).toBe(0);
    expect(await atelier.page.evaluate("document.activeElement.textContent")).toBe("Édition");
  });

  it("finds nothing on a menu of the add-in, whose sub-menus unfold below their name", async () => {
    await atelier.page.getByRole("menuitem", { name: "FITN7", exact: true }).click();
    const opener = atelier.page.getByRole("menuitem", { name: "Rapports", exact: true });
    const line = atelier.page.getByRole("menuitem", { name: "Tableau de bord", exact: true });
    expect(await line.count()).toBe(0);
    await opener.focus();
    await atelier.page.keyboard.press("ArrowRight");
    await line.waitFor();
    expect(await opener.getAttribute("aria-expanded")).toBe("true");
    expect(await atelier.page.evaluate("document.activeElement.textContent")).toBe(
      "Tableau de bord",
    );
    expect(await faults()).toEqual([]);
    await atelier.page.keyboard.press("ArrowLeft");
    await expect.poll(() => line.count()).toBe(0);
    await atelier.page.keyboard.press("Escape");
  });

  it("finds nothing on a sidebar", async () => {
    await atelier.menu("FITN7", "Suivi des lauréats");
    await atelier.page.locator("#volet iframe").waitFor();
    expect(await faults()).toEqual([]);
    await atelier.page.locator("#volet").getByRole("button", { name: "Fermer" }).click();
    expect(await atelier.page.locator("#volet iframe").count()).toBe(0);
  });

  it("finds nothing on the list of the workbooks that are saved", async () => {
    await atelier.menu("Fichier", "Ouvrir l’exemple");
    await atelier.page.locator("#nom", { hasText: "Exemple" }).waitFor();
    await atelier.ready();
    await atelier.menu("Fichier", "Classeurs enregistrés…");
    const saved = atelier.page.getByRole("button", { name: "suivi-marne.xlsx" });
    await saved.waitFor();
    expect(await faults()).toEqual([]);
    await saved.click();
    await atelier.page.locator("#nom", { hasText: "suivi-marne.xlsx" }).waitFor();
    await atelier.ready();
  });

  it("finds nothing on a question, which keeps the focus and the keys to itself", async () => {
    await atelier.menu("FITN7", "Installer le suivi");
    const field = atelier.page.locator("dialog[open]").getByRole("textbox");
    await field.waitFor();
    expect(await faults()).toEqual([]);
    await atelier.page.keyboard.type("Camille");
    await atelier.page.keyboard.press("Backspace");
    expect(await field.inputValue()).toBe("Camill");
    for (let press = 0; press < 8; press++) {
      await atelier.page.keyboard.press("Tab");
      const inside = await atelier.page.evaluate(
        "document.activeElement === document.body || document.activeElement.closest('dialog') !== null",
      );
      expect(inside).toBe(true);
    }
    await atelier.page.keyboard.press("Escape");
    await atelier.page.locator("dialog").waitFor({ state: "detached" });
    await expect.poll(() => atelier.shown("A1")).toContain("FITN7");
  });

  it("finds nothing on the help's dialog", async () => {
    await atelier.menu("FITN7", "Aide");
    await atelier.page.getByRole("heading", { name: "Aide de FITN7", level: 2 }).waitFor();
    expect(await faults()).toEqual([]);
    await atelier.page.getByRole("button", { name: "Fermer" }).click();
    expect(await atelier.page.locator("dialog").count()).toBe(0);
  });
});
