import { readWhole } from "../dossiers/numbers.js";
import { exiger } from "../dossiers/saisie.js";
import { GUICHETS } from "../guichets/index.js";
import { eurosOf } from "../rules/cents.js";
import type { Guichet } from "../rules/guichet.js";
import { montantAds } from "../rules/subvention.js";
import { broadcast } from "./broadcast.js";
import type { FunctionDeclaration, Run } from "./types.js";

const readCommunes = readWhole("de communes");

export const runAds: Run = ([communes]) => {
  const ads = GUICHETS["IDF-ADS"].ads as NonNullable<Guichet["ads"]>;
  return broadcast([{ name: "communes", value: communes }], ([c = ""]) =>
    eurosOf(montantAds(ads, exiger("communes", c, readCommunes))),
  );
};

export const FITN_ADS: FunctionDeclaration = {
  name: "FITN_ADS",
  summary:
    "Montant en euros pour la dématérialisation des demandes d’urbanisme : 4 000 + 400 × communes rattachées, 30 communes au plus.",
  parameters: [
    {
      name: "communes",
      help: "Nombre de communes rattachées au centre instructeur ; 0 pour une commune autonome (cellule ou plage).",
    },
  ],
  returns: "Le montant en euros.",
  source: "IDF « Rôle de la préfecture de la région d'Ile-de-France »",
  examples: [
    { formula: "=FITN_ADS(30)", args: [30], result: 16_000 },
    { formula: "=FITN_ADS(31)", args: [31], result: 16_000 },
    { formula: "=FITN_ADS(0)", args: [0], result: 4_000 },
  ],
  run: runAds,
};
