import type { Cell } from "../../dossiers/cell.js";
import { NOM_DERNIER_IMPORT } from "../../dossiers/onglets.js";
import type { DernierImport } from "../../imports/dernier-import.js";
import type { Champ } from "../../rules/dossier.js";
import { blocs } from "../blocs.js";
import { ongletCache } from "../onglet-cache.js";
import type { Classeur, Operation } from "../ports.js";

const TITRES = ["N° dossier", "Démarche", "Valeurs"];

/** What each dossier's last import brought, and where it is kept. */
export interface Derniers {
  readonly parNumero: ReadonlyMap<string, DernierImport>;
  readonly rangs: ReadonlyMap<string, number>;
  readonly lignes: readonly (readonly Cell[])[];
}

/** Reads the hidden tab `Dernier import`; a row that somebody spoilt counts for nothing. One service call. */
export function lireDerniers(classeur: Classeur): Derniers {
  const { lignes } = classeur.lire(NOM_DERNIER_IMPORT);
  const parNumero = new Map<string, DernierImport>();
  const rangs = new Map<string, number>();
  lignes.slice(1).forEach(([numero = "", demarche = "", valeurs = ""], index) => {
    const key = String(numero).trim();
    if (key === "") return;
    rangs.set(key, index + 2);
    const kept = parsed(String(valeurs));
    if (kept) parNumero.set(key, { demarche: String(demarche), valeurs: kept });
  });
  return { parNumero, rangs, lignes };
}

function parsed(text: string): DernierImport["valeurs"] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Partial<Record<Champ, Cell>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Makes the tab before the batch that writes into it. */
export function preparerDerniers(classeur: Classeur): readonly Operation[] {
  return ongletCache(classeur, NOM_DERNIER_IMPORT, TITRES);
}

/** Writes of what an import brought, for the dossiers where it differs: new ones below the last row. */
export function ecrireDerniers(
  { parNumero, rangs, lignes }: Derniers,
  nouveaux: ReadonlyMap<string, DernierImport>,
): readonly Operation[] {
  let next = Math.max(1, ...rangs.values());
  const cells = [...nouveaux].flatMap(([numero, { demarche, valeurs }]) => {
    const before = parNumero.get(numero);
    const text = JSON.stringify(valeurs);
    if (before?.demarche === demarche && JSON.stringify(before.valeurs) === text) return [];
    const known = rangs.get(numero);
    if (known === undefined) next += 1;
    const ligne = known ?? next;
    return [numero, demarche, text].map((contenu, column) => ({
      ligne,
      colonne: column + 1,
      contenu,
    }));
  });
  return blocs(cells, (ligne, colonne) => lignes[ligne - 1]?.[colonne - 1] ?? "").map((bloc) => ({
    op: "ecrire",
    onglet: NOM_DERNIER_IMPORT,
    ...bloc,
  }));
}
