import type { Parametres } from "../../dossiers/parametres.js";
import type { Suivi } from "../../reports/suivi.js";
import { lireSuivi, type OngletDossiers, ongletDesDossiers } from "../lire-suivi.js";
import { lireParametres } from "../parametres.js";
import type { Classeur, Refus } from "../ports.js";

/** The workbook as every page of the follow-up needs it. */
export interface SuiviOuvert {
  readonly kind: "ouvert";
  readonly parametres: Parametres;
  readonly onglet: OngletDossiers;
  readonly suivi: Suivi;
}

/** Reads settings, the référent's tab and the tabs joined to it, one call each; or says why it can't. */
export function ouvrirSuivi(classeur: Classeur): SuiviOuvert | Refus {
  const { parametres } = lireParametres(classeur);
  const onglet = ongletDesDossiers(classeur, parametres);
  if ("kind" in onglet) return onglet;
  return { kind: "ouvert", parametres, onglet, suivi: lireSuivi(classeur, onglet, parametres) };
}

/** Number of the dossier on the active row, where the person stands in the référent's tab. */
export function numeroSelectionne(
  classeur: Classeur,
  { onglet, suivi }: SuiviOuvert,
): string | undefined {
  const selection = classeur.selection();
  if (selection?.onglet !== onglet.nom) return undefined;
  return suivi.dossiers.find(({ ligne }) => ligne === selection.ligne)?.dossier.faits.numero;
}
