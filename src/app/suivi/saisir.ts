import { nomDepartement, readDepartement } from "../../dossiers/departements.js";
import { NOM_AVANCEMENT, NOM_ENTREPRISES } from "../../dossiers/onglets.js";
import { NOM_EVALUATIONS, NOM_RELANCES } from "../../dossiers/onglets-demande.js";
import { readDay } from "../../dossiers/readers.js";
import { normalise, quoted } from "../../dossiers/text.js";
import { grilleDe } from "../../reports/evaluation.js";
import type { Contenu } from "../../reports/plan.js";
import { eurosOf, formatEuros } from "../../rules/cents.js";
import { type Day, formatDay } from "../../rules/day.js";
import { formatPoints, shareOf } from "../../rules/points.js";
import { ecrireOutils } from "../ecrire-lot.js";
import type { Changement } from "../journal.js";
import type { Operation, Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { SANS_GRILLE } from "./laureats.js";
import { ajouterLignes, lireTable, modifierLigne, type Table } from "./lignes.js";
import { ouvrirSuivi } from "./ouvrir.js";
import type {
  ResultatSaisie,
  SaisieAvancement,
  SaisieEntreprise,
  SaisieEvaluation,
  SaisieReport,
} from "./protocole.js";

/** One row to write: found by its key, else added; only what is typed is written. */
interface LigneSaisie {
  readonly cle: Readonly<Record<string, string>>;
  readonly contenus: Readonly<Record<string, Contenu>>;
  readonly champ: string;
  readonly apres: string;
}

/** Writes a lauréat's rows into a tab of the contract, by key, and journals each. */
function saisir(
  ports: Ports,
  onglet: string,
  numero: string,
  lignes: (ouvert: { auteur: string; today: Day }) => readonly LigneSaisie[],
): ResultatSaisie {
  const { classeur, contexte } = ports;
  const ouvert = ouvrirSuivi(classeur);
  if (ouvert.kind === "refus") return ouvert;
  if (!ouvert.suivi.dossiers.some(({ dossier }) => dossier.faits.numero === numero)) {
    return refus(
      `Le dossier ${quoted(numero)} n’est plus dans l’onglet ${quoted(ouvert.onglet.nom)}. Rien n’a été écrit\u00a0: ce que vous avez saisi est encore là.`,
    );
  }
  const table = lireTable(classeur, onglet);
  if ("kind" in table) return table;
  const rows = lignes({ auteur: contexte.qui(), today: contexte.maintenant().slice(0, 10) });
  classeur.appliquer(table.creation);
  const operations: Operation[] = [];
  const changes: Changement[] = [];
  const added: Readonly<Record<string, Contenu>>[] = [];
  for (const { cle, contenus, champ, apres } of rows) {
    const at = ligneDe(table, { ...cle, numero });
    if (at === undefined) added.push({ ...cle, ...contenus, numero });
    else operations.push(...modifierLigne(table, at, contenus));
    changes.push({ numero, champ, avant: avantDe(table, at, Object.keys(contenus)), apres });
  }
  ecrireOutils(
    ports,
    [...operations, ...ajouterLignes(table, added)],
    changes,
    "Suivi des lauréats",
  );
  return {
    kind: "fait",
    message: changes.map(({ champ, apres }) => `${champ}\u00a0: ${apres}`).join("\n"),
  };
}

/** What the fields of a row held before they are written over. */
function avantDe(
  { lignes, colonnes }: Table,
  ligne: number | undefined,
  champs: readonly string[],
): string {
  if (ligne === undefined) return "";
  const row = lignes[ligne - 1] ?? [];
  return champs
    .map((champ) => String(row[(colonnes.get(champ) ?? 0) - 1] ?? ""))
    .filter((text) => text !== "")
    .join(" – ");
}

/** One-based row of a key; days compare as days, texts without case or accents. */
function ligneDe(
  { lignes, colonnes }: Table,
  cle: Readonly<Record<string, string>>,
): number | undefined {
  const same = (cell: unknown, wanted: string) => {
    const day = readDay(cell as string);
    if (day.ok && day.value === wanted) return true;
    return normalise(String(cell)) === normalise(wanted);
  };
  const found = lignes.findIndex(
    (row, index) =>
      index > 0 &&
      Object.entries(cle).every(([champ, wanted]) =>
        same(row[(colonnes.get(champ) ?? 0) - 1] ?? "", wanted),
      ),
  );
  return found < 0 ? undefined : found + 1;
}

/** Adds a report of progress, or corrects the one of the same day. */
export function saisirAvancement(ports: Ports, saisie: SaisieAvancement): ResultatSaisie {
  const { numero, date, statut, pourcentage, commentaire } = saisie;
  return ports.sousVerrou(() => {
    if (date > ports.contexte.maintenant().slice(0, 10)) {
      return refus(`Date\u00a0: le ${formatDay(date)} est à venir. Rien n’a été écrit.`);
    }
    return saisir(ports, NOM_AVANCEMENT, numero, ({ auteur }) => [
      {
        cle: { date },
        contenus: {
          date: { jour: date },
          statut,
          pourcentage: pourcentage === undefined ? "" : shareOf(pourcentage),
          commentaire,
          auteur,
        },
        champ: `Avancement au ${formatDay(date)}`,
        apres: pourcentage === undefined ? statut : `${statut}, ${formatPoints(pourcentage)}`,
      },
    ]);
  });
}

/** Adds a company on a dossier, or completes the one of the same name; its département must exist. */
export function saisirEntreprise(ports: Ports, saisie: SaisieEntreprise): ResultatSaisie {
  const { numero, entreprise, siret, objet, date, montant } = saisie;
  const departement = readDepartement(saisie.departement);
  if (entreprise.trim() === "")
    return refus("Entreprise\u00a0: son nom est nécessaire. Rien n’a été écrit.");
  if (!departement.ok || departement.value === undefined) {
    const expected = departement.ok
      ? "son code ou son nom, par exemple 59 ou Nord"
      : departement.attendu;
    return refus(
      `Département du siège\u00a0: lu ${quoted(saisie.departement)}, attendu ${expected}. Rien n’a été écrit.`,
    );
  }
  if (siret !== "" && !/^\d{14}$/.test(siret.replace(/\s/g, ""))) {
    return refus(`SIRET\u00a0: lu ${quoted(siret)}, attendu 14 chiffres. Rien n’a été écrit.`);
  }
  const code = departement.value;
  const optional = {
    ...(siret !== "" && { siret: siret.replace(/\s/g, "") }),
    ...(montant !== undefined && { montant: eurosOf(montant) }),
    ...(objet !== "" && { objet }),
    ...(date !== undefined && { date: { jour: date } }),
  };
  const amount = montant === undefined ? "" : `, ${formatEuros(montant)}`;
  return ports.sousVerrou(() =>
    saisir(ports, NOM_ENTREPRISES, numero, () => [
      {
        cle: { entreprise: entreprise.trim() },
        contenus: { departement: code, ...optional },
        champ: `Entreprise ${quoted(entreprise.trim())}`,
        apres: `siège\u00a0: ${code} ${nomDepartement(code)}${amount}`,
      },
    ]),
  );
}

/** Passes over a due date, with its reason: the next one is a quarter later. */
export function reporterEcheance(
  ports: Ports,
  { numero, echeance, motif }: SaisieReport,
): ResultatSaisie {
  if (motif.trim() === "")
    return refus("Motif\u00a0: dites pourquoi cette échéance est passée. Rien n’a été écrit.");
  return ports.sousVerrou(() =>
    saisir(ports, NOM_RELANCES, numero, ({ auteur, today }) => [
      {
        cle: { echeance },
        contenus: {
          echeance: { jour: echeance },
          motif: motif.trim(),
          date: { jour: today },
          auteur,
        },
        champ: `Échéance du ${formatDay(echeance)}`,
        apres: `passée\u00a0: ${motif.trim()}`,
      },
    ]),
  );
}

/** Keeps a lauréat's evaluation, criterion by criterion, on the regional grid. */
export function saisirEvaluation(
  ports: Ports,
  { numero, notes }: SaisieEvaluation,
): ResultatSaisie {
  return ports.sousVerrou(() => {
    const ouvert = ouvrirSuivi(ports.classeur);
    if (ouvert.kind === "refus") return ouvert;
    const { criteres, echelle } = grilleDe(ouvert.parametres.valeurs);
    if (criteres.length === 0) return refus(SANS_GRILLE);
    const wrong = noteRefusee(notes, echelle);
    if (wrong) return wrong;
    return saisir(ports, NOM_EVALUATIONS, numero, ({ auteur, today }) =>
      notes.flatMap(({ code, note, commentaire }) => {
        const critere = criteres.find((known) => known.code === code);
        if (!critere || (note === undefined && commentaire === "")) return [];
        return [
          {
            cle: { critere: code },
            contenus: { note: note ?? "", commentaire, date: { jour: today }, auteur },
            champ: `Évaluation, ${critere.libelle}`,
            apres: note === undefined ? "commentaire" : `${note} sur ${echelle}`,
          },
        ];
      }),
    );
  });
}

function noteRefusee(notes: SaisieEvaluation["notes"], echelle: number): Refus | undefined {
  const wrong = notes.find(({ note }) => note !== undefined && (note < 0 || note > echelle));
  return (
    wrong && refus(`Note\u00a0: lu ${wrong.note}, attendu de 0 à ${echelle}. Rien n’a été écrit.`)
  );
}
