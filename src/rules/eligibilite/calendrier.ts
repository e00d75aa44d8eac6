import type { LastDay } from "../citation.js";
import { addMonths, type Day } from "../day.js";
import { type Controle, manque, motif, RIEN } from "./examen.js";

/** Whether a day comes after a last day, or on a day that is already too late. */
function isAfter(day: Day, limit: LastDay): boolean {
  return limit.strict ? day >= limit.value : day > limit.value;
}

/** The filing date: only the platform's decides, and without one nobody can tell. */
export const controlerDepot: Controle = (examen) => {
  const window = examen.guichet.depot;
  const { depot } = examen.faits;
  if (!window?.debut && !window?.fin) return RIEN;
  const source = window.fin?.source ?? window.debut?.source;
  if (depot === undefined) {
    return manque(examen, "depot", "DEPOT.absent", source, { nombres: [window.debut, window.fin] });
  }
  if (window.debut && depot < window.debut.value) {
    return [
      motif("DEPOT.tot", "bloquant", window.debut.source, {
        chiffres: { valeur: { jour: depot }, limite: { jour: window.debut.value } },
        nombres: [window.debut],
      }),
    ];
  }
  if (!window.fin || !isAfter(depot, window.fin)) return RIEN;
  return [
    motif(window.fin.strict ? "DEPOT.tard_strict" : "DEPOT.tard", "bloquant", window.fin.source, {
      chiffres: { valeur: { jour: depot }, limite: { jour: window.fin.value } },
      nombres: [window.fin],
    }),
  ];
};

/** Already started: excluded where the document says so. */
export const controlerDejaEngage: Controle = (examen) => {
  const source = examen.guichet.dejaEngage;
  if (!source) return RIEN;
  const { deja_engage } = examen.faits;
  if (deja_engage === undefined) {
    return manque(examen, "deja_engage", "DEJA_ENGAGE.absent", source);
  }
  return deja_engage ? [motif("DEJA_ENGAGE.oui", "bloquant", source)] : RIEN;
};

/** The day by which the credits must be committed. */
export const controlerCredits: Controle = (examen) => {
  const limit = examen.guichet.creditsEngages;
  if (!limit) return RIEN;
  const day = examen.faits.date_engagement;
  const details = { nombres: [limit] };
  const limite = { jour: limit.value };
  const suffix = limit.strict ? "_strict" : "";
  if (day === undefined) {
    return manque(examen, "date_engagement", `CREDITS.absent${suffix}`, limit.source, {
      ...details,
      chiffres: { limite },
    });
  }
  return isAfter(day, limit)
    ? [
        motif(`CREDITS.tard${suffix}`, "bloquant", limit.source, {
          ...details,
          chiffres: { valeur: { jour: day }, limite },
        }),
      ]
    : RIEN;
};

/** A concrete effect within so many months, presumed where the project ends within them. */
export const controlerEffet: Controle = (examen) => {
  const { effet } = examen.guichet;
  const { depot, fin } = examen.faits;
  if (!effet) return RIEN;
  const nombres = [effet];
  const mois = { nombre: effet.value };
  if (fin === undefined) {
    return manque(examen, "fin", "EFFET.sans_fin", effet.source, { chiffres: { mois }, nombres });
  }
  if (depot === undefined) {
    return manque(examen, "depot", "EFFET.sans_depot", effet.source, {
      chiffres: { mois },
      nombres,
    });
  }
  const limite = addMonths(depot, effet.value);
  if (fin <= limite) return RIEN;
  const chiffres = { mois, valeur: { jour: fin }, limite: { jour: limite } };
  return [motif("EFFET.tard", "a_verifier", effet.source, { chiffres, nombres })];
};

/** Tangible results before the end of a year; laboratory projects are spared. */
export const controlerResultats: Controle = (examen) => {
  const { resultats } = examen.guichet;
  const { fin } = examen.faits;
  if (!resultats || examen.theme === "3d") return RIEN;
  const details = { chiffres: { annee: { texte: String(resultats.value) } }, nombres: [resultats] };
  if (fin === undefined) {
    return manque(examen, "fin", "RESULTATS.sans_fin", resultats.source, details);
  }
  if (fin <= `${resultats.value}-12-31`) return RIEN;
  return [
    motif("RESULTATS.tard", "a_verifier", resultats.source, {
      ...details,
      chiffres: { ...details.chiffres, valeur: { jour: fin } },
    }),
  ];
};

/** Completed by a day. */
export const controlerAchevement: Controle = (examen) => {
  const limit = examen.guichet.achevement;
  const { fin } = examen.faits;
  if (!limit) return RIEN;
  const limite = { jour: limit.value };
  const nombres = [limit];
  if (fin === undefined) {
    return manque(examen, "fin", "ACHEVEMENT.sans_fin", limit.source, {
      chiffres: { limite },
      nombres,
    });
  }
  if (!isAfter(fin, limit)) return RIEN;
  const chiffres = { valeur: { jour: fin }, limite };
  return [motif("ACHEVEMENT.tard", "bloquant", limit.source, { chiffres, nombres })];
};

/** Spending counts from the committee on: a project that starts before it spends some for nothing. */
export const controlerDebutDepenses: Controle = (examen) => {
  const source = examen.guichet.depensesDepuisComite;
  const { debut, date_decision } = examen.faits;
  if (!source) return RIEN;
  if (debut === undefined) return manque(examen, "debut", "DEBUT_DEPENSES.absent", source);
  if (date_decision === undefined) {
    return [
      motif("DEBUT_DEPENSES.sans_comite", "avertissement", source, {
        chiffres: { valeur: { jour: debut } },
      }),
    ];
  }
  if (debut >= date_decision) return RIEN;
  return [
    motif("DEBUT_DEPENSES.avant", "avertissement", source, {
      chiffres: { valeur: { jour: debut }, limite: { jour: date_decision } },
    }),
  ];
};
