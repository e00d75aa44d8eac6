import { CHAMPS } from "../../dossiers/champs.js";
import { compter, normalise, quoted } from "../../dossiers/text.js";
import { type DatesComites, datesComites } from "../../reports/laureats.js";
import { byNumero, type DossierSuivi, type Suivi } from "../../reports/suivi.js";
import { formatCitation } from "../../rules/citation.js";
import { type Day, formatDay } from "../../rules/day.js";
import type { Champ, Faits } from "../../rules/dossier.js";
import { grouped } from "../../rules/grouped.js";
import { DATES_ETATS, type EtatSuite, type Suite, transition } from "../../rules/suites.js";
import { colonnesManquantes } from "../colonnes-requises.js";
import { enregistrer } from "../enregistrer.js";
import type { Ecriture } from "../plan-enregistrement.js";
import type { Ports } from "../ports.js";
import { nomInformation } from "./information.js";
import { ouvrir } from "./lecture.js";
import { avisRegion, phraseAvis, phraseRefus } from "./phrases.js";
import type { DemandeEtat, LigneEtat, ResultatEtat } from "./protocole.js";

/** How the Journal names a change of state. */
export const SOURCE_SUITES = "Suites du comité";

/** What one dossier's change comes to: its line, and what is to be written. */
interface Essai {
  readonly ligne: LigneEtat;
  readonly ecritures: readonly Ecriture[];
}

/**
 * Takes dossiers to a state, each judged on its own: those that may go there are written in one batch with
 * the day of the state, the others are refused with the reason. Only the next state in order, or an
 * abandonment; the day of `Payé` is the first payment's.
 *
 * @param demande numbers of dossiers, the state, its day
 * @returns a line for each dossier asked for, in that order
 */
export function marquerEtat(ports: Ports, demande: DemandeEtat): ResultatEtat {
  return ports.sousVerrou(() => {
    const { vers, jour } = demande;
    const open = ouvrir(ports.classeur, ["numero", "etat"]);
    if (open.kind !== "ouvert") return open;
    const judge = juge(open.suivi, ports.classeur.noms(), {
      vers,
      jour,
      aujourdhui: ports.contexte.maintenant().slice(0, 10),
    });
    const essais = [...new Set(demande.numeros)].map(judge);
    const written = new Set(essais.flatMap(({ ecritures }) => ecritures.map(({ champ }) => champ)));
    const missing = colonnesManquantes(open.onglet, { indispensables: [...written] });
    if (missing) return missing;
    const done = enregistrer(ports, {
      onglet: open.onglet,
      ecritures: essais.flatMap(({ ecritures }) => ecritures),
      source: SOURCE_SUITES,
    });
    if (done.kind === "refus") return done;
    const lignes = essais.map(({ ligne }) => avecLaissees(ligne, done.laissees));
    return { kind: "fait", lot: done.lot, lignes, message: bilan(lignes, vers) };
  });
}

interface Cible {
  readonly vers: EtatSuite;
  readonly jour: Day | undefined;
  readonly aujourdhui: Day;
}

/** Judges one dossier by its number. */
function juge(suivi: Suivi, onglets: readonly string[], cible: Cible) {
  const rows = grouped(suivi.dossiers, ({ dossier }) => dossier.faits.numero);
  const payments = byNumero(suivi.paiements);
  const comites = datesComites(suivi);
  return (numero: string): Essai => {
    const [entry, twin] = rows.get(numero) ?? [];
    if (!entry)
      return refuse(numero, "", `aucun dossier de ce numéro dans ${quoted(suivi.onglet)}.`);
    const { faits } = entry.dossier;
    const porteur = faits.porteur ?? "";
    if (twin) {
      return refuse(
        numero,
        porteur,
        `ce numéro figure sur plusieurs lignes (${entry.ligne} et ${twin.ligne})\u00a0: gardez-en une.`,
      );
    }
    const unread = illisible(entry, cible.vers);
    if (unread !== undefined) return refuse(numero, porteur, unread);
    const decision = decisionDe(faits, comites);
    const suite = transition({
      faits,
      paiements: (payments.get(numero) ?? []).map(({ valeurs }) => valeurs),
      decision,
      ...cible,
    });
    if (suite.kind === "refus") return refuse(numero, porteur, phraseRefus(suite.refus));
    return permis(entry, numero, suite, informationAbsente(entry, cible.vers, decision, onglets));
  };
}

