import { ratioRoundedDown } from "../cents.js";
import { coutDeBase } from "../chiffrage.js";
import type { Sourced } from "../citation.js";
import { tauxOf } from "../taux.js";
import { isServed } from "../tranche.js";
import { type Controle, manque, motif, RIEN } from "./examen.js";

/** The theme: one that the guichet serves. */
export const controlerTheme: Controle = (examen) => {
  const { guichet, theme } = examen;
  const source = Object.values(guichet.themes)[0]?.source;
  if (theme === undefined) return manque(examen, "theme", "THEME.absent", source);
  if (isServed(guichet, theme)) return RIEN;
  return [
    motif("THEME.non_ouvert", "bloquant", source, {
      chiffres: {
        theme: { texte: theme },
        ouverts: { texte: Object.keys(guichet.themes).join(", ") },
      },
    }),
  ];
};

/** The total cost, or the lot's: within the guichet's bounds, both strict. */
export const controlerCout: Controle = (examen) => {
  const { guichet, faits } = examen;
  if (guichet.ads) return RIEN;
  const { cout } = guichet;
  const teste = coutDeBase(guichet, faits);
  if (teste === undefined) {
    return manque(examen, "cout", "COUT.absent", cout?.superieurA.source, {
      nombres: [cout?.superieurA, cout?.inferieurA],
    });
  }
  if (!cout) return RIEN;
  const bound = (key: "COUT.bas" | "COUT.haut", limite: Sourced<number>) =>
    motif(key, "bloquant", limite.source, {
      chiffres: { valeur: { euros: teste }, limite: { euros: limite.value } },
      nombres: [limite],
    });
  return [
    ...(teste <= cout.superieurA.value ? [bound("COUT.bas", cout.superieurA)] : []),
    ...(teste >= cout.inferieurA.value ? [bound("COUT.haut", cout.inferieurA)] : []),
    ...(faits.cout_lot !== undefined
      ? [
          motif("COUT.lot", "avertissement", cout.lot, {
            chiffres: { lot: { euros: faits.cout_lot } },
          }),
        ]
      : []),
  ];
};

/** What is asked for: known, and within what the guichet allows. */
export const controlerDemande: Controle = (examen) => {
  const { faits, chiffrage, guichet } = examen;
  const source =
    chiffrage.max?.source ?? guichet.ads?.centre.source ?? guichet.population?.sous.source;
  if (faits.demande === undefined) return manque(examen, "demande", "DEMANDE.absente", undefined);
  const { possible } = chiffrage;
  if (possible === undefined || faits.demande <= possible) return RIEN;
  return [
    motif("DEMANDE.haute", "avertissement", source, {
      chiffres: { demande: { euros: faits.demande }, possible: { euros: possible } },
      nombres: [
        chiffrage.max,
        guichet.ads?.centre,
        guichet.ads?.parCommune,
        guichet.ads?.communesMax,
      ],
    }),
  ];
};

/** Other funding: without it nobody knows what is left to fund. */
export const controlerAutres: Controle = (examen) =>
  examen.faits.autres === undefined && !examen.guichet.ads
    ? manque(examen, "autres", "AUTRES.absents", undefined)
    : RIEN;

/** The rate asked for or granted against the minimum one: a warning, never a refusal. */
export const controlerTaux: Controle = ({ guichet, faits, chiffrage: { min } }) => {
  const cout = coutDeBase(guichet, faits);
  const montant = faits.montant_accorde ?? faits.demande;
  if (!min || cout === undefined || montant === undefined) return RIEN;
  const taux = ratioRoundedDown(montant, cout);
  if (taux === undefined || taux >= min.value) return RIEN;
  return [
    motif("TAUX.bas", "avertissement", min.source, {
      chiffres: { valeur: { points: taux }, limite: { points: min.value } },
      nombres: [min],
    }),
  ];
};

/** The amount granted, against what the guichet allows. */
export const controlerAccorde: Controle = ({ guichet, faits, chiffrage }) => {
  const { montant_accorde } = faits;
  const limite = chiffrage.possible ?? chiffrage.plafond;
  if (montant_accorde === undefined || limite === undefined || montant_accorde <= limite)
    return RIEN;
  return [
    motif("ACCORDE.haut", "avertissement", chiffrage.max?.source ?? guichet.ads?.centre.source, {
      chiffres: { accorde: { euros: montant_accorde }, limite: { euros: limite } },
      nombres: [chiffrage.max],
    }),
  ];
};

/** The exception: provided for, and with its reason. */
export const controlerException: Controle = ({ guichet, theme, faits }) => {
  if (faits.exception !== true || theme === undefined) return RIEN;
  const taux = tauxOf(guichet, { population: faits.population, theme, exception: true });
  if (taux.kind === "exception") {
    return [motif("EXCEPTION.non_prevue", "a_verifier", guichet.tranches[0]?.max.source)];
  }
  return taux.kind === "taux" && faits.motif_exception === undefined
    ? [motif("EXCEPTION.sans_motif", "a_verifier", taux.max.source, { nombres: [taux.max] })]
    : RIEN;
};
