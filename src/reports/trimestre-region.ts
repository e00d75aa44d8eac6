import { nomDepartement } from "../dossiers/departements.js";
import { NOM_CONSOLIDE } from "../dossiers/onglets-demande.js";
import { compter, quoted } from "../dossiers/text.js";
import { type Cents, eurosOf, formatEuros } from "../rules/cents.js";
import { type Day, formatDay } from "../rules/day.js";
import type { Guichet, GuichetId } from "../rules/guichet.js";
import { type Abandon, sommeAbandons } from "./abandons.js";
import { type PlacesListe, sourceEnveloppe, totalEnveloppe } from "./ditp-enveloppes.js";
import { isVide } from "./parties.js";
import { type Cellule, cellule } from "./plan.js";
import type { Manque } from "./suivi.js";
import {
  type DossierConsolide,
  GUICHET_INCONNU,
  isLaureatConsolide,
  type LigneTrimestre,
} from "./trimestre-lignes.js";

/** A département that a region follows. */
export interface DepartementSuivi {
  readonly code: string;
  readonly nom: string;
  /** Drawing right, before movements and after. */
  readonly initial?: Cents;
  readonly droit?: Cents;
  /** The day its workbook was taken in; nothing where it never was. */
  readonly consolideLe?: Day;
}

/** What a region's workbook holds of its départements. */
export interface SuiviConsolide {
  /** The guichet that drawing rights are for. */
  readonly guichet: GuichetId;
  readonly departements: readonly DepartementSuivi[];
  readonly dossiers: readonly DossierConsolide[];
}

/** What a dossier of the region itself shows in place of a département. */
const REGION = "région";

/** What the column of départements says of a line. */
export const origineDe = ({ origine }: { readonly origine: string }): string =>
  origine === "" ? REGION : origine;

/** Columns of the consolidated credits: amounts stand above the list's own. */
export const TITRES_CREDITS = [
  "Guichet",
  "Département",
  "Nom",
  "Source du droit de tirage",
  "Accordé",
  "Droit de tirage",
  "Engagé",
  "Payé",
  "dont dossiers abandonnés",
  "Reste",
  "Consommation",
] as const;

/** An envelope of a département, or of the region itself. */
export interface Credits {
  readonly guichet: string;
  readonly origine: string;
  readonly nom: string;
  readonly source: string;
  readonly droit: Cents | undefined;
}

const cleDe = (guichet: string, origine: string): string => `${guichet} ${origine}`;

/**
 * The envelopes a regional report adds up: each followed département's under the region's guichet, whatever
 * else its dossiers draw on, then the region's own.
 *
 * @param own guichets of the region's own dossiers
 */
export function creditsRegionaux(
  { guichet, departements }: SuiviConsolide,
  lignes: readonly LigneTrimestre[],
  abandons: readonly Abandon[],
  own: readonly Guichet[],
): readonly Credits[] {
  const found = new Map<string, Credits>();
  const add = (credits: Credits) => {
    const cle = cleDe(credits.guichet, credits.origine);
    if (!found.has(cle)) found.set(cle, credits);
  };
  for (const { code, nom, initial, droit } of departements) {
    add({ guichet, origine: code, nom, droit, source: sourceDroit(code, initial, droit) });
  }
  const drawn = [
    ...lignes.map(
      ({ guichet: known, origine }) => [known?.id ?? GUICHET_INCONNU, origine] as const,
    ),
    ...abandons.map((abandon) => [abandon.guichet, abandon.origine] as const),
  ];
  for (const [id, origine] of drawn.filter(([, from]) => from !== "")) {
    const nom = nomDepartement(origine) ?? "";
    add({ guichet: id, origine, nom, droit: undefined, source: "non prévu par les documents" });
  }
  for (const known of own) {
    add({
      guichet: known.id,
      origine: REGION,
      nom: "Dossiers de la région",
      droit: totalEnveloppe(known),
      source: sourceEnveloppe(known),
    });
  }
  return [...found.values()];
}

function sourceDroit(code: string, initial: Cents | undefined, droit: Cents | undefined): string {
  if (initial === undefined || droit === undefined) return `non prévu\u00a0: clé droit.${code}`;
  const moved = droit - initial;
  if (moved === 0) return `droit initial ${formatEuros(initial)}, sans mouvement`;
  return `droit initial ${formatEuros(initial)}, mouvements ${moved > 0 ? "+" : "−"}${formatEuros(Math.abs(moved))}`;
}

/**
 * A line of the consolidated credits, over a list that names the guichet in B and the département in K.
 *
 * @param row one-based row of this line
 */
