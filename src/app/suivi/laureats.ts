import { STATUTS_AVANCEMENT } from "../../dossiers/onglets.js";
import { NOM_EVALUATIONS, NOM_RELANCES } from "../../dossiers/onglets-demande.js";
import { readTable } from "../../dossiers/table.js";
import {
  evaluationDe,
  type Grille,
  grilleDe,
  type LigneEvaluation,
} from "../../reports/evaluation.js";
import { ecrireNomRapport } from "../../reports/rapports.js";
import { type Relance, relancesAu } from "../../reports/relances.js";
import { planRelances } from "../../reports/relances-plan.js";
import { texteRelance } from "../../reports/relances-texte.js";
import { byNumero, type Suivi } from "../../reports/suivi.js";
import { planEvaluations } from "../../reports/synthese-evaluations.js";
import type { Day } from "../../rules/day.js";
import { nomLibre } from "../envois.js";
import { texteDe } from "../parametres.js";
import type { Classeur, Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { numeroSelectionne, ouvrirSuivi, type SuiviOuvert } from "./ouvrir.js";
import type {
  EntreeAvancement,
  EtatSuivi,
  LaureatSuivi,
  NoteEvaluation,
  ResultatRelances,
} from "./protocole.js";

interface Laureats extends SuiviOuvert {
  readonly day: Day;
  readonly prefecture: string;
  readonly relances: readonly Relance[];
  readonly evaluations: readonly LigneEvaluation[];
  readonly grille: Grille;
}

/** Everything known of the lauréats today, in one read per tab. */
function lireLaureats({ classeur, contexte }: Ports): Laureats | Refus {
  const ouvert = ouvrirSuivi(classeur);
  if (ouvert.kind === "refus") return ouvert;
  const day = contexte.maintenant().slice(0, 10);
  return {
    ...ouvert,
    day,
    prefecture: texteDe(ouvert.parametres, "prefecture"),
    relances: relancesAu(
      ouvert.suivi,
      readTable(NOM_RELANCES, lignes(classeur, NOM_RELANCES)),
      day,
    ),
    evaluations: readTable(NOM_EVALUATIONS, lignes(classeur, NOM_EVALUATIONS)),
    grille: grilleDe(ouvert.parametres.valeurs),
  };
}

const lignes = (classeur: Classeur, nom: string) => classeur.lire(nom).lignes;

/** What the sidebar shows of the lauréats. Reads, writes nothing. */
export function ouvrirLaureats(ports: Ports): EtatSuivi {
  const read = lireLaureats(ports);
  if (read.kind === "refus") return read;
  const progress = avancementParNumero(read.suivi);
  const groups = byNumero(read.evaluations);
  const selection = numeroSelectionne(ports.classeur, read);
  return {
    kind: "ouvert",
    aujourdhui: read.day,
    grille: read.grille,
    laureats: read.relances
      .filter(({ numero }) => numero !== "")
      .map((relance) => ({
        ...laureat(relance),
        avancement: progress.get(relance.numero) ?? [],
        evaluation: notes(groups.get(relance.numero) ?? [], read.grille),
        relance: texteRelance(relance, read.prefecture),
      })),
    ...(selection !== undefined && { selection }),
  };
}

function laureat({ numero, dossier, statut, echeance, raison, entreprises }: Relance) {
  const { faits } = dossier;
  const fin = faits.fin_reelle ?? faits.fin;
  return {
    numero,
    porteur: faits.porteur ?? "",
    intitule: faits.intitule ?? "",
    etat: faits.etat ?? "",
    statut,
    raison,
    entreprises: entreprises.map(({ nom, departement }) => ({
      nom,
      ...(departement !== undefined && { departement }),
    })),
    ...(faits.montant_accorde !== undefined && { montant: faits.montant_accorde }),
    ...(fin !== undefined && { fin }),
    ...(echeance !== undefined && { echeance }),
  } satisfies Partial<LaureatSuivi>;
}

/** Entries of progress of each dossier, the latest first. */
function avancementParNumero({
  avancement,
}: Suivi): ReadonlyMap<string, readonly EntreeAvancement[]> {
  return new Map(
    [...byNumero(avancement)].map(([numero, own]) => [
      numero,
      own
        .map(({ valeurs: { date, statut, pourcentage, commentaire = "" } }) => ({
          ...(date !== undefined && { date }),
          ...(statut !== undefined && {
            statut: STATUTS_AVANCEMENT.find((known) => known === statut) ?? statut,
          }),
          ...(pourcentage !== undefined && { pourcentage }),
          commentaire,
        }))
        .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? 1 : -1)),
    ]),
  );
}

function notes(own: readonly LigneEvaluation[], { criteres }: Grille): readonly NoteEvaluation[] {
  return criteres.map((critere) => {
    const { note, commentaire = "" } = evaluationDe(own, critere)?.valeurs ?? {};
    return { code: critere.code, commentaire, ...(note !== undefined && { note }) };
  });
}

/** Makes the tab of late reports of progress, as of today. */
export function rapportRelances(ports: Ports): ResultatRelances {
  return ports.sousVerrou(() => {
    const read = lireLaureats(ports);
    if (read.kind === "refus") return read;
    const { day, relances, prefecture } = read;
    const nom = nomLibre(
      ports.classeur,
      ecrireNomRapport({ rapport: "Relances", periode: day, version: 1 }),
    );
    ports.classeur.remplacer({ ...planRelances(relances, day, prefecture), nom });
    return {
      kind: "fait",
      onglet: nom,
      enRetard: relances.filter(({ statut }) => statut === "retard").length,
      laureats: relances.length,
    };
  });
}

/** Makes the tab that sums up the evaluations of the lauréats. */
export function rapportEvaluations(
  ports: Ports,
): { readonly kind: "fait"; readonly onglet: string; readonly criteres: number } | Refus {
  return ports.sousVerrou(() => {
    const read = lireLaureats(ports);
    if (read.kind === "refus") return read;
    const { grille, evaluations, relances, prefecture } = read;
    if (grille.criteres.length === 0) return refus(SANS_GRILLE);
    const laureats = relances
      .map(({ numero, dossier: { faits } }) => ({
        numero,
        porteur: faits.porteur ?? "",
        intitule: faits.intitule ?? "",
      }))
      .sort((a, b) => (a.numero < b.numero ? -1 : 1));
    const plan = planEvaluations(laureats, evaluations, grille, prefecture);
    ports.classeur.remplacer(plan);
    return { kind: "fait", onglet: plan.nom, criteres: grille.criteres.length };
  });
}

/** What to do where the regional level's grid is not in the settings. */
export const SANS_GRILLE =
  "Aucune grille d’évaluation dans Paramètres. Les documents n’en donnent pas\u00a0: le niveau régional la fixe (IDF). Ajoutez une ligne par critère, clé evaluation.CODE (par exemple evaluation.impact), valeur\u00a0: le libellé du critère, et la clé evaluation.echelle pour la note maximale (5 si absente).";
