import { NOM_NOTES } from "../../dossiers/onglets.js";
import { NOM_SIMULATION } from "../../dossiers/onglets-demande.js";
import { GUICHET_PAR_DEFAUT } from "../../dossiers/parametres.js";
import { readTable } from "../../dossiers/table.js";
import { compter, quoted } from "../../dossiers/text.js";
import { libelleTheme } from "../../dossiers/themes.js";
import { sourceEnveloppe, totalEnveloppe } from "../../reports/ditp-enveloppes.js";
import { byNumero, type DossierSuivi, type Suivi } from "../../reports/suivi.js";
import { consomme } from "../../rules/enveloppe.js";
import { isADecider } from "../../rules/etat.js";
import type { Guichet } from "../../rules/guichet.js";
import { ambiguites } from "../lire-suivi.js";
import type { Ports } from "../ports.js";
import { ouvrirSuivi } from "../suivi/ouvrir.js";
import { examenDe } from "./examen.js";
import { lireScenarios } from "./lire.js";
import type { DossierSimule, EnveloppeSimulee, EtatSimulation } from "./protocole.js";
import { scoresDe } from "./scores.js";

/** What the page of scenarios shows: dossiers to be decided, envelopes, scenarios kept. Reads, writes nothing. */
export function ouvrirSimulation({ classeur }: Ports): EtatSimulation {
  const ouvert = ouvrirSuivi(classeur);
  if (ouvert.kind === "refus") return ouvert;
  const { suivi, parametres, onglet } = ouvert;
  const score = scoresDe(readTable(NOM_NOTES, classeur.lire(NOM_NOTES).lignes));
  const pending = suivi.dossiers.filter(({ dossier }) => isADecider(dossier.faits.etat));
  const counts = countNumeros(pending);
  const known = pending.filter(({ dossier }) => counts.get(dossier.faits.numero ?? "") === 1);
  return {
    kind: "ouvert",
    guichet: parametres.guichet ?? GUICHET_PAR_DEFAUT,
    dossiers: known.map((entry) => simule(entry, score)),
    enveloppes: enveloppes(suivi),
    scenarios: lireScenarios(classeur.lire(NOM_SIMULATION).lignes),
    avertissements: [...ambiguites(onglet), ...sansNumero(pending.length - known.length)],
  };
}

function countNumeros(dossiers: readonly DossierSuivi[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { dossier } of dossiers) {
    const { numero } = dossier.faits;
    if (numero !== undefined) counts.set(numero, (counts.get(numero) ?? 0) + 1);
  }
  return counts;
}

function sansNumero(count: number): readonly string[] {
  return count === 0
    ? []
    : [
        `${compter(count, "ligne", "lignes")} à décider sans ${quoted("N° dossier")}, ou dont le numéro est porté par plusieurs lignes\u00a0: hors des scénarios.`,
      ];
}

function simule(entry: DossierSuivi, scoreOf: ReturnType<typeof scoresDe>): DossierSimule {
  const { dossier, guichet } = entry;
  const { faits } = dossier;
  const { theme, issue, possible } = examenDe(entry);
  const score = scoreOf(faits, guichet, theme);
  return {
    numero: faits.numero ?? "",
    porteur: faits.porteur ?? "",
    intitule: faits.intitule ?? "",
    guichet: guichet.id,
    themeLibelle: theme ? libelleTheme(theme, guichet) : (faits.theme ?? ""),
    etat: faits.etat ?? "",
    issue,
    ...(faits.demande !== undefined && { demande: faits.demande }),
    ...(faits.montant_propose !== undefined && { propose: faits.montant_propose }),
    ...(possible !== undefined && { possible }),
    ...(score !== undefined && { score }),
    ...(faits.population !== undefined && { population: faits.population }),
  };
}

/** The envelope of each guichet of the sheet, with what its lauréats take from it. */
export function enveloppes(suivi: Suivi): readonly EnveloppeSimulee[] {
  const guichets = new Map(suivi.dossiers.map(({ guichet }) => [guichet.id, guichet]));
  const payments = byNumero(suivi.paiements);
  return [...guichets.values()].map((guichet) => {
    const lignes = suivi.dossiers
      .filter((entry) => entry.guichet.id === guichet.id)
      .map(({ dossier: { faits } }) => ({
        etat: faits.etat,
        montant: faits.montant_accorde ?? 0,
        paye: (payments.get(faits.numero ?? "") ?? []).reduce(
          (sum, { valeurs }) => sum + (valeurs.montant ?? 0),
          0,
        ),
      }));
    return { ...totalDe(guichet), accorde: consomme(lignes, "accordé") };
  });
}

function totalDe(guichet: Guichet): Omit<EnveloppeSimulee, "accorde"> {
  const total = totalEnveloppe(guichet);
  const source = sourceEnveloppe(guichet);
  return {
    guichet: guichet.id,
    nom: guichet.nom,
    source: total === undefined ? `Enveloppe ${source}, ou à saisir ici.` : source,
    ...(total !== undefined && { total }),
  };
}
