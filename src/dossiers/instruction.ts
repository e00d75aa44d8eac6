import type { Kind } from "./champs.js";

/** Columns of the `Instruction` tab, in order. */
export const COLONNES_INSTRUCTION = [
  { nom: "numero", titre: "N° dossier", kind: "text" },
  { nom: "guichet", titre: "Guichet", kind: "text" },
  { nom: "theme", titre: "Thème", kind: "text" },
  { nom: "population", titre: "Population", kind: "integer" },
  { nom: "cout", titre: "Coût total", kind: "euro" },
  { nom: "demande", titre: "Subvention demandée", kind: "euro" },
  { nom: "accorde", titre: "Montant accordé", kind: "euro" },
  { nom: "etat", titre: "État", kind: "text" },
  { nom: "taux_min", titre: "Taux minimum", kind: "rate" },
  { nom: "taux_max", titre: "Taux maximum", kind: "rate" },
  { nom: "plafond", titre: "Plafond", kind: "euro" },
  { nom: "possible", titre: "Subvention possible", kind: "euro" },
  { nom: "issue", titre: "Éligibilité", kind: "text" },
  { nom: "motifs", titre: "Motifs", kind: "text" },
] as const satisfies readonly { nom: string; titre: string; kind: Kind }[];

export type ColonneInstruction = (typeof COLONNES_INSTRUCTION)[number]["nom"];
