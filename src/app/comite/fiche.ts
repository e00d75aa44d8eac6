import { isEmpty } from "../../dossiers/cell.js";
import { CHAMPS } from "../../dossiers/champs.js";
import { sentence } from "../../dossiers/phrases.js";
import { libelleTheme } from "../../dossiers/themes.js";
import { examinerLigne, type LigneInstruite } from "../../functions/lignes.js";
import { formatEuros } from "../../rules/cents.js";
import { formatCitation } from "../../rules/citation.js";
import type { CadreDecision } from "../../rules/decision.js";
import type { Motif } from "../../rules/motif.js";
import { formatPoints } from "../../rules/points.js";
import { lireFinDuJournal } from "../fin-du-journal.js";
import type { Classeur, Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { avisRecueillis } from "./avis-recueillis.js";
import { cadreDe, forfaitDe } from "./cadre.js";
import { consommeSans, sourceDe } from "./enveloppe.js";
import { decisionsAnterieures } from "./historique.js";
import { type LigneSeance, lireSeance, type Seance, trouver } from "./lire-seance.js";
import { celluleDe, montrer } from "./montrer.js";
import { lireNotes, noteMaxDe, scoreDe } from "./notes.js";
import type { FicheDossier, Raison } from "./protocole.js";
import { decisionLue, isNotifie, propositionDe } from "./saisie-decision.js";
import { voisinsDe } from "./voisins.js";
import { FAITS_MONTRES, vuDe } from "./vu.js";

/** A dossier at a glance: what a committee needs to decide, with the scores it gave so far. */
export function ficheDossier(
  ports: Ports,
  { numero, comite }: { readonly numero: string; readonly comite: string },
): FicheDossier {
  const seance = lireSeance(ports);
  if ("kind" in seance) return seance;
  const ligne = trouver(seance, numero);
  if ("kind" in ligne) return ligne;
  const instruite = instruireLigne(ligne);
  if ("kind" in instruite) return instruite;
  const notes = lireNotes(ports.classeur, ligne.guichet, instruite.theme, { numero, comite });
  if ("kind" in notes) return notes;
  const { criteres } = notes;
  const { faits } = ligne.dossier;
  const score = scoreDe(criteres);
  const proposition = propositionDe(faits);
  return {
    kind: "dossier",
    numero,
    vu: vuDe(seance, ligne, criteres),
    faits: faitsMontres(seance, ligne),
    porteur: faits.porteur ?? "",
    intitule: faits.intitule ?? "",
    avis: avisRecueillis(seance, ligne),
    themeLibelle: themeLibelle(instruite),
    issue: instruite.verdict.issue,
    raisons: instruite.verdict.motifs.map(raison),
    ...bornes(seance, ligne, instruite),
    ...alentours(ports.classeur, seance, ligne),
    criteres,
    noteMax: noteMaxDe(seance.parametres),
    decision: decisionLue(faits),
    verrouille: isNotifie(faits),
    ...(score !== undefined && { score }),
    ...(proposition && { proposition }),
  };
}

/** A dossier examined under its own guichet; refused where its guichet can't be read. */
export function instruireLigne({ dossier, guichet, numero }: LigneSeance): LigneInstruite | Refus {
  const unread = dossier.illisibles.find(({ champ }) => champ === "guichet");
  return unread
    ? refus(
        `Dossier ${numero}\u00a0: guichet lu «\u00a0${unread.lu}\u00a0», attendu ${unread.attendu}. Corrigez la colonne «\u00a0Guichet\u00a0».`,
      )
    : examinerLigne(dossier, guichet);
}

/** The guichet's own label of the theme; what is written where it was not understood. */
export function themeLibelle({ theme, guichet, dossier }: LigneInstruite): string {
  return theme === undefined ? (dossier.faits.theme ?? "") : libelleTheme(theme, guichet);
}

/** The bounds of the decision against the envelope as it stands without this dossier. */
export function cadreSeance(
  seance: Seance,
  { numero }: LigneSeance,
  instruite: LigneInstruite,
): CadreDecision {
  return cadreDe(instruite, consommeSans(seance, instruite.guichet.id, new Set([numero])));
}

function faitsMontres(
  seance: Seance,
  ligne: LigneSeance,
): readonly { readonly libelle: string; readonly valeur: string }[] {
  const illisibles = new Set(ligne.dossier.illisibles.map(({ champ }) => champ));
  return FAITS_MONTRES.flatMap((champ) => {
    const cell = celluleDe(seance, ligne, champ);
    if (isEmpty(cell)) return [];
    const valeur = `${montrer(champ, cell)}${illisibles.has(champ) ? " (illisible)" : ""}`;
    return [{ libelle: CHAMPS[champ].titre, valeur }];
  });
}

function raison(motif: Motif): Raison {
  const { code, gravite, source, reglages } = motif;
  const own = reglages.map(({ cle }) => `réglage de la préfecture, clé ${cle}`).join(", ");
  const cited = source && source.document !== "PREF" ? formatCitation(source) : "";
  return {
    code,
    gravite,
    phrase: sentence(motif),
    source: [cited, own === "" ? "" : `(${own})`].filter((part) => part !== "").join(" "),
  };
}

function bornes(seance: Seance, ligne: LigneSeance, instruite: LigneInstruite) {
  const cadre = cadreSeance(seance, ligne, instruite);
  return { cadre, regles: regles(cadre, instruite) };
}

/** Rates, ceiling and flat rate as sentences, each with its source. */
function regles(
  cadre: CadreDecision,
  { guichet, theme, dossier }: LigneInstruite,
): readonly { readonly texte: string; readonly source: string }[] {
  const { taux, exception, plafond, plafondException, sourceTaux } = cadre;
  const forfait = forfaitDe(guichet, theme, dossier.faits);
  const found: { texte: string; source: string }[] = [];
  const add = (texte: string, source: string) => found.push({ texte, source });
  if (taux?.min !== undefined) {
    add(
      `Taux minimum\u00a0: ${formatPoints(taux.min)}${taux.indicatif ? " (notre lecture, simple avertissement)" : ""}`,
      sourceTaux,
    );
  }
  if (taux) add(`Taux maximum\u00a0: ${formatPoints(taux.max)}`, sourceTaux);
  if (plafond !== undefined) add(`Plafond\u00a0: ${formatEuros(plafond)}`, sourceTaux);
  if (exception) {
    const amount = plafondException === undefined ? "" : `, soit ${formatEuros(plafondException)}`;
    add(
      `À titre exceptionnel\u00a0: ${formatPoints(exception.max)}${amount}, avec un motif`,
      exception.source,
    );
  }
  if (forfait) {
    add(
      `Forfait recommandé\u00a0: ${formatEuros(forfait.value)}, pour information`,
      sourceDe(forfait),
    );
  }
  return found;
}

function alentours(classeur: Classeur, seance: Seance, ligne: LigneSeance) {
  return {
    voisins: voisinsDe(classeur, seance, ligne),
    anterieures: decisionsAnterieures(lireFinDuJournal(classeur), ligne.numero),
  };
}
