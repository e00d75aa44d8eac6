import { type Cell, isEmpty } from "../dossiers/cell.js";
import { CHAMPS } from "../dossiers/champs.js";
import { luAttendu, quoted } from "../dossiers/text.js";
import type { Contenu } from "../reports/plan.js";
import type { Champ } from "../rules/dossier.js";
import { grouped } from "../rules/grouped.js";
import { CHAMPS_IMPORTES } from "./champs-importes.js";
import { candidatDe, type Territoires } from "./collectivite.js";
import { completer } from "./completer.js";
import { contradictionDe } from "./contradiction.js";
import type { DernierImport } from "./dernier-import.js";
import type { LigneLue, LigneRefusee } from "./fichier.js";
import { fusionner } from "./fusion.js";
import { type Identite, identifier } from "./identifier.js";
import { contenusDe } from "./nouveau.js";
import type { AChoisir, CaseChangee, Choix, Contradiction, Population } from "./protocole.js";
import { attenduDe, contenuDe, montrer, texteDe } from "./valeurs.js";

/** A dossier of the référent's tab, as far as an import looks at it. */
export interface LigneSuivi {
  readonly numero: string;
  /** One-based row. */
  readonly rang: number;
  readonly cellules: Readonly<Partial<Record<Champ, Cell>>>;
  /** Fields whose cell holds a formula: never written. */
  readonly formules: ReadonlySet<Champ>;
}

/** The workbook as an import compares with it. */
export interface EtatClasseur {
  /** Fields that have a column in the référent's tab, and its own header. */
  readonly titres: ReadonlyMap<Champ, string>;
  readonly lignes: readonly LigneSuivi[];
  readonly derniers: ReadonlyMap<string, DernierImport>;
  readonly territoires: Territoires;
  readonly population: Population;
}

export interface Nouveau {
  readonly numero: string;
  readonly ligne: number;
  readonly porteur: string;
  readonly contenus: ReadonlyMap<Champ, Contenu>;
  /** Cells as they came, for the preview. */
  readonly valeurs: LigneLue["valeurs"];
  readonly remarques: readonly string[];
}

export interface CaseComparee {
  readonly champ: Champ;
  readonly avant: Cell;
  readonly apres: Cell;
  readonly contenu: Contenu;
  readonly raison: CaseChangee["raison"];
  readonly coche: boolean;
}

export interface Change {
  readonly numero: string;
  readonly ligne: number;
  readonly porteur: string;
  readonly cases: readonly CaseComparee[];
  readonly laissees: readonly string[];
}

/** What an import would do, dossier by dossier. */
export interface Comparaison {
  readonly nouveaux: readonly Nouveau[];
  readonly changes: readonly Change[];
  readonly inchanges: readonly string[];
  readonly disparus: readonly { readonly numero: string; readonly porteur: string }[];
  readonly contradictions: readonly Contradiction[];
  readonly aChoisir: readonly AChoisir[];
  readonly refusees: readonly LigneRefusee[];
  /** Lines with what INSEE says of their collectivité: what `Dernier import` keeps. */
  readonly valeurs: ReadonlyMap<string, LigneLue["valeurs"]>;
}

/**
 * Compares a file's dossiers with the référent's tab: new, changed field by field, unchanged, vanished,
 * refused, and platform states that contradict a decision. Depends on nothing but its arguments, nor on
 * the order of the lines.
 *
 * @param lignes what `extraire` took from the file
 * @param demarche which démarche the file is of: vanished dossiers are those it brought before
 * @param choix collectivités chosen from the short lists
 */
export function comparer(
  lignes: readonly LigneLue[],
  demarche: string,
  etat: EtatClasseur,
  choix: Choix["collectivites"] = [],
): Comparaison {
  const rows = grouped(etat.lignes, ({ numero }) => numero);
  const chosen = new Map(choix.map(({ numero, cle }) => [numero, cle]));
  const nouveaux: Nouveau[] = [];
  const changes: Change[] = [];
  const inchanges: string[] = [];
  const contradictions: Contradiction[] = [];
  const aChoisir: AChoisir[] = [];
  const refusees: LigneRefusee[] = [];
  const valeurs = new Map<string, LigneLue["valeurs"]>();
  for (const line of lignes) {
    const { numero, ligne } = line;
    const [row, twin] = rows.get(numero) ?? [];
    if (row && twin) {
      refusees.push(deuxFois(line, row, twin));
      continue;
    }
    const who = quiEst(line, etat, chosen.get(numero));
    const porteur = texteDe(row?.cellules.porteur ?? line.valeurs.porteur ?? "");
    if (who.incertaine && isEmpty(row?.cellules.population ?? "")) {
      aChoisir.push({ numero, porteur, ...who.incertaine() });
    }
    valeurs.set(numero, who.valeurs);
    if (!row) {
      nouveaux.push({
        numero,
        ligne,
        porteur,
        contenus: contenusDe(who.valeurs),
        valeurs: who.valeurs,
        remarques: [...who.remarques, ...illisibles(who.valeurs)],
      });
      continue;
    }
    const last = etat.derniers.get(numero);
    const contradiction = contradictionDe({
      numero,
      porteur,
      plateforme: line.valeurs.etat_plateforme,
      avant: last?.valeurs.etat_plateforme ?? row.cellules.etat_plateforme,
      decision: row.cellules.etat,
    });
    if (contradiction) contradictions.push(contradiction);
    const compared = comparerLigne(who.valeurs, row, last, etat.titres);
    if (compared.cases.length === 0 && compared.laissees.length === 0) inchanges.push(numero);
    else changes.push({ numero, ligne, porteur, ...compared });
  }
  return {
    nouveaux,
    changes,
    inchanges,
    disparus: disparusDe(lignes, demarche, etat),
    contradictions,
    aChoisir,
    refusees,
    valeurs,
  };
}

