import { libelleTheme } from "../dossiers/themes.js";
import { LIBELLES_TYPE } from "../rules/collectivite.js";
import type { ColonneListe } from "./liste.js";
import { celluleEuros } from "./parties.js";
import { cellule } from "./plan.js";
import type { DossierSuivi } from "./suivi.js";

/** A column of a list of dossiers. */
type Colonne = ColonneListe<DossierSuivi>;

export const COLONNE_NUMERO: Colonne = {
  titre: "N° dossier",
  largeur: 110,
  cellule: ({ dossier }) => cellule(dossier.faits.numero ?? ""),
};

/** A text of the dossier, as long as it is. @param largeur pixels */
export function colonneTexte(
  titre: string,
  largeur: number,
  champ: "porteur" | "intitule" | "avis_propose",
): Colonne {
  return { titre, largeur, cellule: ({ dossier }) => cellule(dossier.faits[champ] ?? "", "long") };
}

/** The type of the applicant. @param largeur pixels */
export function colonneType(largeur: number): Colonne {
  return {
    titre: "Type",
    largeur,
    cellule: ({ dossier: { faits } }) => cellule(faits.type ? LIBELLES_TYPE[faits.type] : ""),
  };
}

/** The theme, by its name in the dossier's guichet. @param largeur pixels */
export function colonneTheme(largeur: number): Colonne {
  return {
    titre: "Thème",
    largeur,
    cellule: ({ theme, guichet }) => cellule(theme ? libelleTheme(theme, guichet) : "", "long"),
  };
}

/** An amount of the dossier, added up at the foot. */
export function colonneMontant(
  titre: string,
  champ: "cout" | "demande" | "montant_propose" | "montant_accorde",
): Colonne {
  return {
    titre,
    largeur: 120,
    cellule: ({ dossier }) => celluleEuros(dossier.faits[champ]),
    total: true,
  };
}
