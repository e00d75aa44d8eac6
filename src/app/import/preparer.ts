import { compter, quoted } from "../../dossiers/text.js";
import { type Comparaison, comparer, type EtatClasseur } from "../../imports/comparer.js";
import { comparerEntreprises, type EntreprisesComparees } from "../../imports/entreprises.js";
import type { EntrepriseLue, LigneLue } from "../../imports/fichier.js";
import type { Choix } from "../../imports/protocole.js";
import { ambiguites, type OngletDossiers, ongletDesDossiers } from "../lire-suivi.js";
import { lireParametres, texteDe } from "../parametres.js";
import type { Classeur, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { isComplet, type Lot, lireLot } from "./attente.js";
import { type Derniers, lireDerniers } from "./derniers.js";
import { lireEntreprises, type OngletEntreprises } from "./entreprises.js";
import { lireEtat } from "./lire-etat.js";

/** All that an import compares with, read in one go. */
export interface Prepare {
  readonly onglet: OngletDossiers;
  readonly etat: EtatClasseur;
  readonly derniers: Derniers;
  readonly entreprises: OngletEntreprises;
  readonly avertissements: readonly string[];
  /** The workbook's département, empty where the settings name none. */
  readonly departement: string;
}

/** The référent's tab and what imports keep, or why they can't be used. */
export function preparer(classeur: Classeur): Prepare | Refus {
  const { parametres } = lireParametres(classeur);
  const onglet = ongletDesDossiers(classeur, parametres);
  if ("kind" in onglet) return onglet;
  if (!onglet.entetes.colonnes.has("numero")) {
    return refus(
      `L’onglet ${quoted(onglet.nom)} n’a pas de colonne «\u00a0N° dossier\u00a0»\u00a0: c’est elle qui reconnaît un dossier d’un import à l’autre. Ajoutez-la, puis recommencez.`,
    );
  }
  const derniers = lireDerniers(classeur);
  return {
    onglet,
    derniers,
    etat: lireEtat(classeur, onglet, parametres, derniers),
    entreprises: lireEntreprises(classeur),
    avertissements: ambiguites(onglet),
    departement: texteDe(parametres, "departement"),
  };
}

/** What the file brings, apart from how it came here. */
export interface Apport {
  readonly demarche: string;
  readonly fichier: string;
  readonly dossiers: readonly LigneLue[];
  readonly entreprises: readonly EntrepriseLue[];
}

/** What an import would do: dossiers, and companies of those that would be in the sheet. */
export interface Projet {
  readonly comparaison: Comparaison;
  readonly entreprises: EntreprisesComparees;
}

/** Compares what a file brings with the workbook. */
export function projeter(
  { etat, entreprises }: Prepare,
  apport: Apport,
  { laisser = [], collectivites = [] }: Choix = {},
): Projet {
  const comparaison = comparer(apport.dossiers, apport.demarche, etat, collectivites);
  const left = new Set(laisser);
  const numbers = new Set([
    ...etat.lignes.map(({ numero }) => numero),
    ...comparaison.nouveaux.map(({ numero }) => numero).filter((numero) => !left.has(numero)),
  ]);
  return {
    comparaison,
    entreprises: comparerEntreprises(apport.entreprises, entreprises.suivies, numbers),
  };
}

/** What a staged import brings. */
export function apportDe({ demarche, fichier, elements }: Lot): Apport {
  return {
    demarche,
    fichier,
    dossiers: elements.flatMap((element) => ("dossier" in element ? [element.dossier] : [])),
    entreprises: elements.flatMap((element) =>
      "entreprise" in element ? [element.entreprise] : [],
    ),
  };
}

/** A staged import, whole; or why it can't be used. */
export function lotComplet(classeur: Classeur, lot: string): Lot | Refus {
  const found = lireLot(classeur, lot);
  if (!found) {
    return refus(
      "Cet import n’est plus en attente\u00a0: il a été appliqué ou abandonné. Choisissez le fichier à nouveau.",
    );
  }
  return isComplet(found)
    ? found
    : refus(
        `L’envoi du fichier est incomplet\u00a0: ${compter(found.elements.length, "ligne reçue", "lignes reçues")} sur ${found.total}. Reprenez l’envoi.`,
      );
}
