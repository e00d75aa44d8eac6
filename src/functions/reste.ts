import { readEuros } from "../dossiers/numbers.js";
import { invalide, lire } from "../dossiers/saisie.js";
import { eurosOf } from "../rules/cents.js";
import { flatten } from "./broadcast.js";
import { CONSOMME_PARAMETERS, consommeIn } from "./enveloppe-arguments.js";
import type { FunctionDeclaration, Parameter, Run } from "./types.js";

const ENVELOPPE_PARAMETER: Parameter = {
  name: "enveloppe",
  help: "Montant de l’enveloppe en euros ; vide donne une cellule vide.",
};

const PARAMETERS = [ENVELOPPE_PARAMETER, ...CONSOMME_PARAMETERS];

export const runReste: Run = ([enveloppe, ...args]) => {
  const cell = flatten(enveloppe)[0] ?? "";
  const cents = lire("enveloppe", cell, readEuros);
  if (cents === undefined) return "";
  return eurosOf(cents - consommeIn(args));
};

export const FITN_RESTE: FunctionDeclaration = {
  name: "FITN_RESTE",
  summary: "Euros qui restent sur une enveloppe ; négatif quand elle est dépassée.",
  parameters: PARAMETERS,
  returns: "Le reste en euros.",
  source: "États et étapes : choix de l’outil (les documents n’en nomment pas)",
  examples: [
    {
      formula: "=FITN_RESTE(297000; A2:A3; B2:B3)",
      args: [297_000, [[100_000], [50_000]], [["Retenu"], ["Notifié"]]],
      result: 147_000,
    },
  ],
  run: runReste,
};

export const runConsommation: Run = ([enveloppe, ...args]) => {
  const cell = flatten(enveloppe)[0] ?? "";
  const cents = lire("enveloppe", cell, readEuros);
  if (cents === undefined) return "";
  if (cents === 0) throw invalide("enveloppe", cell, "un montant supérieur à zéro");
  return consommeIn(args) / cents;
};

export const FITN_CONSOMMATION: FunctionDeclaration = {
  name: "FITN_CONSOMMATION",
  summary:
    "Part consommée d’une enveloppe : 1 quand elle est épuisée, davantage quand elle est dépassée.",
  parameters: PARAMETERS,
  returns: "La part consommée, de 0 à 1 et au-delà.",
  source: "États et étapes : choix de l’outil (les documents n’en nomment pas)",
  examples: [
    {
      formula: "=FITN_CONSOMMATION(200000; A2:A3; B2:B3)",
      args: [200_000, [[100_000], [60_000]], [["Retenu"], ["Notifié"]]],
      result: 0.8,
    },
  ],
  run: runConsommation,
};
