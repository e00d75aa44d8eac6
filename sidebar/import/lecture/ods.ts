import type { Cell } from "../../../src/dossiers/cell.js";
import type { Tables } from "../../../src/imports/tables.js";
import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";
import { parcourirXml } from "./xml.js";

type Attribut = (nom: string) => string | undefined;

/** What stands in a table without being of its cells: notes, drawings, changes that were recorded. */
const ASIDE = new Set([
  "annotation",
  "shapes",
  "frame",
  "custom-shape",
  "tracked-changes",
  "dde-links",
]);

const DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d))?/;
const DURATION = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+))?/;

function dayText(value: string): string {
  const [, day = value, time] = DATE.exec(value) ?? [];
  return time === undefined || time === "00:00:00" ? day : `${day} ${time}`;
}

function timeText(value: string): string {
  const [, ...parts] = DURATION.exec(value) ?? [];
  return [0, 1, 2].map((index) => (parts[index] ?? "0").padStart(2, "0")).join(":");
}

/** The plain value of a cell, from its typed attribute where it has one; a formula is not looked at. */
function valeurDe(attribut: Attribut, text: string): Cell {
  const number = attribut("value");
  switch (attribut("value-type")) {
    case "float":
    case "percentage":
    case "currency":
      return number === undefined ? text : Number(number);
    case "boolean":
      return attribut("boolean-value") === "true";
    case "date":
      return dayText(attribut("date-value") ?? text);
    case "time":
      return timeText(attribut("time-value") ?? "");
    default:
      return attribut("string-value") ?? text;
  }
}

/** Collects the rows of each table; empty cells and rows count once something follows them. */
class Tableaux {
  readonly onglets: { readonly nom: string; readonly lignes: Cell[][] }[] = [];
  private cellules = 0;
  private caracteres = 0;
  private aside = 0;
  private nom = "";
  private lignes: Cell[][] = [];
  private vides = 0;
  private ligne: Cell[] = [];
  private foisLigne = 1;
  private blancs = 0;
  private cellule: Attribut | undefined;
  private paragraphe = false;
  private texteLu = "";
  private paragraphes = 0;

  ouvrir(name: string, attribut: Attribut): void {
    if (ASIDE.has(name)) this.aside += 1;
    if (this.aside > 0) return;
    if (name === "table") {
      this.nom = attribut("name") ?? "";
      this.lignes = [];
      this.vides = 0;
    } else if (name === "table-row") {
      this.ligne = [];
      this.blancs = 0;
      this.foisLigne = Number(attribut("number-rows-repeated") ?? 1);
    } else if (name === "table-cell" || name === "covered-table-cell") {
      this.cellule = attribut;
      this.texteLu = "";
      this.paragraphes = 0;
    } else if (name === "p") {
      if (this.paragraphes > 0) this.texteLu += "\n";
      this.paragraphes += 1;
      this.paragraphe = true;
    } else if (name === "s")
      this.texteLu += " ".repeat(Math.min(1_000, Number(attribut("c") ?? 1)));
    else if (name === "tab") this.texteLu += "\t";
    else if (name === "line-break") this.texteLu += "\n";
  }

  texte(text: string): void {
    if (this.paragraphe && this.aside === 0) this.texteLu += text.replace(/[ \t\n]+/g, " ");
  }

  fermer(name: string): void {
    if (ASIDE.has(name)) this.aside -= 1;
    if (this.aside > 0) return;
    if (name === "p") this.paragraphe = false;
    else if (name === "table-cell" || name === "covered-table-cell") this.fermerCellule();
    else if (name === "table-row") this.fermerLigne();
    else if (name === "table") this.fermerTable();
  }

  private fermerCellule(): void {
    const attribut = this.cellule ?? (() => undefined);
    const times = Number(attribut("number-columns-repeated") ?? 1);
    const value = valeurDe(attribut, this.texteLu);
    if (value === "") {
      this.blancs += times;
      return;
    }
    const width = this.ligne.length + this.blancs + times;
    if (width > LIMITES.colonnes) throw new FichierRefuse(RAISONS.tropDeColonnes(this.nom, width));
    for (; this.blancs > 0; this.blancs -= 1) this.ligne.push("");
    for (let left = times; left > 0; left -= 1) this.ligne.push(value);
    this.caracteres += typeof value === "string" ? value.length * times : 0;
  }

  private fermerLigne(): void {
    const { ligne, foisLigne } = this;
    if (ligne.length === 0) {
      this.vides += foisLigne;
      return;
    }
    const height = this.lignes.length + this.vides + foisLigne;
    if (height > LIMITES.lignes) throw new FichierRefuse(RAISONS.tropDeLignes(this.nom, height));
    this.cellules += ligne.length * foisLigne;
    if (this.cellules > LIMITES.cellules || this.caracteres > LIMITES.caracteres)
      throw new FichierRefuse(RAISONS.tropDeCellules);
    for (; this.vides > 0; this.vides -= 1) this.lignes.push([]);
    for (let left = foisLigne; left > 0; left -= 1) this.lignes.push([...ligne]);
  }

  private fermerTable(): void {
    const width = this.lignes.reduce((most, row) => Math.max(most, row.length), 0);
    for (const row of this.lignes) while (row.length < width) row.push("");
    this.onglets.push({ nom: this.nom, lignes: this.lignes });
  }
}

/**
 * The tables of an OpenDocument spreadsheet: values alone, each as it stands. It is read here in one
 * pass: @e965/xlsx takes more than 1,5 Go of memory for 5 000 dossiers of 120 columns, and lets a few
 * bytes repeat a filled cell a billion times.
 *
 * @param contenu text of the part `content.xml`
 * @throws FichierRefuse where it is too large
 */
export function lireOds(contenu: string): Tables {
  const tables = new Tableaux();
  parcourirXml(contenu, {
    ouvrir: (name, attribut) => tables.ouvrir(name, attribut),
    fermer: (name) => tables.fermer(name),
    texte: (text) => tables.texte(text),
  });
  return { onglets: tables.onglets };
}
