import { NOM_COMITES } from "../../dossiers/onglets.js";
import { normalise, quoted } from "../../dossiers/text.js";
import type { Contenu } from "../../reports/plan.js";
import { formatDay } from "../../rules/day.js";
import { ecrireOutils } from "../ecrire-lot.js";
import type { Changement } from "../journal.js";
import type { Ports } from "../ports.js";
import { refus } from "../ports.js";
import { lireComites } from "./lire-seance.js";
import type { DemandeComite, ModificationComite, ResultatComites } from "./protocole.js";
import { ecrireLignes, lireTableOutil, type TableOutil } from "./table-outil.js";

const SOURCE = "Comité";

/** Fields that are written here. */
const ECRITS = ["comite", "date", "presents", "statut"];

/** Adds a committee to the tab `Comités`: a name nobody else has, and the day that will date its decisions. */
export function creerComite(ports: Ports, demande: DemandeComite): ResultatComites {
  const nom = demande.nom.trim();
  if (nom === "")
    return refus("Donnez un nom au comité, par exemple «\u00a0Comité du 06/07/2021\u00a0».");
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

/** Changes who was present, or where a committee stands. */
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
    const { presents, statut } = demande;
    const wanted = {
      ...(presents !== undefined && { presents: presents.trim() }),
      ...(statut !== undefined && { statut }),
    };
    const changes = Object.entries(wanted).flatMap(([champ, apres]): readonly Changement[] => {
      const avant = String(cellule(table, ligne, champ));
      const titre = champ === "presents" ? "Présents" : "Statut";
      return avant === apres
        ? []
        : [{ champ: `Comité ${quoted(demande.nom)}, ${titre}`, avant, apres }];
    });
    if (changes.length > 0) ecrire(ports, table, ligne, wanted, changes);
    return fait(ports, changes.length > 0 ? "Comité mis à jour." : "Rien n’a changé.");
  });
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
): void {
  ecrireOutils(ports, ecrireLignes(table, [{ ligne, contenus }]), changes, SOURCE);
}

function fait({ classeur }: Ports, message: string): ResultatComites {
  return { kind: "fait", comites: lireComites(classeur), message };
}
