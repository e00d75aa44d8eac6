import type { LigneTable } from "../dossiers/table.js";
import type { Cents } from "../rules/cents.js";
import type { Day } from "../rules/day.js";
import type { Champ, Faits } from "../rules/dossier.js";
import { type ColonneScdl, colonnesInvalides, type LigneScdl } from "./scdl-colonnes.js";
import { byNumero, type DossierSuivi, type Manque, manqueDe, type Suivi } from "./suivi.js";

type Paiement = LigneTable<"Paiements">;

/** The préfecture's own values, from its settings. */
export interface AttribuantScdl {
  readonly nom: string;
  readonly siret: string;
  readonly notificationUe: string;
  readonly conditions: string;
  readonly dispositif: string;
}

/** A grant with its line of the file, or why it has none. */
export interface SubventionScdl {
  readonly laureat: DossierSuivi;
  readonly ligne: LigneScdl;
  readonly invalides: readonly ColonneScdl[];
}

/** Amounts as the schema writes them: a point, two decimals. @example decimales(1200050) // "12000.50" */
function decimales(cents: Cents): string {
  return (cents / 100).toFixed(2);
}

/** The line of each lauréat, with what the schema would refuse of it. */
export function subventionsScdl(
  suivi: Suivi,
  laureats: readonly DossierSuivi[],
  attribuant: AttribuantScdl,
): readonly SubventionScdl[] {
  const payments = byNumero(suivi.paiements);
  return laureats.map((laureat) => {
    const { faits } = laureat.dossier;
    const ligne = ligneDe(faits, payments.get(faits.numero ?? "") ?? [], attribuant);
    return { laureat, ligne, invalides: colonnesInvalides(ligne) };
  });
}

function ligneDe(
  faits: Faits,
  paiements: readonly Paiement[],
  attribuant: AttribuantScdl,
): LigneScdl {
  return {
    nomAttribuant: attribuant.nom,
    idAttribuant: attribuant.siret.replace(/\s/g, ""),
    dateConvention: faits.date_convention ?? "",
    referenceDecision: (faits.reference_decision ?? "").replace(/\s+/g, " "),
    nomBeneficiaire: faits.porteur ?? "",
    idBeneficiaire: (faits.siret ?? "").replace(/\s/g, ""),
    rnaBeneficiaire: "",
    objet: (faits.intitule ?? "").replace(/\s+/g, " ").slice(0, 256),
    montant: faits.montant_accorde === undefined ? "" : decimales(faits.montant_accorde),
    nature: "aide en numéraire",
    conditionsVersement: conditionsDe(faits, paiements, attribuant),
    datesPeriodeVersement: periodeDe(faits, paiements),
    idRAE: "",
    notificationUE: attribuant.notificationUe.toLowerCase(),
    pourcentageSubvention: "1.00",
    dispositifAide: attribuant.dispositif,
  };
}

const paid = (paiements: readonly Paiement[]): Cents =>
  paiements.reduce((sum, { valeurs }) => sum + (valeurs.montant ?? 0), 0);

/** One payment of the whole grant is `unique`, others `échelonné`; without payment, what the préfecture set. */
function conditionsDe(
  { montant_accorde }: Faits,
  paiements: readonly Paiement[],
  { conditions }: AttribuantScdl,
): string {
  if (paiements.length === 0) return conditions;
  return paiements.length === 1 && paid(paiements) === montant_accorde ? "unique" : "échelonné";
}

/**
 * From the first payment to the last one. While the grant is not paid in full the period goes on to the
 * project's end, and it begins with the convention while nothing was paid: our reading.
 */
function periodeDe(faits: Faits, paiements: readonly Paiement[]): string {
  const days = paiements
    .map(({ valeurs }) => valeurs.date)
    .filter((day): day is Day => day !== undefined)
    .sort();
  const from = days[0] ?? faits.date_convention;
  const settled = faits.etat === "Soldé" || paid(paiements) === faits.montant_accorde;
  const last = days[days.length - 1];
  const end = settled ? last : later(last, faits.fin_reelle ?? faits.fin);
  if (from === undefined || end === undefined) return "";
  return end > from ? `${from}/${end}` : from;
}

function later(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return b;
  return a > b ? a : b;
}

/** Where a column's value is typed, and what is expected there. */
const A_COMPLETER: Readonly<Partial<Record<ColonneScdl, readonly [champ: Champ, quoi: string]>>> = {
  dateConvention: ["date_convention", "date de convention absente"],
  nomBeneficiaire: ["porteur", "collectivité porteuse absente"],
  idBeneficiaire: ["siret", "SIRET du bénéficiaire absent ou différent de 14 chiffres"],
  objet: ["intitule", "intitulé du projet absent"],
  montant: ["montant_accorde", "montant accordé absent"],
  datesPeriodeVersement: [
    "fin",
    "ni versement, ni date de fin\u00a0: période de versement inconnue",
  ],
};

/** Settings that a column comes from. */
const REGLAGES: Readonly<Partial<Record<ColonneScdl, readonly [cle: string, quoi: string]>>> = {
  nomAttribuant: ["prefecture", "nom de l’attribuant absent"],
  idAttribuant: ["scdl.siret", "SIRET de l’attribuant absent ou différent de 14 chiffres"],
  notificationUE: ["scdl.notification_ue", "oui ou non attendu"],
  conditionsVersement: [
    "scdl.conditions",
    "dossiers sans versement\u00a0: conditions attendues (unique, échelonné ou autre)",
  ],
};

/** What keeps grants out of the file: settings told once, then dossier by dossier. */
export function manquesScdl(
  suivi: Suivi,
  subventions: readonly SubventionScdl[],
): readonly Manque[] {
  const unset = new Set(subventions.flatMap(({ invalides }) => invalides));
  const settings = Object.entries(REGLAGES).flatMap(([nom, [cle, quoi]]) =>
    unset.has(nom as ColonneScdl)
      ? [{ numero: "", porteur: "", quoi, ou: `onglet «\u00a0Paramètres\u00a0», clé ${cle}` }]
      : [],
  );
  const own = subventions.flatMap(({ laureat, invalides }) =>
    invalides.flatMap((nom): Manque[] => {
      const [champ, quoi] = A_COMPLETER[nom] ?? [];
      if (!champ || quoi === undefined) return [];
      const follows = nom === "datesPeriodeVersement" && laureat.dossier.faits[champ] !== undefined;
      return follows ? [] : [manqueDe(suivi, laureat, champ, quoi)];
    }),
  );
  return [...settings, ...own];
}