function refuse(numero: string, porteur: string, message: string): Essai {
  return { ligne: { numero, porteur, ok: false, message, avis: [] }, ecritures: [] };
}

function permis(
  { dossier: { faits }, guichet }: DossierSuivi,
  numero: string,
  { etat, jour, champ, avis }: Extract<Suite, { kind: "permis" }>,
  information: string | undefined,
): Essai {
  const region = avisRegion(guichet, etat);
  const found = [region, information].filter((text): text is string => text !== undefined);
  return {
    ligne: {
      numero,
      porteur: faits.porteur ?? "",
      ok: true,
      message: `${faits.etat} → ${etat}, le ${formatDay(jour)}.`,
      avis: [...found, ...avis.map(phraseAvis)],
    },
    ecritures: [
      { numero, champ: "etat", apres: etat },
      ...(champ ? [{ numero, champ, apres: { jour } }] : []),
    ],
  };
}

/** The day of the decision: the dossier's own, else its committee's. */
function decisionDe({ date_decision, comite }: Faits, comites: DatesComites): Day | undefined {
  return date_decision ?? (comite === undefined ? undefined : comites.get(normalise(comite)));
}

/** Fields that a change of state rests on. */
const LUS: readonly Champ[] = ["etat", "montant_accorde", ...Object.values(DATES_ETATS)];

/** A cell that can't be read is mended first; the day about to be written may be overwritten. */
function illisible({ dossier }: DossierSuivi, vers: EtatSuite): string | undefined {
  const written: Champ | undefined = vers === "Payé" ? undefined : DATES_ETATS[vers];
  const found = dossier.illisibles.find(({ champ }) => LUS.includes(champ) && champ !== written);
  return (
    found &&
    `«\u00a0${CHAMPS[found.champ].titre}\u00a0» illisible\u00a0: lu ${quoted(found.lu)}, attendu ${found.attendu}.`
  );
}

/** The regional level is told before anybody is notified: said where no such list was made. */
function informationAbsente(
  { guichet }: DossierSuivi,
  vers: EtatSuite,
  decision: Day | undefined,
  onglets: readonly string[],
): string | undefined {
  const source = guichet.suites?.informationRegionale;
  if (!source || vers !== "Notifié" || decision === undefined) return undefined;
  const nom = nomInformation(decision);
  return onglets.some((onglet) => onglet.startsWith(nom))
    ? undefined
    : `aucun onglet ${quoted(nom)}\u00a0: le niveau régional doit être informé avant la notification ${formatCitation(source)}.`;
}

/** A formula of the référent's was left alone: the line says so. */
function avecLaissees(
  ligne: LigneEtat,
  laissees: readonly { readonly numero: string; readonly champ: Champ }[],
): LigneEtat {
  const left = laissees.filter(({ numero }) => ligne.ok && numero === ligne.numero);
  if (left.length === 0) return ligne;
  const titles = left.map(({ champ }) => quoted(CHAMPS[champ].titre)).join(", ");
  return {
    ...ligne,
    avis: [
      ...ligne.avis,
      `${titles} tient dans une formule de votre tableau\u00a0: laissé tel quel.`,
    ],
  };
}

function bilan(lignes: readonly LigneEtat[], vers: EtatSuite): string {
  const done = lignes.filter(({ ok }) => ok).length;
  const refused = lignes.length - done;
  const parts = [
    done > 0
      ? `${compter(done, "dossier passe", "dossiers passent")} à «\u00a0${vers}\u00a0».`
      : "Rien n’a été modifié.",
    refused > 0 ? `${compter(refused, "dossier refusé", "dossiers refusés")}, voir le détail.` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
