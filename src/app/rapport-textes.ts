import { NOM_PARAMETRES } from "../dossiers/onglets.js";
import { cleNormale } from "../dossiers/parametres.js";
import type { CleRapport } from "../reports/rapport.js";
import { lireNomRapport } from "../reports/rapports.js";
import { textesSaisis } from "../reports/trimestre-textes.js";
import type { Changement } from "./journal.js";
import { type OngletParametres, texteDe } from "./parametres.js";
import type { Classeur, Operation } from "./ports.js";

/** Settings to write, and what the Journal says of it. */
export interface Reprise {
  readonly operations: readonly Operation[];
  readonly changements: readonly Changement[];
}

const RIEN: Reprise = { operations: [], changements: [] };

/**
 * Moves into the settings what somebody typed over the formulas of a quarterly report, before the tab
 * is replaced or frozen; what the setting held stays in the Journal.
 */
export function reprendreTextes(
  classeur: Classeur,
  nom: string,
  settings: OngletParametres,
): Reprise {
  const rapport = lireNomRapport(nom);
  if (rapport?.rapport !== "Trimestre DITP" || !classeur.noms().includes(nom)) return RIEN;
  const saisis = textesSaisis(rapport.periode, classeur.lire(nom).lignes, classeur.formules(nom));
  let row = settings.derniereLigne;
  const operations: Operation[] = [];
  const changements: Changement[] = [];
  for (const { cle, texte } of saisis) {
    const known = settings.lignes.get(cleNormale(cle));
    const avant = texteDe(settings.parametres, cleNormale(cle));
    if (avant === texte) continue;
    if (known === undefined) row += 1;
    operations.push({
      op: "ecrire",
      onglet: NOM_PARAMETRES,
      ligne: known ?? row,
      colonne: known === undefined ? 1 : 2,
      contenus:
        known === undefined
          ? [[cle, texte, "préfecture", `Texte repris de l’onglet «\u00a0${nom}\u00a0».`]]
          : [[texte]],
    });
    changements.push({ champ: `Paramètre ${cle}`, avant, apres: texte });
  }
  return { operations, changements };
}

/** Adds at the foot of the settings those that a report asks for and that are not there. */
export function ajouterCles(
  cles: readonly CleRapport[],
  { lignes, derniereLigne }: OngletParametres,
): { readonly operations: readonly Operation[]; readonly ajoutees: readonly string[] } {
  const missing = cles.filter(({ cle }) => !lignes.has(cleNormale(cle)));
  if (missing.length === 0) return { operations: [], ajoutees: [] };
  return {
    operations: [
      {
        op: "ecrire",
        onglet: NOM_PARAMETRES,
        ligne: Math.max(derniereLigne, 1) + 1,
        colonne: 1,
        contenus: missing.map(({ cle, source }) => [cle, "", "préfecture", source]),
      },
    ],
    ajoutees: missing.map(({ cle }) => cle),
  };
}
