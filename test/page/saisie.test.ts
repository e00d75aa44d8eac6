import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Atelier, CHROMIUM, example } from "./atelier.js";

describe.skipIf(!CHROMIUM)("typing into the local page", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
  });
  afterAll(() => atelier?.stop());

  it("reads a French formula, and computes again what rests on a cell", async () => {
    await atelier.type("X5", "1,5");
    await atelier.type("X6", "=SOMME(X5;0,5)*2");
    await expect.poll(() => atelier.shown("X6")).toBe("4");
    await atelier.type("X5", "10");
    await expect.poll(() => atelier.shown("X6")).toBe("21");
  });

  it("reads days, percentages and truth values as French ones", async () => {
    await atelier.type("Y5", "12/03/2026");
    await atelier.type("Y6", "=MOIS(Y5)");
    await expect.poll(() => atelier.shown("Y6")).toBe("3");
    await atelier.type("Y7", "vrai");
    await expect.poll(() => atelier.shown("Y7")).toBe("VRAI");
    await atelier.type("Y8", "80 %");
    await expect.poll(() => atelier.shown("Y8")).toBe("80%");
  });

  it("says on the selected cell why it is wrong", async () => {
    await atelier.type("X8", "=1/0");
    await expect.poll(() => atelier.shown("X8")).toBe("#DIV/0!");
    expect(await atelier.page.locator("#ligne").textContent()).toContain("Division par zéro");
  });

  it("opens the editor with the formula as it is written in French", async () => {
    await atelier.goTo("X6");
    await atelier.page.keyboard.press("F2");
    await atelier.page.keyboard.type("+1");
    await atelier.page.keyboard.press("Enter");
    await expect.poll(() => atelier.shown("X6")).toBe("22");
  });

  it("takes back a step, and does it again", async () => {
    await atelier.type("X10", "avant");
    await atelier.type("X10", "après");
    await atelier.goTo("X10");
    await atelier.page.keyboard.press("Control+z");
    await expect.poll(() => atelier.shown("X10")).toBe("avant");
    await atelier.page.keyboard.press("Control+y");
    await expect.poll(() => atelier.shown("X10")).toBe("après");
  });

  it("completes a function of the add-in and shows its help", async () => {
    await atelier.goTo("X12");
    await atelier.page.keyboard.type("=FITN_PLA");
    const list = atelier.page.getByRole("listbox", { name: "Fonctions" });
    await list.getByRole("option", { name: "FITN_PLAFOND" }).waitFor();
    await atelier.page.keyboard.press("Tab");
    await atelier.page.keyboard.type('10000;999;"i";"MARNE-V1"');
    await atelier.page.keyboard.press("Enter");
    await expect.poll(() => atelier.shown("X12")).toMatch(/^\d/);
  });

  it("shows the whole of a result that spills, and says where it comes from", async () => {
    await atelier.type("W20", "={1;2;3}");
    await expect.poll(() => atelier.shown("W22")).toBe("3");
    expect(await atelier.page.locator("#ligne").textContent()).toContain("W20");
  });

  it("copies formulas relatively, and reads what another spreadsheet copied", async () => {
    await atelier.type("U5", "7");
    await atelier.type("U6", "8");
    await atelier.type("V5", "=U5*10");
    await atelier.goTo("V5");
    await atelier.page.keyboard.press("Control+c");
    await atelier.goTo("V6");
    await atelier.page.keyboard.press("Control+v");
    await expect.poll(() => atelier.shown("V6")).toBe("80");
    await atelier.page.evaluate('navigator.clipboard.writeText("1,5\\t31/12/2025\\n=V5+1\\tVRAI")');
    await atelier.goTo("U10");
    await atelier.page.keyboard.press("Control+v");
    await expect.poll(() => atelier.shown("U11")).toBe("71");
    await expect.poll(() => atelier.shown("V10")).toBe("31/12/2025");
  });

  it("clears cells, inserts and deletes rows: formulas follow", async () => {
    await atelier.goTo("U10");
    await atelier.page.keyboard.press("Delete");
    await expect.poll(() => atelier.shown("U10")).toBe("");
    await atelier.menu("Insertion", "Lignes au-dessus");
    await expect.poll(() => atelier.shown("U12")).toBe("71");
    await atelier.goTo("U10");
    await atelier.menu("Édition", "Supprimer les lignes");
    await expect.poll(() => atelier.shown("U11")).toBe("71");
  });

  it("sorts and filters the table around the selected cell", async () => {
    await atelier.goTo("B4");
    await atelier.menu("Données", "Trier le tableau de A à Z");
    await expect.poll(() => atelier.shown("B4")).toBe("Aubilly");
    await atelier.goTo("E4");
    await atelier.menu("Données", "Filtrer par cette colonne…");
    await atelier.page.getByRole("button", { name: "Tout décocher" }).click();
    await atelier.page.getByRole("checkbox", { name: "iii", exact: true }).check();
    await atelier.page.getByRole("button", { name: "Filtrer", exact: true }).click();
    const below = async () => {
      await atelier.goTo("E3");
      await atelier.page.keyboard.press("ArrowDown");
      return atelier.page.locator("#cellule").textContent();
    };
    await expect.poll(below).toMatch(/\u00a0: iii$/);
    await atelier.menu("Données", "Enlever le filtre");
    await expect.poll(below).toMatch(/^E4\u00a0: ii$/);
    expect(atelier.errors).toEqual([]);
  });

  it("keeps all that is typed right of frozen columns, wherever the mouse was last", async () => {
    await atelier.goTo("C4");
    await atelier.menu("Format", "Figer jusqu’à la cellule choisie");
    const canvas = await atelier.page.locator("#univer-sheet-main-canvas_classeur").boundingBox();
    if (!canvas) throw new Error("The grid is not there.");
    await atelier.page.mouse.click(canvas.x + 46 + 20, canvas.y + 20 + 200);
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toMatch(/^A\d/);
    await atelier.type("Y14", "favorable");
    await expect.poll(() => atelier.shown("Y14")).toBe("favorable");
  });
});
