import { nomDepartement, readDepartement } from "../../dossiers/departements.js";
import { NOM_AVANCEMENT, NOM_ENTREPRISES } from "../../dossiers/onglets.js";
import { NOM_EVALUATIONS, NOM_RELANCES } from "../../dossiers/onglets-demande.js";
import { luAttendu, quoted } from "../../dossiers/text.js";
import { grilleDe } from "../../reports/evaluation.js";
import { eurosOf, formatEuros } from "../../rules/cents.js";
import { formatDay } from "../../rules/day.js";
import { formatPoints, shareOf } from "../../rules/points.js";
import { texteBrut } from "../brut.js";
import type { Ports, Refus } from "../ports.js";
import { refus } from "../ports.js";
import { SANS_GRILLE } from "./laureats.js";
import { ouvrirSuivi } from "./ouvrir.js";
import type {
  ResultatSaisie,
  SaisieAvancement,
  SaisieEntreprise,
  SaisieEvaluation,
  SaisieReport,
} from "./protocole.js";
import { saisirLignes } from "./saisir-lignes.js";

/** Adds a report of progress, or corrects the one of the same day. */
export function saisirAvancement(ports: Ports, saisie: SaisieAvancement): ResultatSaisie {
  const { numero, date, statut, pourcentage, commentaire } = saisie;
  return ports.sousVerrou(() => {
    if (date > ports.contexte.maintenant().slice(0, 10)) {
      return refus(`Date\u00a0: le ${formatDay(date)} est à venir. Rien n’a été écrit.`);
    }
    return saisirLignes(ports, NOM_AVANCEMENT, numero, ({ auteur, faits: { depot } }) =>
      depot !== undefined && date < depot
        ? refus(
            `Date\u00a0: le ${formatDay(date)} est avant le dépôt du dossier, le ${formatDay(depot)}. Rien n’a été écrit.`,
          )
        : [
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
          ],
    );
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
      `Département du siège\u00a0: ${luAttendu(saisie.departement, expected)} Rien n’a été écrit.`,
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
    saisirLignes(ports, NOM_ENTREPRISES, numero, () => [
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
    saisirLignes(ports, NOM_RELANCES, numero, ({ auteur, today }) => [
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
    return saisirLignes(ports, NOM_EVALUATIONS, numero, ({ auteur, today }) =>
      notes.flatMap(({ code, note, commentaire }) => {
        const critere = criteres.find((known) => known.code === code);
        if (!critere) return [];
        const vide = note === undefined && commentaire === "";
        const without = vide ? "effacée" : "commentaire";
        return [
          {
            cle: { critere: code },
            contenus: { note: note ?? "", commentaire, date: { jour: today }, auteur },
            champ: `Évaluation, ${critere.libelle}`,
            apres: note === undefined ? without : `${texteBrut(note)} sur ${echelle}`,
            vide,
          },
        ];
      }),
    );
  });
}

function noteRefusee(notes: SaisieEvaluation["notes"], echelle: number): Refus | undefined {
  const wrong = notes.find(({ note }) => note !== undefined && (note < 0 || note > echelle));
  return (
    wrong &&
    refus(
      `Note\u00a0: lu ${texteBrut(wrong.note ?? "")}, attendu de 0 à ${echelle}. Rien n’a été écrit.`,
    )
  );
}
