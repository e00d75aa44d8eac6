import { columnLetters } from "../dossiers/column-letters.js";
import { NOM_ENVOIS, onglet } from "../dossiers/onglets.js";
import { readTable } from "../dossiers/table.js";
import { compter, normalise, quoted } from "../dossiers/text.js";
import {
  cellulesEnErreur,
  type Envoi,
  envoiDe,
  envoiDeLOnglet,
  nomLibreParmi,
  texteEmpreinte,
  totauxAffiches,
} from "../reports/envoi.js";
import type { Contenu } from "../reports/plan.js";
import { lireNomRapport, type NomRapport } from "../reports/rapports.js";
import { type Cents, eurosOf } from "../rules/cents.js";
import { formatDay } from "../rules/day.js";
import { ecrireOutils } from "./ecrire-lot.js";
import { creerOnglet } from "./nouvel-onglet.js";
import { lireParametres } from "./parametres.js";
import type { Classeur, Contexte, OngletLu, Operation, Ports, Refus } from "./ports.js";
import { refus } from "./ports.js";
import { reprendreTextes } from "./rapport-textes.js";

/** Every report that was sent, in the order of the tab `Envois`. One service call. */
export function lireEnvois(classeur: Classeur): readonly Envoi[] {
  return readTable(NOM_ENVOIS, classeur.lire(NOM_ENVOIS).lignes).flatMap(
    ({ valeurs }) => envoiDe(valeurs) ?? [],
  );
}

/**
 * The tab that a report writes: a tab once sent is never replaced, its next version is made beside it.
 *
 * @param base name without a version, `DITP 2021-06`
 * @returns `DITP 2021-06`, or `DITP 2021-06 (2)` where that one was sent
 */
export function nomLibre(classeur: Classeur, base: string): string {
  return nomLibreParmi(lireEnvois(classeur), base);
}

/** What became of a tab since it was sent. */
export type EtatEnvoi = "conforme" | "modifié" | "absent";

/** Compares a tab with the checksum kept when it was sent. */
export function etatEnvoi({ empreinte }: Envoi, lu: OngletLu, contexte: Contexte): EtatEnvoi {
  if (lu.lignes.length === 0) return "absent";
  return contexte.empreinte(texteEmpreinte(lu.lignes)) === empreinte ? "conforme" : "modifié";
}

export type ResultatEnvoi =
  | {
      readonly kind: "fait";
      readonly onglet: string;
      readonly nombre: number | undefined;
      readonly total: Cents | undefined;
      readonly empreinte: string;
    }
  | Refus;

/** How many cells in error a refusal names. */
const NAMED = 5;

const SOURCE = "Marquer comme transmis";

/**
 * Marks a report as sent: its formulas become values, the tab warns whoever edits it, and `Envois`
 * keeps the day, the person, the figures and the checksum of what was sent.
 *
 * @param nom the report's tab
 */
export function marquerTransmis(ports: Ports, nom: string): ResultatEnvoi {
  return ports.sousVerrou(() => {
    const { classeur, contexte } = ports;
    const rapport = lireNomRapport(nom);
    const refused = raisonDeRefus(classeur, nom, rapport);
    if (refused !== undefined || !rapport) return refus(refused ?? "");
    const day = contexte.maintenant().slice(0, 10);
    const qui = contexte.qui();
    const reprise = reprendreTextes(classeur, nom, lireParametres(classeur));
    if (reprise.changements.length > 0) {
      ecrireOutils(ports, reprise.operations, reprise.changements, SOURCE);
    }
    classeur.appliquer([
      { op: "geler", onglet: nom },
      { op: "proteger", onglet: nom, description: descriptionEnvoi(day, qui) },
    ]);
    const { lignes } = classeur.lire(nom);
    const { nombre, total } = totauxAffiches(lignes);
    const empreinte = contexte.empreinte(texteEmpreinte(lignes));
    ecrireOutils(
      ports,
      inscrire(classeur, {
        rapport: rapport.rapport,
        mois: rapport.periode,
        version: rapport.version,
        date: { jour: day },
        qui,
        laureats: nombre ?? "",
        total: total === undefined ? "" : eurosOf(total),
        empreinte,
      }),
      [{ champ: "Rapport", avant: "", apres: `${nom} transmis` }],
      SOURCE,
    );
    return { kind: "fait", onglet: nom, nombre, total, empreinte };
  });
}

