import type { Faits } from "../rules/dossier.js";
import { titresProches } from "../rules/ressemblance.js";
import { normalise } from "./text.js";

/** What tells whether two dossiers belong together. */
export type Identite = Pick<Faits, "siret" | "porteur" | "intitule" | "prestataires">;

/**
 * The SIREN of a SIRET or a SIREN: nine digits.
 *
 * @returns `undefined` where the text is neither
 * @example sirenDe("215 900 176 00011") // "215900176"
 */
export function sirenDe(siret: string | undefined): string | undefined {
  const digits = (siret ?? "").replace(/[\s\u00a0\u202f.]/g, "");
  return /^(\d{9}|\d{14})$/.test(digits) ? digits.slice(0, 9) : undefined;
}

/**
 * Suppliers as they compare: one for each part between commas or semicolons, what stands between
 * parentheses left out.
 *
 * @example prestatairesDe("Craie & Pixel (51), Vesle Formation") // ["craie pixel", "vesle formation"]
 */
export function prestatairesDe(texte: string | undefined): readonly string[] {
  return (texte ?? "")
    .replace(/\([^)]*\)/g, " ")
    .split(/[,;\n]/)
    .map(normalise)
    .filter((nom) => nom !== "");
}

/**
 * Why another dossier is worth a look beside this one, in French; nothing where it is not.
 *
 * @example raisonsVoisinage(one, other) // ["même SIREN"]
 */
export function raisonsVoisinage(un: Identite, autre: Identite): readonly string[] {
  const found: string[] = [];
  const [siren, sien] = [sirenDe(un.siret), sirenDe(autre.siret)];
  const [porteur, son] = [normalise(un.porteur ?? ""), normalise(autre.porteur ?? "")];
  if (siren !== undefined && siren === sien) found.push("même SIREN");
  else if ((siren === undefined || sien === undefined) && porteur !== "" && porteur === son) {
    found.push("même porteur, d’après le nom seul (SIREN absent)");
  }
  if (titresProches(normalise(un.intitule ?? ""), normalise(autre.intitule ?? ""))) {
    const theirs = new Set(prestatairesDe(autre.prestataires));
    const shared = prestatairesDe(un.prestataires).some((nom) => theirs.has(nom));
    if (shared) found.push("même prestataire et titre proche");
  }
  return found;
}
