import type { Cell } from "../dossiers/cell.js";
import { normalise, quoted } from "../dossiers/text.js";
import { formatEuros, roundToCents } from "../rules/cents.js";
import { addMonths, type Day, formatDay, isDay, type Month, nameOfMonth } from "../rules/day.js";
import { formatAvancement } from "./avancement.js";
import type { LaureatDitp } from "./ditp-lignes.js";
import { formatEntreprises } from "./entreprises.js";
import type { Envoi } from "./envoi.js";
import { ongletEnvoye } from "./envoi.js";
import { dateDecision, datesComites } from "./laureats.js";
import type { Suivi } from "./suivi.js";

/** The last list that was sent, as its tab still stands. */
export interface ListePrecedente {
  readonly envoi: Envoi;
  readonly etat: "conforme" | "modifié" | "absent";
  readonly lignes: readonly (readonly Cell[])[];
}

/** What changed for one dossier between two lists. */
export interface Changement {
  readonly numero: string;
  readonly porteur: string;
  readonly quoi: string;
  readonly le: Day | undefined;
}

/** What is compared: the list's column, its name in a sentence, and what a lauréat says now. */
const COMPARES = [
  {
    titre: "Montant financé par le Plan de relance",
    libelle: "montant",
    texte: ({ dossier }: LaureatDitp) =>
      dossier.faits.montant_accorde === undefined ? "" : formatEuros(dossier.faits.montant_accorde),
    lire: euros,
  },
  {
    titre: "Date de fin du projet",
    libelle: "date de fin",
    texte: ({ fin }: LaureatDitp) => (fin === undefined ? "" : formatDay(fin)),
    lire: jour,
  },
  {
    titre: "Entreprises bénéficiaires (département du siège)",
    libelle: "entreprises",
    texte: ({ entreprises }: LaureatDitp) => uneLigne(formatEntreprises(entreprises)),
    lire: (cell: Cell) => uneLigne(String(cell)),
  },
  {
    titre: "État d’avancement",
    libelle: "avancement",
    texte: ({ avancement }: LaureatDitp) =>
      avancement ? uneLigne(formatAvancement(avancement.valeurs)) : "",
    lire: (cell: Cell) => uneLigne(String(cell)),
  },
] as const;

function euros(cell: Cell): string {
  const cents = typeof cell === "number" ? roundToCents(cell) : undefined;
  return cents === undefined ? String(cell) : formatEuros(cents);
}

function jour(cell: Cell): string {
  const text = String(cell);
  return isDay(text) ? formatDay(text) : text;
}

function uneLigne(text: string): string {
  return text.replace(/\s*\n\s*/g, " ; ");
}

/** A line of a list that was sent: who, and what each compared column showed. */
interface LigneTransmise {
  readonly cle: string;
  readonly numero: string;
  readonly porteur: string;
  readonly textes: readonly string[];
}

/** Reads the list back from the tab that was sent; nothing where its header row is gone. */
function lireListe(rows: readonly (readonly Cell[])[]): readonly LigneTransmise[] | undefined {
  const header = rows.findIndex(
    (row) => row[0] === "N° dossier" && row.some((cell) => cell === COMPARES[0].titre),
  );
  if (header < 0) return undefined;
  const titres = rows[header]?.map((cell) => normalise(String(cell))) ?? [];
  const column = (titre: string) => titres.indexOf(normalise(titre));
  const porteurAt = column("Collectivité porteuse");
  const body = rows.slice(header + 1);
  const end = body.findIndex(([first]) => first === "Total");
  const cles = compteur();
  return body.slice(0, end < 0 ? body.length : end).map((row) => {
    const numero = String(row[0] ?? "");
    const porteur = String(row[porteurAt] ?? "");
    const textes = COMPARES.map(({ titre, lire }) => lire(row[column(titre)] ?? ""));
    return { cle: cles(numero, porteur), numero, porteur, textes };
  });
}

/** Keys of lines: the dossier's number, else who carries it; a second line of one number has its own. */
function compteur(): (numero: string, porteur: string) => string {
  const seen = new Map<string, number>();
  return (numero, porteur) => {
    const name = numero === "" ? normalise(porteur) : numero;
    const rank = (seen.get(name) ?? 0) + 1;
    seen.set(name, rank);
    return `${name}#${rank}`;
  };
}

