import type { Locator, Page } from "playwright-core";
import type { Value } from "../../local/engine/types.js";
import { type Atelier, installe, plain } from "../app/aides/atelier.js";
import { poser } from "../app/aides/poser.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

export const COMITE = "Comité de juillet";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The référent's own tab in the example of the Marne. */
const ONGLET = "Dossiers 2021";

/** The dossiers of the example that wait for a decision, with what they ask for in all: 74 200 €. */
const EN_ATTENTE = [
  "4306077",
  "4307036",
  "4307173",
  "4307721",
  "4308406",
  "4308543",
  "4309091",
  "4309228",
  "4309639",
];

/** The committee's page in a browser with the built script behind it, on the example of the Marne. */
export class Seance {
  /** What the next calls of these entries fail with, instead of reaching the script. */
  readonly failures = new Map<string, string>();
  /** Changes what an entry answers before the page gets it. */
  readonly changed = new Map<string, (answer: unknown) => unknown>();
  /** Entries called so far, with what they were asked. */
  readonly calls: { readonly entree: string; readonly demande: unknown }[] = [];
  private held: Promise<void> = Promise.resolve();
  private alone!: PageSeule;

  private constructor(readonly atelier: Atelier) {}

  /** Opens the page on the workbook as it is once the add-in is installed. */
  static start(size?: Size): Promise<Seance> {
    return Seance.show(installe("suivi-marne.xlsx"), size);
  }

  /**
   * Opens the page on the agenda of a committee with every dossier that waits.
   *
   * @param adresse where the page stands; without one the browser keeps nothing for it
   */
  static async prepared(size?: Size, adresse?: string): Promise<Seance> {
    const atelier = installe("suivi-marne.xlsx");
    atelier.api("apiComiteColonnes", {});
    atelier.api("apiComiteCreer", { nom: COMITE, date: "2021-07-15", presents: "" });
    atelier.api("apiComiteProposer", { numeros: EN_ATTENTE, comite: COMITE });
    const seance = await Seance.show(atelier, size, adresse);
    await seance.button("Ouvrir l’ordre du jour").click();
    await seance.heading("Ordre du jour").waitFor();
    return seance;
  }

  private static async show(atelier: Atelier, size?: Size, adresse?: string): Promise<Seance> {
    const seance = new Seance(atelier);
    const answer = (entree: string, demande: unknown) => seance.answer(entree, demande);
    seance.alone = await openPage("Comite.html", answer, size, adresse);
    seance.page.setDefaultTimeout(10_000);
    return seance;
  }

  /** Closes the page as it is and opens it again. */
  async reopen(): Promise<void> {
    await this.page.reload();
    await this.heading("Séance").waitFor();
  }

  private async answer(entree: string, demande: unknown): Promise<unknown> {
    this.calls.push({ entree, demande });
    await this.held;
    const failure = this.failures.get(entree);
    if (failure !== undefined) throw new Error(failure);
    const answer = this.atelier.api(entree, demande);
    return this.changed.get(entree)?.(answer) ?? answer;
  }

  get page(): Page {
    return this.alone.page;
  }

  get errors(): readonly string[] {
    return this.alone.errors;
  }

  /** Holds the script's answers back; gives what lets them go. */
  hold(): () => void {
    let release = () => {};
    this.held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** How often an entry was called. */
  count(entree: string): number {
    return this.calls.filter((call) => call.entree === entree).length;
  }

  stop(): Promise<void> {
    return this.alone.stop();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { name, level: 2 });
  }

  /** What the message above the screen says. */
  async said(): Promise<string> {
    const place = this.page.locator("#message p");
    await place.waitFor();
    return plain(await place.textContent());
  }

  /** What the person's own tab holds for a dossier under a header. */
  cell(numero: string, header: string): Value {
    const { row, column } = this.place(numero, header);
    return this.atelier.host.calculator.value(ONGLET, row, column);
  }

  /** Somebody else writes into the person's own tab. */
  change(numero: string, header: string, value: string | number): void {
    const { row, column } = this.place(numero, header);
    poser(this.atelier.host, ONGLET, row, column, value);
  }

  /** The référent gives a column another title. */
  retitle(header: string, title: string): void {
    const rows = this.atelier.host.values(ONGLET);
    const row = rows.findIndex((cells) => cells.includes(header)) + 1;
    poser(this.atelier.host, ONGLET, row, (rows[row - 1] ?? []).indexOf(header) + 1, title);
  }

  /** Goes to the row of a dossier in the sheet. */
  select(numero: string): void {
    this.atelier.host.select(ONGLET, `B${this.place(numero, "Porteur").row}`);
  }

  /** How far the page is wider than its window. */
  overflow(): Promise<number> {
    return this.page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
  }

  private place(numero: string, header: string): { row: number; column: number } {
    const rows = this.atelier.host.values(ONGLET);
    const titles = rows.find((cells) => cells.includes("Numéro DS")) ?? [];
    const row = rows.findIndex((cells) => cells[0] === numero) + 1;
    const column = titles.indexOf(header) + 1;
    if (row === 0 || column === 0) throw new Error(`${numero}, ${header}`);
    return { row, column };
  }

  /** Goes to a dossier of the agenda. */
  async goTo(numero: string): Promise<void> {
    await this.button("Ordre du jour").first().click();
    await this.button(new RegExp(numero)).click();
    await this.page.getByRole("group", { name: "Avis du comité" }).waitFor();
  }

  async choose(avis: "Favorable" | "Défavorable" | "Ajourné"): Promise<void> {
    await this.page.getByRole("radio", { name: avis, exact: true }).check();
  }

  /** What stands in the way of the decision, or is good to know, as listed under the form. */
  async findings(): Promise<string> {
    return plain(await this.page.locator("#controles").textContent());
  }

  /** Faults that axe finds on the screen. */
  faults(): Promise<readonly string[]> {
    return faultsOf(this.page);
  }

  /** Text of what has the focus. */
  focused(): Promise<string> {
    return this.page.evaluate("document.activeElement.textContent");
  }

  focusedId(): Promise<string> {
    return this.page.evaluate("document.activeElement.id");
  }
}
