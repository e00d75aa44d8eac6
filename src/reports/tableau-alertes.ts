import { compter } from "../dossiers/text.js";
import { type Citation, formatCitation, type LastDay } from "../rules/citation.js";
import { type Day, dayBefore, formatDay, serialOf } from "../rules/day.js";
import { isEngage } from "../rules/etat.js";
import type { Guichet } from "../rules/guichet.js";
import { relanceOf } from "../rules/relance.js";
import { dernierAvancement, isTermine } from "./avancement.js";
import { datesComites, decisionOf, laureatsAu } from "./laureats.js";
import { numeroOuLigne } from "./numeros.js";
import { byNumero, type DossierSuivi, type Suivi } from "./suivi.js";

/** Something to act on, the dossiers it is about, and where it comes from. */
export interface Alerte {
  readonly quoi: string;
  readonly dossiers: readonly string[];
  readonly source: string;
}

/** Days before a deadline from which it is told: our choice. */
const PREAVIS = 60;

const SUIVI: Citation = { document: "DITP", section: "Quel suivi ?", note: "" };

/** The last day on which something may still be done. */
export function dernierJour({ value, strict }: LastDay): Day {
  return strict ? dayBefore(value) : value;
}

/** What lauréats ask for on a day: credits to commit, ends too late or past, progress not reported. */
export function alertes(suivi: Suivi, today: Day): readonly Alerte[] {
  const laureats = laureatsAu(suivi, today);
  const guichets = [...new Map(laureats.map(({ guichet }) => [guichet.id, guichet])).values()];
  return [
    ...guichets.flatMap((guichet) => {
      const own = laureats.filter((laureat) => laureat.guichet.id === guichet.id);
      return [...creditsAEngager(guichet, own, today), ...finsTardives(guichet, own)];
    }),
    ...finsPassees(suivi, laureats, today),
    ...avancementsEnRetard(suivi, laureats, today),
  ];
}

const numeros = (laureats: readonly DossierSuivi[]): readonly string[] =>
  laureats.map(numeroOuLigne);

function creditsAEngager(
  { id, creditsEngages }: Guichet,
  laureats: readonly DossierSuivi[],
  today: Day,
): readonly Alerte[] {
  if (!creditsEngages) return [];
  const last = dernierJour(creditsEngages);
  const left = serialOf(last) - serialOf(today);
  const waiting = laureats.filter(
    ({ dossier: { faits } }) => faits.etat === undefined || !isEngage(faits.etat),
  );
  if (waiting.length === 0 || left > PREAVIS) return [];
  const when =
    left < 0
      ? `depuis le ${formatDay(last)}, date dépassée`
      : `au plus tard le ${formatDay(last)}, dans ${compter(left, "jour", "jours")}`;
  return [
    {
      quoi: `${id}\u00a0: ${compter(waiting.length, "lauréat", "lauréats")} à engager ${when}`,
      dossiers: numeros(waiting),
      source: formatCitation(creditsEngages.source),
    },
  ];
}

function finsTardives(
  { id, achevement }: Guichet,
  laureats: readonly DossierSuivi[],
): readonly Alerte[] {
  if (!achevement) return [];
  const last = dernierJour(achevement);
  const late = laureats.filter(
    ({ dossier: { faits } }) => (faits.fin_reelle ?? faits.fin ?? "") > last,
  );
  return late.length === 0
    ? []
    : [
        {
          quoi: `${id}\u00a0: ${compter(late.length, "projet finit", "projets finissent")} après le ${formatDay(last)}`,
          dossiers: numeros(late),
          source: formatCitation(achevement.source),
        },
      ];
}

function finsPassees(
  suivi: Suivi,
  laureats: readonly DossierSuivi[],
  today: Day,
): readonly Alerte[] {
  const progress = byNumero(suivi.avancement);
  const over = laureats.filter(({ dossier: { faits } }) => {
    const { fin, fin_reelle, etat, numero = "" } = faits;
    if (fin_reelle !== undefined || etat === "Soldé" || fin === undefined || fin >= today) {
      return false;
    }
    return !isTermine(dernierAvancement(progress.get(numero) ?? [], today));
  });
  return over.length === 0
    ? []
    : [
        {
          quoi: `${compter(over.length, "projet", "projets")} dont la date de fin est passée, ni terminés ni soldés`,
          dossiers: numeros(over),
          source: formatCitation(SUIVI),
        },
      ];
}

function avancementsEnRetard(
  suivi: Suivi,
  laureats: readonly DossierSuivi[],
  today: Day,
): readonly Alerte[] {
  const progress = byNumero(suivi.avancement);
  const comites = datesComites(suivi);
  const late = laureats.filter(({ dossier: { faits } }) => {
    const last = dernierAvancement(progress.get(faits.numero ?? "") ?? [], today);
    const from = faits.date_notification ?? decisionOf(faits, comites).day;
    return !isTermine(last) && relanceOf(from, last?.valeurs.date, today)?.late === true;
  });
  return late.length === 0
    ? []
    : [
        {
          quoi: `${compter(late.length, "lauréat", "lauréats")} sans état d’avancement depuis plus de trois mois`,
          dossiers: numeros(late),
          source: formatCitation(SUIVI),
        },
      ];
}