/**
 * What changed since the last list that was sent: new lauréats, changed amounts, end dates, companies
 * and progress, then the dossiers that left and why.
 *
 * @param day last day of the new list's month
 * @returns nothing where the list that was sent can't be read back
 */
export function changementsDitp(
  suivi: Suivi,
  laureats: readonly LaureatDitp[],
  { lignes }: ListePrecedente,
  day: Day,
): readonly Changement[] | undefined {
  const before = lireListe(lignes);
  if (!before) return undefined;
  const known = new Map(before.map((ligne) => [ligne.cle, ligne]));
  const cles = compteur();
  const found: Changement[] = [];
  for (const laureat of laureats) {
    const cle = cles(laureat.numero, laureat.porteur);
    const former = known.get(cle);
    known.delete(cle);
    found.push(...(former ? changementsDe(laureat, former) : [nouveau(laureat)]));
  }
  return [...found, ...[...known.values()].map((ligne) => depart(suivi, ligne, day))];
}

function nouveau({ numero, porteur, decision, dossier }: LaureatDitp): Changement {
  const { montant_accorde } = dossier.faits;
  const amount = montant_accorde === undefined ? "montant absent" : formatEuros(montant_accorde);
  return { numero, porteur, quoi: `nouveau lauréat, ${amount}`, le: decision };
}

function changementsDe(laureat: LaureatDitp, { textes }: LigneTransmise): readonly Changement[] {
  const { numero, porteur, avancement } = laureat;
  return COMPARES.flatMap(({ libelle, texte }, index) => {
    const now = texte(laureat);
    const then = textes[index] ?? "";
    if (now === then) return [];
    const shown = (text: string) => (text === "" ? "absent" : text);
    const le = libelle === "avancement" ? avancement?.valeurs.date : undefined;
    return [{ numero, porteur, quoi: `${libelle}\u00a0: ${shown(then)} → ${shown(now)}`, le }];
  });
}

/** Why a dossier of the former list is not in this one, as far as the référent's tab says. */
function depart(suivi: Suivi, { numero, porteur }: LigneTransmise, day: Day): Changement {
  const own = suivi.dossiers.filter(({ dossier: { faits } }) =>
    numero === "" ? normalise(faits.porteur ?? "") === normalise(porteur) : faits.numero === numero,
  );
  const faits = own[0]?.dossier.faits;
  const left = (why: string, le?: Day): Changement => ({
    numero,
    porteur,
    quoi: `sorti de la liste\u00a0: ${why}`,
    le,
  });
  if (!faits) return left(`dossier absent de l’onglet ${quoted(suivi.onglet)}`);
  if (faits.etat === undefined) return left("aucun état dans le suivi");
  if (faits.etat === "Abandonné") return left("abandonné", faits.date_abandon);
  const decision = dateDecision(faits, datesComites(suivi));
  if (decision !== undefined && decision > day) {
    return left(`décision datée du ${formatDay(decision)}, après la fin du mois`);
  }
  if (own.length === 1) return left(`état ${quoted(faits.etat)}`);
  return left("une de ses lignes n’est plus lauréate");
}

/** Months without a list between the last one sent and this one. @example moisSautes("2021-05", "2021-08") // ["2021-06", "2021-07"] */
function moisSautes(dernier: Month, mois: Month): readonly Month[] {
  const skipped: Month[] = [];
  for (let month = suivant(dernier); month < mois; month = suivant(month)) skipped.push(month);
  return skipped;
}

const suivant = (month: Month): Month => addMonths(`${month}-01`, 1).slice(0, 7);

/** What is to be known of the last list that was sent before comparing with it, in French. */
export function remarquesSur({ envoi, etat }: ListePrecedente, mois: Month): readonly string[] {
  const nom = quoted(ongletEnvoye(envoi));
  const skipped = moisSautes(envoi.periode, mois).map(nameOfMonth);
  return [
    ...(skipped.length > 0 ? [`Mois sans envoi\u00a0: ${skipped.join(", ")}.`] : []),
    ...(etat === "absent"
      ? [`L’onglet ${nom} n’existe plus\u00a0: la comparaison n’est pas possible.`]
      : []),
    ...(etat === "modifié"
      ? [
          `L’onglet ${nom} a été modifié depuis son envoi (empreinte différente)\u00a0: la comparaison part de ce qu’il contient aujourd’hui.`,
        ]
      : []),
  ];
}
