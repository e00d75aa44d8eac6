import { compter, quoted } from "../dossiers/text.js";
import type { Day } from "../rules/day.js";
import { type Abandon, abandonsPayes } from "./abandons.js";
import {
  guichetsDeLaListe,
  ligneEnveloppe,
  type PlacesListe,
  TITRES_ENVELOPPE,
} from "./ditp-enveloppes.js";
import { laureatsDitp } from "./ditp-lignes.js";
import { manquesDitp } from "./ditp-manques.js";
import { titres } from "./parties.js";
import type { Cellule } from "./plan.js";
import type { EntreeRapport } from "./rapport.js";
import type { Manque, Suivi } from "./suivi.js";
import {
  abandonsConsolides,
  type LigneTrimestre,
  lignesConsolidees,
  lignesPropres,
} from "./trimestre-lignes.js";
import {
  creditsRegionaux,
  lectureRegionale,
  ligneCredits,
  manquesRegionaux,
  origineDe,
  type SuiviConsolide,
  TITRES_CREDITS,
  totalCredits,
} from "./trimestre-region.js";

/** What a quarterly report is made from: this workbook's dossiers, and those of départements in a region's. */
export interface Matiere {
  readonly lignes: readonly LigneTrimestre[];
  readonly abandons: readonly Abandon[];
  /** Which tabs were read, in French. */
  readonly lecture: string;
  readonly manques: readonly Manque[];
  /** The table of credits, its titles on a one-based row. */
  readonly credits: (places: PlacesListe, row: number) => readonly (readonly Cellule[])[];
  /** How many rows that table has, its titles included. */
  readonly rangs: number;
}

/** Gathers what a quarterly report says as of a day; a dossier of both workbooks counts once. */
export function matiereDe(entree: EntreeRapport, day: Day): Matiere {
  return entree.consolide
    ? matiereRegionale(entree.suivi, entree.consolide, day)
    : matierePropre(entree, day);
}

function lectureDe({ onglet, dossiers }: Suivi): string {
  return `onglet ${quoted(onglet)} de ce classeur\u00a0: ${compter(dossiers.length, "dossier", "dossiers")}`;
}

function matierePropre({ suivi, guichet }: EntreeRapport, day: Day): Matiere {
  const laureats = laureatsDitp(suivi, day);
  const abandons = abandonsPayes(suivi, day);
  const guichets = guichetsDeLaListe(guichet, laureats, abandons);
  return {
    lignes: lignesPropres(suivi, laureats, day),
    abandons,
    lecture: lectureDe(suivi),
    manques: manquesDitp(suivi, laureats, day),
    credits: (places, row) => [
      titres(TITRES_ENVELOPPE),
      ...guichets.map((one, index) => ligneEnveloppe(one, places, row + 1 + index)),
    ],
    rangs: guichets.length + 1,
  };
}

function matiereRegionale(suivi: Suivi, consolide: SuiviConsolide, day: Day): Matiere {
  const known = new Set(consolide.dossiers.map(({ valeurs }) => valeurs.numero));
  const isTwice = ({ dossier: { faits } }: Suivi["dossiers"][number]) =>
    faits.numero !== undefined && known.has(faits.numero);
  const own = { ...suivi, dossiers: suivi.dossiers.filter((entry) => !isTwice(entry)) };
  const laureats = laureatsDitp(own, day);
  const payes = abandonsPayes(own, day);
  const lignes = [
    ...lignesConsolidees(consolide.dossiers, day),
    ...lignesPropres(own, laureats, day),
  ];
  const abandons = [...abandonsConsolides(consolide.dossiers, day), ...payes];
  const guichets = new Map([
    ...laureats.map((laureat) => [laureat.guichet.id, laureat.guichet] as const),
    ...payes.map(({ regle }) => [regle.id, regle] as const),
  ]);
  const credits = creditsRegionaux(consolide, lignes, abandons, [...guichets.values()]);
  const hasOwn = own.dossiers.length > 0;
  return {
    lignes,
    abandons: abandons.map((abandon) => ({ ...abandon, origine: origineDe(abandon) })),
    lecture: [lectureRegionale(consolide), ...(hasOwn ? [lectureDe(own)] : [])].join(" ; "),
    manques: [
      ...manquesRegionaux(consolide, day),
      ...suivi.dossiers.filter(isTwice).map(({ dossier: { faits }, ligne }) => ({
        numero: faits.numero ?? "",
        porteur: faits.porteur ?? "",
        quoi: "dossier aussi consolidé\u00a0: compté une fois, celui du département",
        ou: `onglet ${quoted(suivi.onglet)}, ligne ${ligne}`,
      })),
      ...(hasOwn ? manquesDitp(own, laureats, day) : []),
    ],
    credits: (places, row) => [
      titres(TITRES_CREDITS),
      ...credits.map((one, index) => ligneCredits(one, places, row + 1 + index)),
      totalCredits(row + 1, row + credits.length),
    ],
    rangs: credits.length + 2,
  };
}
