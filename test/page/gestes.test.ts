import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { CellSnapshot, WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { writeXlsx } from "../../local/files/index.js";
import { Atelier, CHROMIUM, example } from "./atelier.js";

const area = (row: number, column: number, rows = 1, columns = 1) => ({
  sheet: "Essai",
  row,
  column,
  rows,
  columns,
});

const value = (row: number, column: number, text: string | number | boolean): CellSnapshot => ({
  row,
  column,
  content: { kind: "value", value: text },
});

/** Two tabs; in the first a list, a box and a cell that turns red when the one beside it says so. */
const WORKBOOK: WorkbookSnapshot = {
  locale: "fr_FR",
  timeZone: "Europe/Paris",
  names: {},
  properties: {},
  sheets: [
    {
      name: "Essai",
      rows: 100,
      columns: 12,
      cells: [value(1, 1, "Un"), value(1, 2, "Deux"), value(1, 3, "Trois"), value(7, 1, false)],
      validations: [
        { area: area(7, 1), rule: { kind: "checkbox" }, allowInvalid: false },
        {
          area: area(8, 1),
          rule: { kind: "range", range: { ...area(1, 1, 2, 1), sheet: "Autre" } },
          allowInvalid: false,
        },
      ],
      conditional: [
        {
          areas: [area(9, 1, 2, 1)],
          when: { kind: "formula", formula: '=$B9="urgent"' },
          style: { background: "#ff0000" },
        },
      ],
    },
    {
      name: "Autre",
      rows: 100,
      columns: 12,
      cells: [value(1, 1, "Oui, avec réserve"), value(2, 1, "Non")],
    },
    { name: "Fin", rows: 100, columns: 12, cells: [] },
  ],
};

describe.skipIf(!CHROMIUM)("what a person does with the mouse in the local page", () => {
  let atelier: Atelier;
  let folder: string;
  let corner: { x: number; y: number };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fitn7-gestes-"));
    const file = join(folder, "gestes.xlsx");
    const { sheets } = WORKBOOK;
    const shown = (name: string, row: number, column: number) => {
      const cells = sheets.find((sheet) => sheet.name === name)?.cells ?? [];
      const found = cells.find((cell) => cell.row === row && cell.column === column)?.content;
      return found?.kind === "value" ? found.value : null;
    };
    await writeFile(file, await writeXlsx(WORKBOOK, shown));
    atelier = await Atelier.start(file);
    const box = await atelier.page.locator("#univer-sheet-main-canvas_classeur").boundingBox();
    if (!box) throw new Error("The grid is not there.");
    corner = box;
  });
  afterAll(async () => {
    await atelier?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const HEADER = { width: 46, height: 20 };
  const CELL = { width: 100, height: 21 };
  /** Where a point of a cell is in the window: from 0 at its left and top to 1 at its right and bottom. */
  const at = (row: number, column: number, right = 0.5, down = 0.5) => ({
    x: corner.x + HEADER.width + (column - 1 + right) * CELL.width,
    y: corner.y + HEADER.height + (row - 1 + down) * CELL.height,
  });
  /** Where a column's letter is. */
  const letter = (column: number, right = 0.5) => ({
    x: at(1, column, right).x,
    y: corner.y + HEADER.height / 2,
  });

  type Place = { x: number; y: number };
  const CANVAS = "#univer-sheet-main-canvas_classeur";
  /** Drags what is under the mouse once the grid says, by its cursor, that it can be. */
  async function drag(from: Place, to: Place, cursor: string): Promise<void> {
    const { mouse } = atelier.page;
    const shown = async () => {
      await mouse.move(from.x - 30, from.y);
      await mouse.move(from.x, from.y, { steps: 3 });
      return atelier.page.locator(CANVAS).evaluate((canvas) => canvas.style.cursor);
    };
    await expect.poll(shown, { timeout: 10_000 }).toBe(cursor);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 10 });
    await atelier.page.waitForTimeout(100);
    await mouse.up();
  }

  /** The colour of a point of the grid, `#rrggbb`. */
  const colour = ({ x, y }: Place) =>
    atelier.page.locator(CANVAS).evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: tests have no types for a browser's globals.
      (canvas: any, place) => {
        const scale = canvas.width / canvas.clientWidth;
        const pixel = canvas
          .getContext("2d")
          .getImageData(place.x * scale, place.y * scale, 1, 1).data;
        // What is not painted shows the page's white.
        const shown = [...pixel.slice(0, 3)].map((part) => (pixel[3] === 0 ? 255 : part));
        return `#${shown.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
      },
      { x: x - corner.x, y: y - corner.y },
    );

  const undo = async (cell: string, text: string) => {
    await atelier.page.getByRole("button", { name: "Annuler (Ctrl+Z)" }).click();
    await expect.poll(() => atelier.shown(cell)).toBe(text);
  };
  const tabs = () =>
    atelier.page.locator('#grille [data-u-comp="slide-tab-item"]').allTextContents();
  const tab = (name: string) =>
    atelier.page.locator('#grille [data-u-comp="slide-tab-item"]', { hasText: name });

  it("moves a column, and takes it back in one step", async () => {
    await atelier.page.mouse.click(letter(1).x, letter(1).y);
    await drag(letter(1), letter(3, 0.9), "grab");
    await expect.poll(() => atelier.shown("C1")).toBe("Un");
    await expect.poll(() => atelier.shown("A1")).toBe("Deux");
    await undo("A1", "Un");
  });

  it("fills a series down with the handle of the selection", async () => {
    await atelier.type("B3", "1");
    await atelier.type("B4", "3");
    await atelier.saved();
    await vi.waitFor(
      async () => {
        if ((await atelier.shown("B6")) === "7") return;
        await atelier.goTo("B3:B4");
        await drag(at(4, 2, 1, 1), at(6, 2), "crosshair");
        expect(await atelier.shown("B6")).toBe("7");
      },
      { timeout: 30_000, interval: 500 },
    );
    await undo("B6", "");
  });

  it("ticks a box", async () => {
    const { x, y } = at(7, 1);
    await atelier.page.mouse.click(x, y);
    await expect.poll(() => atelier.shown("A7")).toBe("VRAI");
  });

  it("offers a value that holds a comma, and writes it as it is", async () => {
    await atelier.goTo("A8");
    await atelier.page.keyboard.press("F2");
    await atelier.page.getByText(/^Oui. avec réserve$/).click();
    await expect.poll(() => atelier.shown("A8")).toBe("Oui, avec réserve");
  });

  it("colours a cell by a formula on another one, as soon as that one changes", async () => {
    await atelier.goTo("A1");
    expect(await colour(at(9, 1))).toBe("#ffffff");
    await atelier.type("B9", "urgent");
    await expect.poll(() => colour(at(9, 1))).toBe("#ff0000");
    expect(await colour(at(10, 1))).toBe("#ffffff");
    await atelier.type("B9", "rien");
    await expect.poll(() => colour(at(9, 1))).toBe("#ffffff");
  });

  it("pastes what cells show, or their looks alone", async () => {
    await atelier.type("D3", "4");
    await atelier.type("E3", "=D3*2");
    await atelier.goTo("E3");
    await atelier.page.getByRole("button", { name: "Gras" }).click();
    await atelier.page.keyboard.press("Control+c");
    await atelier.goTo("E4");
    await atelier.page.keyboard.press("Control+Shift+v");
    await expect.poll(() => atelier.shown("E4")).toBe("8");
    await atelier.type("D3", "5");
    await expect.poll(() => atelier.shown("E3")).toBe("10");
    expect(await atelier.shown("E4")).toBe("8");
    await atelier.goTo("E3");
    await atelier.page.keyboard.press("Control+c");
    await atelier.goTo("E5");
    await atelier.menu("Édition", "Coller la mise en forme");
    await atelier.goTo("E5");
    await atelier.page.keyboard.press("Control+Shift+v");
    await expect.poll(() => atelier.shown("E5")).toBe("10");
  });

  it("hides rows, and shows them again", async () => {
    const next = async () => {
      await atelier.goTo("C9");
      await atelier.page.keyboard.press("ArrowDown");
      return (await atelier.page.locator("#cellule").textContent())?.split("\u00a0")[0];
    };
    await atelier.goTo("C10:C11");
    await atelier.menu("Données", "Masquer les lignes choisies");
    await expect.poll(next).toBe("C12");
    await atelier.menu("Données", "Afficher toutes les lignes");
    await expect.poll(next).toBe("C10");
  });

  it("makes a column wider, and narrower again", async () => {
    await atelier.goTo("A1");
    await drag(letter(1, 1), letter(1, 1.5), "col-resize");
    await atelier.page.mouse.click(letter(2, 0.7).x, at(1, 2).y);
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toMatch(/^B1/);
    await atelier.page.mouse.click(letter(2, 0.3).x, at(1, 2).y);
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toMatch(/^A1/);
    await undo("A1", "Un");
    await atelier.page.mouse.click(letter(2, 0.3).x, at(1, 2).y);
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toMatch(/^B1/);
  });

  it("renames a tab; the formulas that name it follow", async () => {
    await atelier.type("D5", "=Autre!A2");
    await expect.poll(() => atelier.shown("D5")).toBe("Non");
    await tab("Autre").dblclick();
    await expect
      .poll(() =>
        tab("Autre").evaluate((item) =>
          item.contains(item.ownerDocument.getSelection()?.anchorNode ?? null),
        ),
      )
      .toBe(true);
    await atelier.page.keyboard.press("Control+a");
    await atelier.page.keyboard.type("Choix");
    await atelier.page.keyboard.press("Enter");
    await expect.poll(tabs).toEqual(["Essai", "Choix", "Fin"]);
    await atelier.showSheet("Choix");
    await atelier.type("A2", "Jamais");
    await atelier.showSheet("Essai");
    await expect.poll(() => atelier.shown("D5")).toBe("Jamais");
  });

  it("moves a tab, hides it and shows it again", async () => {
    await atelier.showSheet("Fin");
    await atelier.menu("Onglet", "Déplacer à gauche");
    await expect.poll(tabs).toEqual(["Essai", "Fin", "Choix"]);
    await tab("Fin").click({ button: "right" });
    await atelier.page.getByText("Masquer", { exact: true }).click();
    await expect.poll(tabs).toEqual(["Essai", "Choix"]);
    await atelier.menu("Onglet", "Afficher «\u00a0Fin\u00a0»");
    await expect.poll(tabs).toEqual(["Essai", "Fin", "Choix"]);
  });

  it("goes from tab to tab with the keyboard", async () => {
    await atelier.showSheet("Essai");
    await atelier.goTo("A1");
    await atelier.page.keyboard.press("Alt+ArrowDown");
    await expect
      .poll(() => atelier.page.locator("#cellule").textContent())
      .not.toBe("A1\u00a0: Un");
    await atelier.page.keyboard.press("Alt+ArrowUp");
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toBe("A1\u00a0: Un");
  });

  it("opens a file that is dropped on it", async () => {
    const bytes = [...(await readFile(example("export-2021.csv")))];
    await atelier.saved();
    await atelier.page.locator("#corps").evaluate((place, content) => {
      // biome-ignore lint/suspicious/noExplicitAny: tests have no types for a browser's globals.
      const { DataTransfer, DragEvent, File } = globalThis as any;
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], "export-2021.csv"));
      for (const type of ["dragover", "drop"]) {
        place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, bytes);
    await atelier.page.locator("#nom", { hasText: "export-2021.csv" }).waitFor();
    await atelier.ready();
    expect(await atelier.shown("A2")).toBe("4210233");
    expect(atelier.errors).toEqual([]);
  });
});
