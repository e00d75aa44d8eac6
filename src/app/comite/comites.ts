import { NOM_COMITES } from "../../dossiers/onglets.js";
import { readDay } from "../../dossiers/readers.js";
import { normalise, quoted, written } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";
import { type Day, formatDay } from "../../rules/day.js";
import { ecrireOutils } from "../ecrire-lot.js";
import type { Changement } from "../journal.js";
import type { Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { changerComite } from "./changer-comite.js";
import { lireComites } from "./lire-seance.js";
import type { DemandeComite, ModificationComite, ResultatComites } from "./protocole.js";
import { ecrireLignes, lireTableOutil, type TableOutil } from "./table-outil.js";

/** How the Journal names what is done to a committee itself. */
export const SOURCE_COMITE = "Comité";

/** Fields that are written here, as the Journal calls them. */
const TITRES = { comite: "Nom", date: "Date", presents: "Présents", statut: "Statut" };
const ECRITS = Object.keys(TITRES);

/** The field that a line of the Journal says was changed. @example champDuComite("Comité « Juin », Nom") // "comite" */
export function champDuComite(champ: string): string | undefined {
  return ECRITS.find((name) => champ.endsWith(`, ${TITRES[name as keyof typeof TITRES]}`));
}

const SANS_NOM = "Donnez un nom au comité, par exemple «\u00a0Comité du 06/07/2021\u00a0».";

/** Adds a committee to the tab `Comités`: a name nobody else has, and the day that will date its decisions. */
export function creerComite(ports: Ports, demande: DemandeComite): ResultatComites {
  const nom = demande.nom.trim();
  if (nom === "") return refus(SANS_NOM);
  return ports.sousVerrou(() => {
    const table = lireTableOutil(ports.classeur, NOM_COMITES, ECRITS);
    if ("kind" in table) return table;
    if (rowOf(table, nom) !== undefined) {
      return refus(
        `Le comité ${quoted(nom)} existe déjà\u00a0: choisissez-le, ou donnez un autre nom.`,
      );
    }
    const contenus = {
      comite: nom,
      date: { jour: demande.date },
      presents: demande.presents.trim(),
      statut: "préparé",
    };
    const apres = `créé pour le ${formatDay(demande.date)}`;
    ecrire(ports, table, table.lignes.length + 1, contenus, [
      { champ: `Comité ${quoted(nom)}`, avant: "", apres },
    ]);
    return fait(ports, `Comité ${quoted(nom)} ${apres}.`);
  });
}

/**
 * Changes a committee: who was present and where it stands, its name and its day. These two carry its
 * agenda and its decisions with them.
 */
export function modifierComite(ports: Ports, demande: ModificationComite): ResultatComites {
  return ports.sousVerrou(() => {
    const table = lireTableOutil(ports.classeur, NOM_COMITES, ECRITS);
    if ("kind" in table) return table;
    const ligne = rowOf(table, demande.nom);
    if (ligne === undefined) {
      return refus(
        `Le comité ${quoted(demande.nom)} n’est plus dans l’onglet «\u00a0Comités\u00a0».`,
      );
    }
    const avant = identite(table, ligne);
    const apres = {
      nom: demande.nouveauNom?.trim() ?? avant.nom,
      ...((demande.date ?? avant.date) && { date: demande.date ?? avant.date }),
    };
    const obstacle = nomRefuse(table, ligne, apres.nom);
    if (obstacle) return obstacle;
    const changes = changementsDe(table, ligne, demande, { avant, apres });
    if (changes.length === 0) return fait(ports, "Rien n’a changé.");
    const contenus = Object.fromEntries(changes.map(({ champ, contenu }) => [champ, contenu]));
    const journal = changes.map(({ trace }) => trace);
    if (!("comite" in contenus) && !("date" in contenus)) {
      const lot = ecrire(ports, table, ligne, contenus, journal);
      return fait(ports, "Comité mis à jour.", lot);
    }
    const done = changerComite(ports, {
      avant,
      apres,
      confirme: demande.confirme === true,
      table,
      ligne,
      contenus,
      journal,
      source: SOURCE_COMITE,
    });
    return done.kind === "fait" ? fait(ports, done.message, done.lot) : done;
  });
}

/** A committee's name and day. */
interface Identite {
  readonly nom: string;
  readonly date?: Day;
}

function identite(table: TableOutil, ligne: number): Identite {
  const date = readDay(cellule(table, ligne, "date"));
  return {
    nom: String(cellule(table, ligne, "comite")).trim(),
    ...(date.ok && date.value !== undefined && { date: date.value }),
  };
}

/** A name must be there, and be nobody else's. */
function nomRefuse(table: TableOutil, ligne: number, nom: string): Refus | undefined {
  if (nom === "") return refus(SANS_NOM);
  const taken = rowOf(table, nom);
  return taken === undefined || taken === ligne
    ? undefined
    : refus(`Le comité ${quoted(nom)} existe déjà\u00a0: donnez un autre nom.`);
}

/** What changes in the row of a committee: the cell, and its line of the Journal. */
interface ChangementCellule {
  readonly champ: string;
  readonly contenu: Contenu;
  readonly trace: Changement;
}

function changementsDe(
  table: TableOutil,
  ligne: number,
  { presents, statut }: ModificationComite,
  { avant, apres }: { readonly avant: Identite; readonly apres: Identite },
): readonly ChangementCellule[] {
  const { date } = apres;
  const cell = (champ: string) => String(cellule(table, ligne, champ));
  const former =
    avant.date === undefined ? written(cellule(table, ligne, "date")) : formatDay(avant.date);
  const now = {
    comite: [avant.nom, apres.nom, apres.nom],
    date: date === undefined ? [former, former, ""] : [former, formatDay(date), { jour: date }],
    presents: [cell("presents"), presents?.trim(), presents?.trim() ?? ""],
    statut: [cell("statut"), statut, statut ?? ""],
  } satisfies Record<string, readonly [string, string | undefined, Contenu]>;
  return Object.entries(now).flatMap(([champ, [before, after, contenu]]) =>
    after === undefined || after === before
      ? []
      : [
          {
            champ,
            contenu,
            trace: {
              champ: `Comité ${quoted(avant.nom)}, ${TITRES[champ as keyof typeof now]}`,
              avant: before,
              apres: after,
            },
          },
        ],
  );
}

function cellule({ lignes, colonnes }: TableOutil, ligne: number, champ: string) {
  return lignes[ligne - 1]?.[(colonnes.get(champ) ?? 0) - 1] ?? "";
}

/** One-based row of a committee. */
function rowOf(table: TableOutil, nom: string): number | undefined {
  const at = table.lignes.findIndex(
    (_, index) =>
      index > 0 && normalise(String(cellule(table, index + 1, "comite"))) === normalise(nom),
  );
  return at < 0 ? undefined : at + 1;
}

function ecrire(
  ports: Ports,
  table: TableOutil,
  ligne: number,
  contenus: Readonly<Record<string, Contenu>>,
  changes: readonly Changement[],
): string {
  return ecrireOutils(ports, ecrireLignes(table, [{ ligne, contenus }]), changes, SOURCE_COMITE);
}

function fait({ classeur }: Ports, message: string, lot?: string): ResultatComites {
  return { kind: "fait", comites: lireComites(classeur), message, ...(lot && { lot }) };
}
