import { CHAMPS, NOMS_CHAMPS } from "../dossiers/champs.js";
import type { Champ } from "../rules/dossier.js";
import type { Change, Comparaison, EtatClasseur, Nouveau } from "./comparer.js";
import { empreinteDe } from "./empreinte.js";
import type { EntreprisesComparees } from "./entreprises.js";
import type { Apercu, CaseApercu, DossierChange, DossierNouveau } from "./protocole.js";
import { montrer } from "./valeurs.js";

/** What the preview says besides the comparison. */
export interface Contexte {
  readonly lot: string;
  readonly onglet: string;
  readonly fichier: string;
  readonly entreprises: EntreprisesComparees;
  readonly avertissements: readonly string[];
}

/** A comparison as texts to be shown. */
export function apercuDe(
  comparaison: Comparaison,
  { titres, territoires }: EtatClasseur,
  { lot, onglet, fichier, entreprises, avertissements }: Contexte,
): Apercu {
  return {
    kind: "apercu",
    lot,
    empreinte: empreinteDuTout(signaturesDe(comparaison)),
    onglet,
    fichier,
    nouveaux: comparaison.nouveaux.map((one) => nouveauMontre(one, titres)),
    changes: comparaison.changes.map((one) => changeMontre(one, titres)),
    inchanges: comparaison.inchanges.length,
    disparus: comparaison.disparus,
    contradictions: comparaison.contradictions,
    aChoisir: comparaison.aChoisir,
    entreprises: {
      nouvelles: entreprises.nouvelles.length,
      presentes: entreprises.presentes,
      ecarts: entreprises.ecarts,
    },
    refusees: [...comparaison.refusees, ...entreprises.refusees],
    sansColonne: sansColonne(comparaison, titres),
    avertissements:
      territoires.toutes.length > 0
        ? avertissements
        : [
            ...avertissements,
            "L’onglet Territoires est vide\u00a0: types et populations ne sont pas vérifiés. Chargez les données INSEE de votre département pour les obtenir.",
          ],
  };
}

function nouveauMontre(
  { numero, ligne, porteur, valeurs, contenus, remarques }: Nouveau,
  titres: ReadonlyMap<Champ, string>,
): DossierNouveau {
  const cases = NOMS_CHAMPS.flatMap((champ): CaseApercu[] => {
    const contenu = contenus.get(champ);
    const titre = titres.get(champ);
    if (contenu === undefined || titre === undefined) return [];
    return [{ champ, titre, valeur: montrer(champ, valeurs[champ] ?? String(contenu)) }];
  });
  return { numero, ligne, porteur, cases, remarques };
}

function changeMontre(
  { cases, ...one }: Change,
  titres: ReadonlyMap<Champ, string>,
): DossierChange {
  return {
    ...one,
    cases: cases.map(({ champ, avant, apres, raison, coche }) => ({
      champ,
      titre: titres.get(champ) ?? CHAMPS[champ].titre,
      avant: montrer(champ, avant),
      apres: montrer(champ, apres),
      raison,
      coche,
    })),
  };
}

/** Fields the file gives and the référent's tab has no column for. */
function sansColonne({ valeurs }: Comparaison, titres: ReadonlyMap<Champ, string>) {
  const given = new Set<Champ>();
  for (const line of valeurs.values()) {
    for (const champ of Object.keys(line) as Champ[]) given.add(champ);
  }
  return NOMS_CHAMPS.filter((champ) => given.has(champ) && !titres.has(champ)).map((champ) => ({
    champ,
    titre: CHAMPS[champ].titre,
  }));
}

/** What would be written for each dossier, as a short fingerprint: compared before writing. */
export type Signatures = ReadonlyMap<string, string>;

/**
 * Fingerprints of a comparison by dossier. Two are equal where the preview shows the same, whatever else
 * changed in the sheet.
 */
export function signaturesDe({ nouveaux, changes, inchanges, refusees }: Comparaison): Signatures {
  return new Map<string, string>([
    ...nouveaux.map(({ numero }) => [numero, "nouveau"] as const),
    ...changes.map(
      ({ numero, cases, laissees }) =>
        [
          numero,
          `changé ${empreinteDe(JSON.stringify([cases.map(({ champ, avant, apres }) => [champ, avant, apres]), laissees]))}`,
        ] as const,
    ),
    ...inchanges.map((numero) => [numero, "inchangé"] as const),
    ...refusees.map(({ numero }) => [numero, "refusé"] as const),
  ]);
}

/** One fingerprint of all. */
export function empreinteDuTout(signatures: Signatures): string {
  return empreinteDe(
    [...signatures]
      .map((pair) => pair.join(" "))
      .sort()
      .join("\n"),
  );
}

/** What differs between two states of a preview, in French, by dossier. */
export function differencesDe(before: Signatures, now: Signatures): readonly string[] {
  const kindOf = (signature: string | undefined) => (signature ?? "absent").split(" ")[0] ?? "";
  return [...now].flatMap(([numero, signature]) => {
    const seen = before.get(numero);
    if (seen === signature) return [];
    return kindOf(seen) === kindOf(signature)
      ? [`Dossier ${numero}\u00a0: ses cellules ont été modifiées depuis l’aperçu.`]
      : [`Dossier ${numero}\u00a0: ${kindOf(seen)} à l’aperçu, ${kindOf(signature)} maintenant.`];
  });
}
