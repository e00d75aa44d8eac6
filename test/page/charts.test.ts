import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Atelier, CHROMIUM, example } from "./atelier.js";
import { faultsOf, WCAG } from "./axe.js";

/** An add-in of its own: a tab of amounts, and charts of each kind on it. */
const CODE = `
function onOpen() {
  SpreadsheetApp.getUi().createMenu("FITN7")
    .addItem("Dessiner", "dessiner")
    .addItem("Modifier", "modifier")
    .addItem("Retirer", "retirer")
    .addToUi();
}
function dessiner() {
  const sheet = SpreadsheetApp.getActive().insertSheet("Courbe");
  sheet.getRange("A1:C4").setValues([
    ["Mois", "Engagé", "Payé"],
    ["janvier", 12500.5, 4000],
    ["février", 30000, 18250],
    ["mars", "=SUM(B2:B3)", 21000],
  ]);
  sheet.getRange("B2:C4").setNumberFormat('#,##0.00 "€"');
  const at = (row, column) => sheet.newChart().addRange(sheet.getRange("A1:C4"))
    .setPosition(row, column, 10, 5).setOption("width", 520).setOption("height", 300);
  sheet.insertChart(at(6, 1).asColumnChart().setTitle("Dépenses par mois")
    .setXAxisTitle("Mois").setYAxisTitle("Euros").build());
  sheet.insertChart(at(6, 7).asLineChart().setTitle("Courbes").build());
  sheet.insertChart(at(22, 1).asBarChart().setTitle("Barres").setStacked()
    .setColors(["#ffd700", "#1d4f91"]).build());
  sheet.insertChart(at(22, 7).asPieChart().setTitle("Secteurs").build());
  sheet.insertChart(at(38, 1).asAreaChart().setTitle("Aires").setOption("legend", "none").build());
  SpreadsheetApp.getActive().setActiveSheet(sheet);
}
function modifier() {
  const sheet = SpreadsheetApp.getActive().getSheetByName("Courbe");
  const chart = sheet.getCharts()[0];
  sheet.updateChart(chart.modify().setOption("title", "Autre titre").build());
}
function retirer() {
  const sheet = SpreadsheetApp.getActive().getSheetByName("Courbe");
  for (const chart of sheet.getCharts()) sheet.removeChart(chart);
}
`;

describe.skipIf(!CHROMIUM)("charts on the local page", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
    await atelier.page.route("**/complement.json", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { code: CODE, html: {} } });
    });
    await atelier.load();
    await atelier.menu("FITN7", "Dessiner");
    await atelier.showSheet("Courbe");
    await chart("Dépenses par mois").waitFor();
  });
  afterAll(() => atelier?.stop());

  const figures = () => atelier.page.locator("figure.graphique");
  const chart = (title: string) =>
    atelier.page.getByRole("img", { name: new RegExp(`: ${title}$`) });
  const texts = (title: string) => chart(title).locator("text").allTextContents();
  const top = async (title: string) => (await chart(title).boundingBox())?.y ?? Number.NaN;

  it("shows what a script draws, with its titles, series and marks in French", async () => {
    expect(await figures().count()).toBe(5);
    const said = await texts("Dépenses par mois");
    for (const text of ["Dépenses par mois", "Engagé", "Payé", "janvier", "mars", "Mois", "Euros"])
      expect(said).toContain(text);
    expect(said.map((text) => text.replace(/\s/gu, " "))).toContain("50 000 €");
    expect(await chart("Dépenses par mois").locator("rect[fill='#1d4f91']").count()).toBe(4);
    expect(await chart("Courbes").locator("circle").count()).toBe(6);
    expect((await texts("Secteurs")).join()).toMatch(/mars\s: 42\s500,50\s€ \(50\s%\)/u);
  });

  it("gives the values as a table", async () => {
    const rows = await figures().first().locator("table tr").allInnerTexts();
    expect(
      rows.map((row) =>
        row
          .trim()
          .split(/\t/)
          .map((text) => text.replace(/\s/gu, " ")),
      ),
    ).toEqual([
      ["Engagé", "Payé"],
      ["janvier", "12 500,50 €", "4 000,00 €"],
      ["février", "30 000,00 €", "18 250,00 €"],
      ["mars", "42 500,50 €", "21 000,00 €"],
    ]);
  });

  it("draws again what a cell changes, and takes it back", async () => {
    const value = figures().first().locator("tbody tr:nth-child(3) td").first();
    await atelier.type("B2", "20000");
    await expect
      .poll(async () => (await value.textContent())?.replace(/\s/gu, " "))
      .toBe("50 000,00 €");
    await atelier.page.keyboard.press("Control+z");
    await expect
      .poll(async () => (await value.textContent())?.replace(/\s/gu, " "))
      .toBe("42 500,50 €");
  });

  it("lies over the grid, at its cell", async () => {
    const grid = await atelier.page.locator("canvas:has(+ .graphiques)").boundingBox();
    const box = await chart("Dépenses par mois").boundingBox();
    if (!grid || !box) throw new Error("box");
    const [headers, rows] = [{ width: 46, height: 20 }, 5 * 21];
    expect(Math.abs(box.x - grid.x - headers.width - 10)).toBeLessThan(3);
    expect(Math.abs(box.y - grid.y - headers.height - rows - 5)).toBeLessThan(5);
    expect([box.width, box.height]).toEqual([520, 300]);
    const heights = await atelier.page.evaluate<number[]>(
      `[".graphiques", "canvas:has(+ .graphiques)"].map((one) =>
        Number(getComputedStyle(document.querySelector(one)).zIndex))`,
    );
    expect(heights[0]).toBeGreaterThan(heights[1] ?? Number.NaN);
  });

  it("stands at its cell while the grid scrolls, and goes with its sheet", async () => {
    const before = await top("Dépenses par mois");
    await chart("Dépenses par mois").hover({ force: true });
    await atelier.page.mouse.wheel(0, 150);
    await expect.poll(() => top("Dépenses par mois")).toBeLessThan(before - 100);
    const cut = () =>
      figures()
        .first()
        .evaluate((one) => one.style.clipPath);
    expect(await cut()).toMatch(/^inset\(\d/);
    await atelier.page.mouse.wheel(0, -1000);
    await expect.poll(() => top("Dépenses par mois")).toBe(before);
    expect(await cut()).toBe("none");
    await atelier.showSheet("Dossiers 2021");
    await expect.poll(() => figures().count()).toBe(0);
    await atelier.showSheet("Courbe");
    await expect.poll(() => figures().count()).toBe(5);
  });

  it("passes axe's rules", async () => {
    expect(await faultsOf(atelier.page, ".graphiques", WCAG)).toEqual([]);
  });

  it("comes back with the saved workbook", async () => {
    await atelier.saved();
    await atelier.kill();
    await atelier.restart(example("suivi-marne.xlsx"));
    await atelier.showSheet("Courbe");
    await expect.poll(() => figures().count()).toBe(5);
  });

  it("follows the script that changes or removes it, and undo", async () => {
    await atelier.menu("FITN7", "Modifier");
    await chart("Autre titre").waitFor();
    await atelier.menu("FITN7", "Retirer");
    await expect.poll(() => figures().count()).toBe(0);
    await atelier.page.getByRole("button", { name: "Annuler (Ctrl+Z)" }).click();
    await expect.poll(() => figures().count()).toBe(5);
    expect(atelier.errors).toEqual([]);
  });
});
