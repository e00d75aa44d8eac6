import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { buildPage } from "../../scripts/build-page.js";
import { findChromium, startBrowser } from "./chromium.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DIST = join(ROOT, "dist");

/** Path of a browser, or nothing: the tests that need one are then skipped, and say so. */
export const CHROMIUM = await findChromium();

if (!CHROMIUM) {
  console.warn("Aucun Chromium trouvé\u00a0: les tests de la page locale sont sautés.");
}

/** Where the example files are. */
export function example(name: string): string {
  return join(ROOT, "test/data", name);
}

export interface AtelierOptions {
  /** Folder of another built script than the add-in. */
  readonly dist?: string;
  readonly size?: { readonly width: number; readonly height: number };
}

interface Server {
  readonly url: string;
  readonly process: ChildProcess;
}

/** The page with its own server, browser and data folder. */
export class Atelier {
  readonly errors: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly browser: Awaited<ReturnType<typeof startBrowser>>,
    private readonly dist: string,
    private server: Server,
    readonly page: Page,
  ) {
    page.on("pageerror", ({ message }) => this.errors.push(message));
  }

  static async start(file?: string, { dist = DIST, size }: AtelierOptions = {}): Promise<Atelier> {
    const folder = await mkdtemp(join(tmpdir(), "fitn7-page-"));
    await buildPage(join(folder, "page"), dist);
    const server = await startServer(folder, dist, file);
    const browser = await startBrowser(CHROMIUM ?? "", size);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    const atelier = new Atelier(folder, browser, dist, server, page);
    await atelier.load();
    return atelier;
  }

  /** @param ready what there is to wait for: the workbook, unless a question comes first */
  async load(ready = () => this.ready()): Promise<void> {
    await this.page.goto(this.server.url);
    await ready();
  }

  /** Waits until the workbook is on the screen. */
  async ready(): Promise<void> {
    await this.page.getByRole("menuitem", { name: "FITN7" }).waitFor();
    await this.page.locator("#grille:not([aria-busy])").waitFor();
  }

  /** Kills the server without a warning, as a power cut would. */
  async kill(): Promise<void> {
    this.server.process.kill("SIGKILL");
    await once(this.server.process, "exit");
  }

  async restart(file?: string, ready?: () => Promise<void>): Promise<void> {
    this.server = await startServer(this.folder, this.dist, file);
    await this.load(ready);
  }

  /** Starts a killed server again at the same address, and leaves the page as it is. */
  async revive(file?: string): Promise<void> {
    const { port } = new URL(this.server.url);
    this.server = await startServer(this.folder, this.dist, file, port);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    if (this.server.process.exitCode === null) {
      this.server.process.kill();
      await once(this.server.process, "exit");
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Goes to a cell or a range by the name box, as a person does; the grid may still be busy with starting. */
  async goTo(cell: string): Promise<void> {
    const box = this.page.locator('#grille [data-u-comp="defined-name"] input');
    const [first] = cell.split(":");
    for (let attempt = 0; attempt < 40; attempt++) {
      await box.fill(cell);
      await box.press("Enter");
      const there = (await this.page.locator("#cellule").textContent()) ?? "";
      if (there.startsWith(`${first}\u00a0:`)) return;
      await this.page.waitForTimeout(200);
    }
    throw new Error(`The grid does not go to ${cell}.`);
  }

  /** Types into a cell and leaves it with Enter. */
  async type(cell: string, text: string): Promise<void> {
    await this.goTo(cell);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
  }

  /** What a cell shows. */
  async shown(cell: string): Promise<string> {
    await this.goTo(cell);
    const text = (await this.page.locator("#cellule").textContent()) ?? "";
    return text.slice(cell.length + 2).trim();
  }

  async showSheet(name: string): Promise<void> {
    await this.page.locator("#grille").getByText(name, { exact: true }).first().click();
  }

  /** Presses a line of a menu of the page. */
  async menu(menu: string, line: string | RegExp): Promise<void> {
    await this.page.getByRole("menuitem", { name: menu, exact: true }).click();
    const wanted = this.page.getByRole("menuitem", { name: line, exact: true });
    const folded = this.page.locator(".menu [aria-haspopup][aria-expanded=false]");
    while ((await wanted.count()) === 0) await folded.first().click();
    await wanted.click();
  }

  /** Answers the next dialog: what is typed, or the name of a button; returns what it said. */
  async answer({ text, button = "OK" }: { text?: string; button?: string } = {}): Promise<string> {
    const dialog = this.page.locator("dialog[open]");
    await dialog.waitFor();
    const said = (await dialog.locator(".texte").textContent()) ?? "";
    const id = await dialog.getAttribute("aria-labelledby");
    if (text !== undefined) await dialog.getByRole("textbox").fill(text);
    await dialog.getByRole("button", { name: button, exact: true }).click();
    await this.page.locator(`dialog[aria-labelledby="${id}"]`).waitFor({ state: "detached" });
    return said;
  }

  /** Waits until everything is saved. */
  async saved(): Promise<void> {
    await this.page.locator("#etat", { hasText: /^Enregistré à/ }).waitFor();
  }
}

async function startServer(
  folder: string,
  dist: string,
  file?: string,
  port = "0",
): Promise<Server> {
  const args = ["--import", "tsx", join(ROOT, "test/page/serveur.ts"), join(folder, "page"), dist];
  const options = [...(file ? [file] : []), "--donnees", join(folder, "donnees"), "--port", port];
  const child = spawn(process.execPath, [...args, ...options], { cwd: ROOT });
  let said = "";
  child.stderr.on("data", (data) => {
    said += data;
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data) => {
      said += data;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve(found[0]);
    });
    child.once("exit", () => reject(new Error(said)));
  });
  return { url, process: child };
}
