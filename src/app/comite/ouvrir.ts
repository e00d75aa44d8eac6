import { compter, nommer } from "../../dossiers/text.js";
import { isADecider } from "../../rules/etat.js";
import { journalLong } from "../archiver-journal.js";
import { ambiguites } from "../lire-suivi.js";
import { type Ports, refus } from "../ports.js";
import { colonnesComiteManquantes } from "./colonnes.js";
import { dateDuComite, isDecideEn } from "./decide-en.js";
import { calendrierDe } from "./echeances.js";
import { consommeSans, etatEnveloppe, guichetsDe, montantsNonComptes } from "./enveloppe.js";
import { instruireLigne, themeLibelle } from "./fiche.js";
import { type LigneSeance, lireSeance, type Seance } from "./lire-seance.js";
import type { EtatComite, EtatEnveloppe, LigneAgenda } from "./protocole.js";
import { propositionDe } from "./saisie-decision.js";

/** Above so many dossiers, those decided outside any open committee are not listed. */
const LISTE_ENTIERE = 1_000;

/** How many numbers a warning names. */
const NOMMES = 5;

/** What the sidebar shows first: committees, what is due, envelopes, the dossiers. */
export function ouvrirComite(ports: Ports): EtatComite {
  const seance = lireSeance(ports);
  if ("kind" in seance) return seance;
  const missing = colonnesComiteManquantes(seance);
  if (missing) return missing;
  const selected = selectionDe(ports, seance);
  const { listees, ecartees } = aLister(seance, selected);
  if (seance.lignes.length === 0) {
    return refus("Aucun dossier dans votre onglet\u00a0: importez ou saisissez-en d’abord.");
  }
  const calendrier = calendrierDe(seance);
  ports.rappels.comite(calendrier.depuis);
  return {
    kind: "ouvert",
    classeur: ports.classeur.id(),
    aujourdhui: seance.jour,
    qui: ports.contexte.qui(),
    comites: seance.comites,
    echeances: calendrier.echeances,
    enveloppes: enveloppesDe(seance),
    dossiers: listees.map((ligne) => ligneAgenda(seance, ligne)),
    avertissements: [
      ...ambiguites(seance.onglet),
      ...reserves(seance),
      ...ecartees,
      ...journalLong(ports.classeur),
    ],
    ...(selected && { selection: selected.numero }),
  };
}

/** The envelope of each guichet of the sheet, as granted so far. */
function enveloppesDe(seance: Seance): readonly EtatEnveloppe[] {
  return guichetsDe(seance).map((guichet) =>
    etatEnveloppe(guichet, consommeSans(seance, guichet.id)),
  );
}

/** The dossier of the active row, where that row is one of the référent's tab. */
function selectionDe({ classeur }: Ports, { onglet, lignes }: Seance): LigneSeance | undefined {
  const selection = classeur.selection();
  if (selection?.onglet !== onglet.nom) return undefined;
  return lignes.find(({ ligne, numero }) => ligne === selection.ligne && numero !== "");
}

/** The dossiers to list: all of a small sheet; of a large one, those a committee may still deal with. */
function aLister(
  seance: Seance,
  selected: LigneSeance | undefined,
): { readonly listees: readonly LigneSeance[]; readonly ecartees: readonly string[] } {
  const numbered = seance.lignes.filter(({ numero }) => numero !== "");
  if (numbered.length <= LISTE_ENTIERE) return { listees: numbered, ecartees: [] };
  const open = seance.comites.filter(({ statut }) => statut !== "clos");
  const listees = numbered.filter(
    (ligne) =>
      ligne === selected ||
      isADecider(ligne.dossier.faits.etat) ||
      open.some(({ nom }) => nom === ligne.dossier.faits.comite),
  );
  const left = numbered.length - listees.length;
  return {
    listees,
    ecartees:
      left === 0
        ? []
        : [
            `${compter(left, "dossier déjà décidé n’est pas listé", "dossiers déjà décidés ne sont pas listés")}\u00a0: pour en ouvrir un, sélectionnez sa ligne dans la feuille.`,
          ],
  };
}

/** What no sum and no list counts. */
function reserves(seance: Seance): readonly string[] {
  const unnumbered = seance.lignes.filter(({ numero }) => numero === "").length;
  const uncounted = montantsNonComptes(seance);
  const names = uncounted.map(({ numero, ligne }) => numero || `ligne ${ligne}`);
  return [
    ...(unnumbered > 0
      ? [
          `${compter(unnumbered, "dossier sans numéro ne peut pas être décidé", "dossiers sans numéro ne peuvent pas être décidés")}.`,
        ]
      : []),
    ...(uncounted.length > 0
      ? [
          `Montant accordé ou état illisible ou absent, non compté dans l’enveloppe\u00a0: ${nommer(names, NOMMES)}.`,
        ]
      : []),
  ];
}

function ligneAgenda(seance: Seance, ligne: LigneSeance): LigneAgenda {
  const { faits } = ligne.dossier;
  const instruite = instruireLigne(ligne);
  const unread = "kind" in instruite;
  const proposition = propositionDe(faits);
  return {
    numero: ligne.numero,
    porteur: faits.porteur ?? "",
    intitule: faits.intitule ?? "",
    guichet: ligne.guichet.id,
    themeLibelle: unread ? (faits.theme ?? "") : themeLibelle(instruite),
    comite: faits.comite ?? "",
    issue: unread ? "À vérifier" : instruite.verdict.issue,
    decide: isDecideEn(faits, dateDuComite(seance, faits.comite)),
    ...(!unread && instruite.theme && { theme: instruite.theme }),
    ...(faits.depot !== undefined && { depot: faits.depot }),
    ...(faits.etat && { etat: faits.etat }),
    ...(faits.demande !== undefined && { demande: faits.demande }),
    ...(faits.montant_accorde !== undefined && { accorde: faits.montant_accorde }),
    ...(proposition && { proposition }),
  };
}
