import { quoted } from "../../dossiers/text.js";
import { formatEuros } from "../../rules/cents.js";
import { type EtatSuite, suivant } from "../../rules/suites.js";
import { lireDossiers, ongletDesDossiers } from "../lire-suivi.js";
import { lireParametres } from "../parametres.js";
import { type Ports, type Refus, refus } from "../ports.js";

/** The dossier of the active row, and the states it may go to. */
export interface DossierActif {
  readonly kind: "dossier";
  readonly numero: string;
  /** Who it is and where it stands, in French. */
  readonly libelle: string;
  readonly etats: readonly EtatSuite[];
}

/** The dossier on whose row the person is, or why there is none. */
export function dossierDeLaLigne({ classeur }: Ports): DossierActif | Refus {
  const { parametres } = lireParametres(classeur);
  const onglet = ongletDesDossiers(classeur, parametres);
  if ("kind" in onglet) return onglet;
  const at = classeur.selection();
  const entry =
    at?.onglet === onglet.nom
      ? lireDossiers(onglet, parametres).find(({ ligne }) => ligne === at.ligne)
      : undefined;
  const numero = entry?.dossier.faits.numero;
  if (!entry || numero === undefined) {
    return refus(
      `Placez-vous d’abord sur la ligne d’un dossier numéroté, dans l’onglet ${quoted(onglet.nom)}.`,
    );
  }
  const { porteur = "", etat, montant_accorde } = entry.dossier.faits;
  const next = suivant(etat);
  const amount = montant_accorde === undefined ? "" : `, ${formatEuros(montant_accorde)} accordés`;
  return {
    kind: "dossier",
    numero,
    libelle: `Dossier ${numero}, ${porteur}\u00a0: ${etat ?? "sans état"}${amount}.`,
    etats: [...(next ? [next] : []), "Abandonné"],
  };
}