export function ligneCredits(credits: Credits, places: PlacesListe, row: number): Cellule[] {
  const { list, abandons } = places;
  const given = `I${row}`;
  const sum = (column: string) =>
    cellule(
      {
        formule: isVide(list)
          ? `=${given}`
          : `=ROUND(SUMIFS(${column}${list.first}:${column}${list.last};B${list.first}:B${list.last};A${row};K${list.first}:K${list.last};B${row})+${given};2)`,
      },
      "euro",
    );
  const known = credits.droit !== undefined && credits.droit > 0;
  return [
    cellule(credits.guichet),
    cellule(credits.origine),
    cellule(credits.nom),
    cellule(credits.source, "long"),
    sum("E"),
    cellule(credits.droit === undefined ? "non prévu" : eurosOf(credits.droit), "euro"),
    sum("G"),
    sum("H"),
    cellule(
      isVide(abandons)
        ? 0
        : { formule: `=${sommeAbandons(abandons, { B: `A${row}`, K: `B${row}` })}` },
      "euro",
    ),
    cellule(known ? { formule: `=F${row}-E${row}` } : "", "euro"),
    cellule(known ? { formule: `=E${row}/F${row}` } : "", "taux"),
  ];
}

/** The sum of the lines of credits, from a row to another. */
export function totalCredits(first: number, last: number): Cellule[] {
  const columns = ["E", "F", "G", "H", "I", "J"];
  return [
    cellule("Total", "total"),
    ...["", "", ""].map((text) => cellule(text, "total")),
    ...columns.map((column) =>
      cellule({ formule: `=ROUND(SUM(${column}${first}:${column}${last});2)` }, "total_euro"),
    ),
    cellule("", "total"),
  ];
}

/** Which dossiers a regional report was made from. */
export function lectureRegionale({ dossiers, departements }: SuiviConsolide): string {
  const taken = departements.filter(({ consolideLe }) => consolideLe !== undefined);
  const days = taken.flatMap(({ consolideLe }) => consolideLe ?? []).sort();
  const [first, last] = [days[0], days[days.length - 1]];
  const when =
    first === undefined || last === undefined
      ? ""
      : first === last
        ? `, consolidés le ${formatDay(first)}`
        : `, consolidés du ${formatDay(first)} au ${formatDay(last)}`;
  const named = taken.map(({ code }) => code).join(", ");
  return `onglet ${quoted(NOM_CONSOLIDE)}\u00a0: ${compter(dossiers.length, "dossier", "dossiers")} de ${compter(taken.length, "département", "départements")} (${named})${when}`;
}

const ATTENDUS = [
  ["porteur", "collectivité porteuse absente"],
  ["intitule", "intitulé du projet absent"],
  ["accorde", "montant accordé absent"],
  ["fin", "date de fin du projet absente"],
  ["date_decision", "date de décision absente\u00a0: compté faute de date"],
  ["guichet", "guichet absent ou non reconnu\u00a0: hors de tout droit de tirage"],
] as const;

/** What a regional report lacks: départements not taken in, or too early, then their lauréats' gaps. */
export function manquesRegionaux(
  { departements, dossiers }: SuiviConsolide,
  day: Day,
): readonly Manque[] {
  return [
    ...departements.flatMap((departement) => manqueDuDepartement(departement, day)),
    ...dossiers.filter((dossier) => isLaureatConsolide(dossier, day)).flatMap(manquesDuDossier),
  ];
}

function manqueDuDepartement(
  { code, nom, consolideLe }: DepartementSuivi,
  day: Day,
): readonly Manque[] {
  const gap = (quoi: string): Manque => ({
    numero: "",
    porteur: `${code} ${nom}`,
    quoi,
    ou: "FITN7 ▸ Région ▸ Consolider et redéployer",
  });
  if (consolideLe === undefined) return [gap("classeur du département pas encore consolidé")];
  return consolideLe < day
    ? [gap(`consolidé le ${formatDay(consolideLe)}, avant le ${formatDay(day)}\u00a0: à reprendre`)]
    : [];
}

function manquesDuDossier({ valeurs, ligne }: DossierConsolide): readonly Manque[] {
  const { numero = "", porteur = "", departement = "" } = valeurs;
  return ATTENDUS.filter(([champ]) => valeurs[champ] === undefined).map(([, quoi]) => ({
    numero,
    porteur,
    quoi,
    ou: `classeur du département ${departement}, puis Consolider (onglet ${quoted(NOM_CONSOLIDE)}, ligne ${ligne})`,
  }));
}
