import { PREFIXE_ATTENTE } from "../../dossiers/onglets.js";
import type { Signatures } from "../../imports/apercu.js";
import type { Memoire } from "../../imports/fichier.js";
import type {
  DemandeEtager,
  Element,
  FinDeLot,
  LotEnAttente,
  ResultatEtager,
} from "../../imports/protocole.js";
import type { Classeur, Operation, Ports } from "../ports.js";

/** Columns of a staging tab: an element, its fingerprint in the preview, a column of the file. */
const ELEMENT = 1;
const SIGNATURE = 2;
const COLONNE = 3;

/** Header row: what it is of, chunks received, fingerprint of the last preview. */
const EMPREINTE = 3;

type Entete = Pick<FinDeLot, "fichier" | "demarche"> & { readonly total: number };

/** Ranks received, as ranges without the last. */
type Plages = readonly (readonly [debut: number, fin: number])[];

/** An import that waits. */
export interface Lot extends Entete {
  readonly lot: string;
  readonly plages: Plages;
  readonly elements: readonly Element[];
  readonly colonnes: Memoire["colonnes"];
  /** Of the last preview; `""` where there was none. */
  readonly empreinte: string;
  readonly signatures: Signatures;
}

const nomDe = (lot: string) => PREFIXE_ATTENTE + lot;

function ajouter(plages: Plages, debut: number, fin: number): Plages {
  const sorted = [...plages, [debut, fin] as const].sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

const recusDe = (plages: Plages) => plages.reduce((sum, [from, to]) => sum + to - from, 0);
const manqueDe = (plages: Plages) => (plages[0]?.[0] === 0 ? plages[0][1] : 0);

/** The header row of a staging tab; `undefined` where it was cut short or spoilt. */
function lireEntete(
  row: readonly unknown[] | undefined,
): { entete: Entete; plages: Plages; empreinte: string } | undefined {
  try {
    const [entete = "", plages = "", empreinte = ""] = (row ?? []).map(String);
    return { entete: JSON.parse(entete), plages: JSON.parse(plages), empreinte };
  } catch {
    return undefined;
  }
}

/**
 * Stores one chunk at its own place in a hidden tab: sent twice, it stands there once. The number of
 * service calls is the same whatever a chunk carries.
 */
export function etager(ports: Ports, demande: DemandeEtager): ResultatEtager {
  return ports.sousVerrou(() => {
    const { classeur } = ports;
    const { lot, debut, total, elements, fin } = demande;
    const nom = nomDe(lot);
    const there = lireEntete(classeur.lireLignes(nom, 1, 1)[0]);
    const plages = ajouter(there?.plages ?? [], debut, debut + elements.length);
    const header = { fichier: fin.fichier, demarche: fin.demarche, total };
    const colonnes = there ? [] : fin.colonnes.map((colonne) => [JSON.stringify(colonne)]);
    classeur.appliquer([
      ...(classeur.noms().includes(nom) ? [] : [{ op: "creer", onglet: nom } as const]),
      ...(there ? [] : [{ op: "cacher", onglet: nom } as const]),
      ...ecrire(nom, 2, COLONNE, colonnes),
      ...ecrire(
        nom,
        debut + 2,
        ELEMENT,
        elements.map((element) => [JSON.stringify(element)]),
      ),
      ...ecrire(nom, 1, 1, [[JSON.stringify(header), JSON.stringify(plages)]]),
    ]);
    return { kind: "etage", lot, recus: recusDe(plages), manque: manqueDe(plages), total };
  });
}

function ecrire(
  onglet: string,
  ligne: number,
  colonne: number,
  contenus: readonly (readonly string[])[],
): readonly Operation[] {
  return contenus.length > 0 ? [{ op: "ecrire", onglet, ligne, colonne, contenus }] : [];
}

/** Reads an import that waits; `undefined` where it is gone or unreadable. One service call. */
export function lireLot(classeur: Classeur, lot: string): Lot | undefined {
  const [header, ...rows] = classeur.lire(nomDe(lot)).lignes;
  const found = lireEntete(header);
  if (!found) return undefined;
  const { entete, plages, empreinte } = found;
  const column = (at: number) => rows.map((row) => String(row[at - 1] ?? ""));
  try {
    const elements = column(ELEMENT)
      .slice(0, entete.total)
      .filter((text) => text !== "")
      .map((text): Element => JSON.parse(text));
    return {
      ...entete,
      lot,
      plages,
      elements,
      colonnes: column(COLONNE)
        .filter((text) => text !== "")
        .map((text) => JSON.parse(text)),
      empreinte,
      signatures: new Map(
        column(SIGNATURE).flatMap((signature, index) => {
          const element = elements[index];
          return element && "dossier" in element && signature !== ""
            ? [[element.dossier.numero, signature] as const]
            : [];
        }),
      ),
    };
  } catch {
    return undefined;
  }
}

/** Whether every element of an import was received. */
export function isComplet({ plages, total, elements }: Lot): boolean {
  return recusDe(plages) === total && manqueDe(plages) === total && elements.length === total;
}

/** Keeps what a preview showed, to tell before writing whether it still holds. */
export function noterApercu(
  lot: Lot,
  empreinte: string,
  signatures: Signatures,
): readonly Operation[] {
  const nom = nomDe(lot.lot);
  return [
    ...ecrire(
      nom,
      2,
      SIGNATURE,
      lot.elements.map((element) => [
        "dossier" in element ? (signatures.get(element.dossier.numero) ?? "") : "",
      ]),
    ),
    ...ecrire(nom, 1, EMPREINTE, [[empreinte]]),
  ];
}

/** Takes the staging tab of an import away; nothing where it is gone already. */
export function retirerLot(lot: string): Operation {
  return { op: "supprimer", onglet: nomDe(lot) };
}

/** Imports begun and neither applied nor given up. */
export function lotsEnAttente(classeur: Classeur): readonly LotEnAttente[] {
  return classeur
    .noms()
    .filter((nom) => nom.startsWith(PREFIXE_ATTENTE))
    .map((nom) => {
      const found = lireEntete(classeur.lireLignes(nom, 1, 1)[0]);
      return {
        lot: nom.slice(PREFIXE_ATTENTE.length),
        fichier: found?.entete.fichier ?? "",
        recus: recusDe(found?.plages ?? []),
        total: found?.entete.total ?? 0,
      };
    });
}