function descriptionEnvoi(day: string, qui: string): string {
  const by = qui === "" ? "" : ` par ${qui}`;
  return `Transmis le ${formatDay(day)}${by}\u00a0: cet onglet est la trace de l’envoi. Pour corriger, relancez le rapport\u00a0: il fera un nouvel onglet.`;
}

/** Why a tab can't be marked; nothing where it can. */
function raisonDeRefus(
  classeur: Classeur,
  nom: string,
  rapport: NomRapport | undefined,
): string | undefined {
  if (!classeur.noms().includes(nom)) return `L’onglet ${quoted(nom)} n’existe pas.`;
  if (!rapport) {
    return `L’onglet ${quoted(nom)} n’est pas un rapport de FITN7. Rien n’a été modifié.`;
  }
  const sent = envoiDeLOnglet(lireEnvois(classeur), nom);
  if (sent) {
    const by = sent.qui === "" ? "" : ` par ${sent.qui}`;
    const on = sent.date === undefined ? "" : ` le ${formatDay(sent.date)}`;
    return `L’onglet ${quoted(nom)} est déjà marqué comme transmis${on}${by}. Pour envoyer une correction, relancez le rapport\u00a0: il fera un nouvel onglet.`;
  }
  const { lignes } = classeur.lire(nom);
  if (lignes.length === 0) return `L’onglet ${quoted(nom)} est vide. Rien n’a été modifié.`;
  const errors = cellulesEnErreur(lignes);
  if (errors.length === 0) return undefined;
  const places = errors
    .slice(0, NAMED)
    .map(({ ligne, colonne }) => `${columnLetters(colonne)}${ligne + 1}`);
  return `L’onglet ${quoted(nom)} n’est pas prêt\u00a0: ${compter(errors.length, "cellule", "cellules")} en erreur (${places.join(", ")}${errors.length > NAMED ? "…" : ""}). Relancez le rapport. Rien n’a été modifié.`;
}

/** The row that `Envois` gains, under the headers it has; the tab is made where it lacks. */
function inscrire(
  classeur: Classeur,
  valeurs: Readonly<Record<string, Contenu>>,
): readonly Operation[] {
  const contract = onglet(NOM_ENVOIS);
  const { lignes } = classeur.lire(NOM_ENVOIS);
  const made = classeur.noms().includes(NOM_ENVOIS) ? [] : creerOnglet(contract);
  const titres = lignes[0]?.map(String) ?? contract.colonnes.map(({ titre }) => titre);
  const contenus = titres.map((titre) => {
    const column = contract.colonnes.find((known) => normalise(known.titre) === normalise(titre));
    return (column && valeurs[column.nom]) ?? "";
  });
  return [
    ...made,
    {
      op: "ecrire",
      onglet: NOM_ENVOIS,
      ligne: Math.max(lignes.length, 1) + 1,
      colonne: 1,
      contenus: [contenus],
    },
  ];
}

/** Tabs of reports in the workbook, the latest period first, and the sending of those that were sent. */
export function rapportsPresents(
  classeur: Classeur,
): readonly { readonly nom: string; readonly rapport: NomRapport; readonly envoi?: Envoi }[] {
  const envois = lireEnvois(classeur);
  return classeur
    .noms()
    .flatMap((nom) => {
      const rapport = lireNomRapport(nom);
      const envoi = envoiDeLOnglet(envois, nom);
      return rapport ? [{ nom, rapport, ...(envoi && { envoi }) }] : [];
    })
    .sort((a, b) => comparePeriodes(b.rapport, a.rapport));
}

function comparePeriodes(a: NomRapport, b: NomRapport): number {
  if (a.periode !== b.periode) return a.periode < b.periode ? -1 : 1;
  return a.version - b.version;
}
