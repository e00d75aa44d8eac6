import type { Locator, Page } from "playwright-core";
import type { Apercu, EtatImport, ResultatEtager } from "../../src/imports/protocole.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { startBrowser } from "./chromium.js";
import { type Script, showPage } from "./page-seule.js";

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

/** What a chunk of the staging tab answers. */
export function etage(manque: number, total: number): ResultatEtager {
  return { kind: "etage", lot: "lot-00000001", recus: manque, manque, total };
}

/** An answer that is a failure of the call itself. */
export class Panne {
  constructor(readonly message = "NetworkError") {}
}

/** What a script answers to each entry, call after call; the last answer serves again. */
export type Reponses = Readonly<Record<string, readonly unknown[]>>;

interface Appel {
  readonly entree: string;
  readonly demande: unknown;
}

/** A script that answers what it is told to; it keeps every chunk where nothing is said of them. */
function preparee(reponses: Reponses): Script {
  const counts = new Map<string, number>();
  return (entree, demande) => {
    const at = counts.get(entree) ?? 0;
    counts.set(entree, at + 1);
    const answers = reponses[entree] ?? [];
    const answer = answers[Math.min(at, answers.length - 1)];
    if (answer instanceof Panne) throw new Error(answer.message);
    if (answer !== undefined || entree !== "apiImportEtager") return answer;
    const { debut, elements, total } = demande as {
      readonly debut: number;
      readonly elements: readonly unknown[];
      readonly total: number;
    };
    return etage(debut + elements.length, total);
  };
}

/** The import's page in a browser, by itself. */
export class DialogueImport {
  private appels: Appel[] = [];
  private readonly loads: (readonly string[])[] = [];

  private constructor(
    private readonly browser: Awaited<ReturnType<typeof startBrowser>>,
    public page: Page,
  ) {}

  static async start(): Promise<DialogueImport> {
    const browser = await startBrowser(CHROMIUM ?? "", { width: 820, height: 600 });
    return new DialogueImport(browser, await browser.context.newPage());
  }

  stop(): Promise<void> {
    return this.browser.close();
  }

  /** Opens the page anew on prepared answers. */
  ouvrir(reponses: Reponses = {}, avant = ""): Promise<void> {
    return this.ouvrirSur(preparee({ apiImportOuvrir: [OUVERT], ...reponses }), avant);
  }

  /**
   * Opens the page anew on a script.
   * @param avant runs in the browser before the page's own script
   */
  async ouvrirSur(script: Script, avant = ""): Promise<void> {
    await this.page.close();
    this.page = await this.browser.context.newPage();
    this.page.setDefaultTimeout(25_000);
    this.appels = [];
    if (avant !== "") await this.page.addInitScript(avant);
    await this.page.goto("about:blank");
    const { errors } = await showPage(this.page, "Import.html", (entree, demande) => {
      this.appels.push({ entree, demande });
      return script(entree, demande);
    });
    this.loads.push(errors);
    await this.page.getByRole("heading", { level: 2 }).waitFor();
  }

  /** Errors of the page's own code since the start. */
  get errors(): readonly string[] {
    return this.loads.flat();
  }

  /** What the page asked of an entry, in order. */
  demandes<D = unknown>(entree: string): readonly D[] {
    return this.appels.filter((call) => call.entree === entree).map(({ demande }) => demande as D);
  }

  /** Entries that were called, in order. */
  get entrees(): readonly string[] {
    return this.appels.map(({ entree }) => entree);
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

  bouton(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  onglet(name: string): Locator {
    return this.page.getByRole("tab", { name });
  }

  /** What the message above the screen says. */
  async message(): Promise<string> {
    const place = this.page.locator("#message p").first();
    await place.waitFor();
    return (await place.textContent()) ?? "";
  }

  /** What axe finds on the whole page. */
  fautes(): Promise<readonly string[]> {
    return faultsOf(this.page);
  }
}
