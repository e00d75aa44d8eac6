import { CHAMPS } from "../dossiers/champs.js";
import { columnLetters } from "../dossiers/column-letters.js";
import { type Entetes, findHeaderRow, readEntetes } from "../dossiers/headers.js";
import {
  NOM_ANNULATION,
  NOM_AVANCEMENT,
  NOM_COMITES,
  NOM_CORRESPONDANCES,
  NOM_DERNIER_IMPORT,
  NOM_ENTREPRISES,
  NOM_PAIEMENTS,
  ONGLETS,
  PREFIXE_ATTENTE,
} from "../dossiers/onglets.js";
import { ONGLETS_DEMANDE } from "../dossiers/onglets-demande.js";
import type { Parametres } from "../dossiers/parametres.js";
import { readDossier } from "../dossiers/read-dossier.js";
import { readTable } from "../dossiers/table.js";
import { quoted } from "../dossiers/text.js";
import { withParametres } from "../functions/guichet-argument.js";
import { examinerLigne } from "../functions/lignes.js";
import { NOM_REGIONAL } from "../reports/consolide.js";
import { lireNomRapport, NOM_TABLEAU } from "../reports/rapports.js";
import type { DossierSuivi, Suivi } from "../reports/suivi.js";
import { NOM_SYNTHESE } from "../reports/synthese-evaluations.js";
import type { Champ } from "../rules/dossier.js";
import { texteDe } from "./parametres.js";
import type { Classeur, OngletLu, Refus } from "./ports.js";
import { refus } from "./ports.js";

/** The référent's tab as it stands: where its headers are and what they mean. */
export interface OngletDossiers {
  readonly nom: string;
  readonly lu: OngletLu;
  /** One-based row of the headers. */
  readonly ligneEntetes: number;
  readonly entetes: Entetes;
}

/** Tabs the program makes: never the référent's own list. */
function isMade(nom: string): boolean {
  const bare = nom.replace(/ \((en cours|ancien)\)$/, "");
  return (
    [NOM_ANNULATION, NOM_DERNIER_IMPORT, NOM_CORRESPONDANCES, NOM_TABLEAU].includes(bare) ||
    nom.startsWith(PREFIXE_ATTENTE) ||
    /^Journal \d{4}$/.test(nom) ||
    [...ONGLETS, ...ONGLETS_DEMANDE].some((onglet) => onglet.nom === bare) ||
    bare === NOM_SYNTHESE ||
    bare === NOM_REGIONAL ||
    lireNomRapport(bare) !== undefined
  );
}

/** Reads a tab as a list of dossiers; `undefined` where no header row is recognised. */
export function lireOngletDossiers(classeur: Classeur, nom: string): OngletDossiers | undefined {
  const lu = classeur.lire(nom);
  const index = findHeaderRow(lu.lignes);
  if (index === undefined) return undefined;
  return { nom, lu, ligneEntetes: index + 1, entetes: readEntetes(lu.lignes[index] ?? []) };
}

/** Tabs that look like a list of dossiers: a number or an applicant, and a few more fields. */
export function candidats(classeur: Classeur): readonly OngletDossiers[] {
  return classeur
    .noms()
    .filter((nom) => !isMade(nom))
    .flatMap((nom) => {
      const found = lireOngletDossiers(classeur, nom);
      const { colonnes } = found?.entetes ?? {};
      return found && (colonnes?.has("numero") || colonnes?.has("porteur")) ? [found] : [];
    });
}

/** Two columns that claim one field, and columns left aside for another: said clearly. */
export function ambiguites({ entetes, nom }: OngletDossiers): readonly string[] {
  const column = (index: number) =>
    `${quoted(entetes.textes[index] ?? "")} (colonne ${columnLetters(index)})`;
  const conflicts = entetes.ambigus.map(
    ({ champ, colonnes }) =>
      `Onglet ${quoted(nom)}\u00a0: plusieurs colonnes pour ${quoted(CHAMPS[champ].titre)}\u00a0: ${colonnes.map(column).join(" et ")}. Renommez-en une.`,
  );
  const aside = entetes.ecartes.map(
    ({ champ, colonne }) =>
      `Onglet ${quoted(nom)}\u00a0: ${column(colonne)} n’est pas lue, une autre colonne porte le titre ${quoted(CHAMPS[champ].titre)}.`,
  );
  return [...conflicts, ...aside];
}

/** Fields without a column, of those an action needs. */
export function champsManquants<C extends Champ>(
  { entetes }: OngletDossiers,
  needed: readonly C[],
): readonly C[] {
  const claimed = new Set(entetes.ambigus.map(({ champ }) => champ));
  return needed.filter((champ) => !entetes.colonnes.has(champ) && !claimed.has(champ));
}

/** The dossiers of a tab, each under its own guichet. */
export function lireDossiers(
  { lu, ligneEntetes, entetes }: OngletDossiers,
  parametres: Parametres,
): readonly DossierSuivi[] {
  const guichetOf = withParametres(parametres);
  return lu.lignes.slice(ligneEntetes).flatMap((row, index) => {
    const read = readDossier(row, entetes);
    if (!read) return [];
    const examined = examinerLigne(read, guichetOf(0, read.faits.guichet));
    return [{ ...examined, ligne: ligneEntetes + index + 1 }];
  });
}

/** Everything a report reads, in one read per tab. */
export function lireSuivi(
  classeur: Classeur,
  onglet: OngletDossiers,
  parametres: Parametres,
): Suivi {
  const { colonnes, textes } = onglet.entetes;
  return {
    onglet: onglet.nom,
    titres: new Map([...colonnes].map(([champ, column]) => [champ, textes[column] ?? ""])),
    dossiers: lireDossiers(onglet, parametres),
    entreprises: readTable(NOM_ENTREPRISES, classeur.lire(NOM_ENTREPRISES).lignes),
    avancement: readTable(NOM_AVANCEMENT, classeur.lire(NOM_AVANCEMENT).lignes),
    paiements: readTable(NOM_PAIEMENTS, classeur.lire(NOM_PAIEMENTS).lignes),
    comites: readTable(NOM_COMITES, classeur.lire(NOM_COMITES).lignes),
  };
}

/** The référent's tab as chosen once in the settings, or why it can't be used. */
export function ongletChoisi(classeur: Classeur, nom: string): OngletDossiers | Refus {
  if (nom === "" || !classeur.noms().includes(nom)) {
    return refus(
      nom === ""
        ? "L’onglet des dossiers n’est pas encore choisi. Lancez d’abord FITN7 ▸ Installer le suivi."
        : `L’onglet ${quoted(nom)}, choisi pour les dossiers, n’existe plus. Corrigez la clé onglet_dossiers de l’onglet Paramètres, ou relancez FITN7 ▸ Installer le suivi.`,
    );
  }
  return (
    lireOngletDossiers(classeur, nom) ??
    refus(
      `Onglet ${quoted(nom)}\u00a0: aucune ligne d’en-têtes reconnue dans les dix premières lignes. Il faut au moins trois colonnes connues, par exemple «\u00a0N° dossier\u00a0», «\u00a0Porteur\u00a0» et «\u00a0État\u00a0».`,
    )
  );
}

/** The référent's tab, as the settings name it, or why it can't be used. */
export function ongletDesDossiers(
  classeur: Classeur,
  parametres: Parametres,
): OngletDossiers | Refus {
  return ongletChoisi(classeur, texteDe(parametres, "onglet_dossiers"));
}
