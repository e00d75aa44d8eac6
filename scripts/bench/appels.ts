import type { Complement } from "../../local/load-dist.js";
import { avecSuivi, classeurDe, sansDecision } from "./classeur.js";
import { coutComite, coutComiteDisperse } from "./comite.js";
import { type Mesure, parcours, totalDe } from "./parcours.js";
import { coutRapports } from "./rapports.js";
import { coutRegion } from "./region.js";
import { coutSimulation } from "./simulation.js";
import { coutSuivi } from "./suivi.js";
import { tableau, verdict } from "./tableau.js";

const SIZES = [10, 1_000, 10_000] as const;

/** What every action costs on a workbook of one size. */
function mesuresPour(dist: Complement, size: number): readonly Mesure[] {
  const { fait, classeur } = parcours(dist, classeurDe(size));
  const first = fait("apiInstaller", { guichet: "HDF", prefecture: "Nord" }).appels;
  const installed = classeur();
  const again = fait("apiInstaller").appels;
  return [
    { titre: "Installer le suivi", appels: first },
    { titre: "Installer, relancé", appels: again },
    ...coutComite(dist, avecColonnesDuComite(dist, size)),
    ...coutComiteDisperse(dist, installed),
    ...coutRapports(dist, avecSuivi(installed, size)),
    ...coutSuivi(dist, avecSuivi(installed, size)),
    ...coutRegion(dist, installed),
    ...coutSimulation(dist, installed),
  ];
}

/** A workbook in which every column of a decision is one that the add-in added. */
function avecColonnesDuComite(dist: Complement, size: number) {
  const { fait, classeur } = parcours(dist, sansDecision(classeurDe(size)));
  fait("apiInstaller", { guichet: "HDF", prefecture: "Nord" });
  return classeur();
}

/** One action at every size. */
interface Ligne {
  readonly titre: string;
  readonly mesures: readonly Mesure[];
  readonly attendu: string;
  readonly atteint: boolean;
}

function ligne(mesures: readonly Mesure[]): Ligne {
  const [{ titre, limite, ecart } = { titre: "" }] = mesures;
  const counts = mesures.map(({ appels }) => totalDe(appels));
  const most = Math.max(...counts);
  return {
    titre,
    mesures,
    attendu: [
      "constant",
      ...(ecart ? [` à ${ecart.appels} près (${ecart.raison})`] : []),
      ...(limite === undefined ? [] : [`, ${limite} au plus`]),
    ].join(""),
    atteint: most - Math.min(...counts) <= (ecart?.appels ?? 0) && most <= (limite ?? most),
  };
}

/** The calls of one action by their name. */
function detail({ titre, mesures }: Ligne): string {
  const names = [...new Set(mesures.flatMap(({ appels }) => Object.keys(appels)))].sort();
  return tableau([
    [titre, ...mesures.map((_, index) => tailleEnTexte(SIZES[index]))],
    ...names.map((name) => [name, ...mesures.map(({ appels }) => appels[name] ?? 0)]),
  ]);
}

const tailleEnTexte = (size = 0) => `${size.toLocaleString("fr-FR")} dossiers`;

/**
 * Service calls of every action by size; call by call for those that are not what is expected.
 *
 * @param details call by call for every action
 */
export function benchAppels(
  dist: Complement,
  details = false,
): { readonly texte: string; readonly atteint: boolean } {
  const [smallest = [], ...larger] = SIZES.map((size) => mesuresPour(dist, size));
  const lignes = smallest.map((mesure, index) =>
    ligne([mesure, ...larger.flatMap((mesures) => mesures[index] ?? [])]),
  );
  const totals = lignes.map(({ titre, mesures, attendu, atteint }) => [
    titre,
    ...mesures.map(({ appels }) => totalDe(appels)),
    attendu,
    verdict(atteint),
  ]);
  const shown = details ? lignes : lignes.filter(({ atteint }) => !atteint);
  return {
    texte: [
      tableau([["Appels de service", ...SIZES.map(tailleEnTexte), "attendu", ""], ...totals]),
      ...shown.map(detail),
    ].join("\n\n"),
    atteint: lignes.every(({ atteint }) => atteint),
  };
}
