import { NOM_ENTREPRISES } from "../../dossiers/onglets.js";
import { readTable } from "../../dossiers/table.js";
import { normalise } from "../../dossiers/text.js";
import { type Identite, raisonsVoisinage } from "../../dossiers/voisins.js";
import { grouped } from "../../rules/grouped.js";
import { once } from "../../rules/once.js";
import { titresProches } from "../../rules/ressemblance.js";
import type { Classeur } from "../ports.js";
import type { LigneSeance, Seance } from "./lire-seance.js";
import type { DossierVoisin } from "./protocole.js";

/** Most that a sidebar shows. */
const MOST = 20;

/**
 * The same collectivité's other dossiers and likely duplicates, in the sheet's order. The companies on
 * dossiers are read where a title is alike, and there alone.
 */
export function voisinsDe(
  classeur: Classeur,
  { lignes }: Seance,
  own: LigneSeance,
): readonly DossierVoisin[] {
  const entreprises = once(() => entreprisesParDossier(classeur));
  const identite = ({ numero, dossier: { faits } }: LigneSeance): Identite => ({
    ...faits,
    prestataires: [
      faits.prestataires ?? "",
      ...(entreprises().get(numero) ?? []).map(({ entreprise }) => entreprise),
    ].join(";"),
  });
  const titre = normalise(own.dossier.faits.intitule ?? "");
  const found: DossierVoisin[] = [];
  for (const ligne of lignes) {
    if (ligne === own || found.length >= MOST) continue;
    const { faits } = ligne.dossier;
    const alike = titresProches(titre, normalise(faits.intitule ?? ""));
    const raisons = alike
      ? raisonsVoisinage(identite(own), identite(ligne))
      : raisonsVoisinage(own.dossier.faits, faits);
    if (raisons.length > 0) found.push(voisin(ligne, raisons));
  }
  return found;
}

function voisin(
  { numero, dossier: { faits } }: LigneSeance,
  raisons: readonly string[],
): DossierVoisin {
  return {
    numero,
    intitule: faits.intitule ?? "",
    etat: faits.etat ?? "",
    pourquoi: raisons.join(", "),
    ...(faits.demande !== undefined && { demande: faits.demande }),
    ...(faits.montant_accorde !== undefined && { accorde: faits.montant_accorde }),
  };
}

function entreprisesParDossier(classeur: Classeur) {
  const named = readTable(NOM_ENTREPRISES, classeur.lire(NOM_ENTREPRISES).lignes).flatMap(
    ({ valeurs: { numero, entreprise } }) =>
      numero === undefined || entreprise === undefined ? [] : [{ numero, entreprise }],
  );
  return grouped(named, ({ numero }) => numero);
}
