import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { buildPages } from "../../scripts/pages.js";
import type { Apercu, EtatImport } from "../../src/imports/protocole.js";
import { CHROMIUM } from "./atelier.js";
import { startBrowser } from "./chromium.js";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const ADDRESS = "http://import.test/";

export const OUVERT: Extract<EtatImport, { kind: "ouvert" }> = {
  kind: "ouvert",
  onglet: "Suivi",
  dossiers: 3,
  colonnes: [
    { champ: "numero", titre: "Numéro DS" },
    { champ: "porteur", titre: "Porteur" },
    { champ: "cout", titre: "Coût total" },
  ],
  memoires: [],
  territoires: { departements: [], collectivites: 0 },
  population: "municipale",
  departement: "59",
  enAttente: [],
  avertissements: [],
};

export const APERCU: Apercu = {
  kind: "apercu",
  lot: "",
  empreinte: "e1",
  onglet: "Suivi",
  fichier: "x.csv",
  nouveaux: [],
  changes: [],
  inchanges: 0,
  disparus: [],
  contradictions: [],
  aChoisir: [],
  entreprises: { nouvelles: 0, presentes: 0, ecarts: [] },
  refusees: [],
  sansColonne: [],
  avertissements: [],
};

/** What a script would answer to each entry, call after call; the last answer serves again. */
export type Reponses = Readonly<Record<string, readonly unknown[]>>;

/** An answer that is a failure of the call itself. */
export const panne = (message = "NetworkError") => ({ panne: message });

/** The import's page alone in a browser, with a script that answers what it is told to. */
export class DialogueImport {
  readonly errors: string[] = [];

  private constructor(
    private readonly browser: Awaited<ReturnType<typeof startBrowser>>,
    private readonly html: string,
    public page: Page,
  ) {}

  static async start(): Promise<DialogueImport> {
    const built = (await buildPages()).find(({ file }) => file === "Import.html");
    const browser = await startBrowser(CHROMIUM ?? "", { width: 820, height: 600 });
    const page = await browser.context.newPage();
    return new DialogueImport(browser, built?.html ?? "", page);
  }

  stop(): Promise<void> {
    return this.browser.close();
  }

  /**
   * Opens the page anew on a script with these answers.
   * @param avant runs in the browser before the page's own script
   */
  async ouvrir(reponses: Reponses = {}, avant = ""): Promise<void> {
    await this.page.close();
    this.page = await this.browser.context.newPage();
    this.page.on("pageerror", ({ message }) => this.errors.push(message));
    await this.page.route(ADDRESS, (route) =>
      route.fulfill({ contentType: "text/html; charset=utf-8", body: this.html }),
    );
    await this.page.addInitScript(avant);
    await this.page.addInitScript(fakeScript, { apiImportOuvrir: [OUVERT], ...reponses });
    await this.page.goto(ADDRESS);
    await this.page.getByRole("heading", { level: 2 }).waitFor();
  }

  /** What the page asked of an entry, in order. */
  appels(name: string): Promise<readonly unknown[]> {
    return this.page.evaluate(
      // biome-ignore lint/suspicious/noExplicitAny: tests have no types for a browser's globals.
      (wanted) => (globalThis as any).appelsDe(wanted),
      name,
    );
  }

  async choisir(name: string, octets: Uint8Array): Promise<void> {
    await this.page
      .locator("#fichier")
      .setInputFiles({ name, mimeType: "", buffer: Buffer.from(octets) });
  }

  titre(): Promise<string | null> {
    return this.page.getByRole("heading", { level: 2 }).textContent();
  }

  async attendreTitre(titre: RegExp): Promise<void> {
    await this.page.getByRole("heading", { level: 2, name: titre }).waitFor();
  }

  async presser(name: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name }).click();
  }

  /** What the message above the screen says. */
  async message(): Promise<string> {
    const place = this.page.locator("#message p").first();
    await place.waitFor();
    return (await place.textContent()) ?? "";
  }

  /** What axe finds on the whole page. */
  async fautes(): Promise<readonly string[]> {
    await this.page.evaluate(await readFile(AXE, "utf8"));
    return this.page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window.
      const { violations } = await (globalThis as any).axe.run((globalThis as any).document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
      });
      return violations.flatMap(
        // biome-ignore lint/suspicious/noExplicitAny: axe's results.
        ({ id, nodes }: any) => nodes.map((node: any) => `${id}: ${node.html}`),
      );
    });
  }
}

/** Runs in the browser: `google.script.run` with prepared answers; a call is noted as it was asked. */
function fakeScript(reponses: Reponses): void {
  // biome-ignore lint/suspicious/noExplicitAny: tests have no types for a browser's globals.
  const window = globalThis as any;
  if (typeof window.document === "undefined") return;
  window.appels = [];
  window.appelsDe = (wanted: string) =>
    // biome-ignore lint/suspicious/noExplicitAny: what the page sent.
    window.appels.filter(({ name }: any) => name === wanted).map(({ input }: any) => input);
  const counts: Record<string, number> = {};
  // biome-ignore lint/suspicious/noExplicitAny: handlers of any page.
  const runner = (handlers: any): object =>
    new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === "withSuccessHandler")
            return (success: unknown) => runner({ ...handlers, success });
          if (name === "withFailureHandler")
            return (failure: unknown) => runner({ ...handlers, failure });
          return (input: unknown) => {
            window.appels.push({ name, input: JSON.parse(JSON.stringify(input ?? null)) });
            const answers = reponses[name] ?? [];
            const at = counts[name] ?? 0;
            counts[name] = at + 1;
            // biome-ignore lint/suspicious/noExplicitAny: prepared answers.
            let answer: any = answers[Math.min(at, answers.length - 1)];
            // biome-ignore lint/suspicious/noExplicitAny: what the page sends.
            const sent = input as any;
            if (answer === undefined && name === "apiImportEtager") {
              const manque = sent.debut + sent.elements.length;
              answer = { kind: "etage", lot: sent.lot, recus: manque, manque, total: sent.total };
            }
            window.setTimeout(() => {
              if (answer?.panne) handlers.failure(new Error(answer.panne));
              else handlers.success(JSON.parse(JSON.stringify(answer)));
            }, 20);
          };
        },
      },
    );
  window.google = {
    script: { run: runner({}), host: { close: () => window.appels.push({ name: "close" }) } },
  };
}
