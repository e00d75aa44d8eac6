import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { createCalculator } from "../../local/engine/formula/index.js";
import { WorkbookModel } from "../../local/engine/model/index.js";
import { writeXlsx } from "../../local/files/index.js";
import { findChromium, startBrowser } from "../../test/page/chromium.js";
import { buildPage } from "../build-page.js";
import { median, msText, tableau, verdict } from "./tableau.js";

const SHEET = "Suivi";
const ROWS = 2_000;
const COLUMNS = 25;
const EDITS = 5;

/** 2 000 rows of 25 columns; the last column's rows all rest on its first cell. */
async function workbookFile(): Promise<Uint8Array> {
  const workbook = new WorkbookModel({});
  workbook.addSheet(SHEET);
  workbook.makeRoom(SHEET, ROWS + 1, COLUMNS);
  const area = { sheet: SHEET, row: 1, column: 1, rows: ROWS + 1, columns: COLUMNS };
  workbook.write(area, (row, column) => {
    if (column < COLUMNS - 6) return { kind: "value", value: row * COLUMNS + column };
    if (column < COLUMNS - 1) return { kind: "formula", text: `=A${row + 1}*${column}` };
    return row === 0
      ? { kind: "value", value: 1 }
      : { kind: "formula", text: `=$Y$1*1000+A${row + 1}` };
  });
  const calculator = createCalculator(workbook, {
    functions: new Map(),
    now: () => 0,
    timeZone: () => "Europe/Paris",
  });
  return writeXlsx(workbook.snapshot(), (sheet, row, column) =>
    calculator.value(sheet, row, column),
  );
}

/** Starts the page's server on a file and gives its address. */
async function startServer(folder: string, file: string) {
  const server = spawn(
    process.execPath,
    ["--import", "tsx", "local/serve.ts", file, "--donnees", join(folder, "donnees")],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (chunk) => {
      said += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve(found[0]);
    });
    server.once("exit", () => reject(new Error(`Le serveur n’a pas démarré : ${said}`)));
  });
  return { url, server };
}

/** Run in the page: milliseconds since navigation once the grid is no longer busy. */
const PAINTED = `(() => {
  const grid = document.querySelector("#grille");
  const ready = grid && !grid.hasAttribute("aria-busy") && grid.querySelector("canvas");
  return ready ? performance.now() : undefined;
})()`;

/** Run in the page: notes when Enter is pressed, and when a text stands in the cell line, two frames later. */
const watchFor = (wanted: string) => `(() => {
  const bench = { pressed: 0, shown: 0 };
  window.bench = bench;
  addEventListener("keydown", ({ key }) => {
    if (key === "Enter" && bench.pressed === 0) bench.pressed = performance.now();
  }, true);
  const look = () => {
    const text = document.querySelector("#cellule")?.textContent ?? "";
    const digits = text.slice(text.indexOf(":")).replace(/[^0-9]/g, "");
    if (bench.pressed === 0 || !text.startsWith("Y2") || digits !== ${JSON.stringify(wanted)}) {
      requestAnimationFrame(look);
    } else {
      requestAnimationFrame(() => requestAnimationFrame(() => { bench.shown = performance.now(); }));
    }
  };
  look();
})()`;

/** Run in the page: milliseconds from Enter to the new value on the screen. */
const ELAPSED = "window.bench.shown > 0 ? window.bench.shown - window.bench.pressed : undefined";

/** Milliseconds from navigation to the first cells on the screen. */
async function firstPaint(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: "commit" });
  const shown = await page.waitForFunction(PAINTED, undefined, { polling: "raf", timeout: 60_000 });
  return Number(await shown.jsonValue());
}

/** Milliseconds from Enter in the cell that all rest on to a dependent's new value on the screen. */
async function edit(page: Page, value: number): Promise<number> {
  const box = page.locator('#grille [data-u-comp="defined-name"] input');
  const onCell = page.locator("#cellule", { hasText: /^Y1\u00a0:/ });
  for (let turn = 0; turn < 20 && (await onCell.count()) === 0; turn += 1) {
    await box.fill("Y1");
    await box.press("Enter");
    await page.waitForTimeout(200);
  }
  await page.keyboard.type(String(value));
  await page.evaluate(watchFor(String(value * 1000 + COLUMNS)));
  await page.keyboard.press("Enter");
  const elapsed = await page.waitForFunction(ELAPSED, undefined, { polling: "raf" });
  return Number(await elapsed.jsonValue());
}

/** First paint and repaint of the local page on 2 000 rows of 25 columns, in headless Chromium. */
export async function benchPage(): Promise<string> {
  const chromium = await findChromium();
  if (!chromium) return "Page locale : aucun Chromium trouvé, mesure sautée.";
  await buildPage();
  const folder = await mkdtemp(join(tmpdir(), "fitn7-bench-"));
  const file = join(folder, "suivi.xlsx");
  await writeFile(file, await workbookFile());
  const { url, server } = await startServer(folder, file);
  const browser = await startBrowser(chromium);
  try {
    const page = await browser.context.newPage();
    const paint = await firstPaint(page, url);
    const edits: number[] = [];
    for (let turn = 1; turn <= EDITS; turn += 1) edits.push(await edit(page, turn + 1));
    const repaint = median(edits);
    return tableau([
      [`Page locale, ${ROWS} × ${COLUMNS}`, "temps", "attendu", ""],
      [
        "première image, depuis la navigation",
        msText(paint),
        "3 s au plus",
        verdict(paint <= 3_000),
      ],
      [
        `saisie dont ${ROWS} cellules dépendent`,
        msText(repaint),
        "200 ms au plus",
        verdict(repaint <= 200),
      ],
    ]);
  } finally {
    await browser.close();
    server.kill();
    await once(server, "exit");
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith("page.ts")) console.log(await benchPage());