/** Dossiers of the sheet that came from this démarche and that the file no longer holds. */
function disparusDe(
  lignes: readonly LigneLue[],
  demarche: string,
  { lignes: rows, derniers }: EtatClasseur,
): Comparaison["disparus"] {
  const present = new Set(lignes.map(({ numero }) => numero));
  return rows.flatMap(({ numero, cellules }) =>
    numero !== "" && !present.has(numero) && derniers.get(numero)?.demarche === demarche
      ? [{ numero, porteur: texteDe(cellules.porteur ?? "") }]
      : [],
  );
}

function deuxFois({ ligne, numero }: LigneLue, one: LigneSuivi, other: LigneSuivi): LigneRefusee {
  return {
    ligne,
    numero,
    colonne: CHAMPS.numero.titre,
    valeur: numero,
    pourquoi: `votre onglet a ce numéro aux lignes ${one.rang} et ${other.rang}\u00a0: gardez-en une`,
  };
}

/** A line with what INSEE says of its collectivité, or what to choose from. */
function quiEst(
  { valeurs }: LigneLue,
  { territoires, population }: EtatClasseur,
  cle: string | undefined,
): {
  valeurs: LigneLue["valeurs"];
  remarques: readonly string[];
  incertaine?: () => Pick<AChoisir, "pourquoi" | "candidats">;
} {
  if (territoires.toutes.length === 0) return { valeurs, remarques: [] };
  const chosen = cle === undefined ? undefined : territoires.parCle.get(cle);
  const found: Identite = chosen
    ? { kind: "certaine", collectivite: chosen }
    : identifier(territoires, valeurs);
  if (found.kind === "certaine") return completer(valeurs, found.collectivite, population);
  const { pourquoi, candidats } = found;
  return {
    valeurs,
    remarques: [],
    incertaine: () => ({
      pourquoi,
      candidats: candidats().map((one) => candidatDe(one, population)),
    }),
  };
}

function illisibles(valeurs: LigneLue["valeurs"]): readonly string[] {
  return (Object.keys(valeurs) as Champ[]).flatMap((champ) => {
    const cell = valeurs[champ] ?? "";
    const attendu = attenduDe(champ, cell);
    return attendu === undefined
      ? []
      : [`${CHAMPS[champ].titre}\u00a0: ${luAttendu(cell, attendu)} Écrit tel quel.`];
  });
}

function comparerLigne(
  valeurs: LigneLue["valeurs"],
  { cellules, formules }: LigneSuivi,
  last: DernierImport | undefined,
  titres: EtatClasseur["titres"],
): { cases: readonly CaseComparee[]; laissees: readonly string[] } {
  const cases: CaseComparee[] = [];
  const laissees: string[] = [];
  for (const champ of CHAMPS_IMPORTES) {
    const titre = titres.get(champ);
    const recu = valeurs[champ];
    if (titre === undefined || recu === undefined) continue;
    const avant = cellules[champ] ?? "";
    const fusion = fusionner(champ, avant, recu, last?.valeurs[champ]);
    if (fusion.kind === "rien") continue;
    if (fusion.kind === "illisible") {
      laissees.push(
        `${titre}\u00a0: ${luAttendu(recu, fusion.attendu)} Votre cellule n’est pas modifiée.`,
      );
    } else if (formules.has(champ)) {
      laissees.push(
        `${titre}\u00a0: ${quoted(montrer(champ, recu))} dans le fichier, mais votre cellule est une formule\u00a0: elle n’est pas modifiée.`,
      );
    } else {
      const { raison, coche } = fusion;
      cases.push({ champ, avant, apres: recu, contenu: contenuDe(champ, recu), raison, coche });
    }
  }
  return { cases, laissees };
}
