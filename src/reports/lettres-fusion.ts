import { normalise } from "../dossiers/text.js";
import type { ChampLettre, ContexteLettre } from "./lettres-champs.js";

/** A letter as the tab `Modèles` holds it. */
export interface ModeleLettre {
  readonly nom: string;
  readonly objet: string;
  readonly texte: string;
}

const FIELD = /\{\{([^{}]*)\}\}/g;

/** A field's name as it compares: case, accents and spaces do not count. @example nomDeChamp(" Date comité ") // "date_comite" */
export function nomDeChamp(text: string): string {
  return normalise(text).replace(/ /g, "_");
}

/** What a model has wrong: fields that nobody knows, braces that do not match. */
export interface DefautsModele {
  readonly inconnus: readonly string[];
  /** Texts around braces that open or close nothing. */
  readonly accolades: readonly string[];
}

/**
 * Checks a model against the fields of its kind of letter.
 *
 * @param connus names of the fields
 */
export function defautsDe(
  { objet, texte }: ModeleLettre,
  connus: ReadonlySet<string>,
): DefautsModele {
  const unknown = (text: string, known: ReadonlySet<string>) =>
    (text.match(FIELD) ?? [])
      .map((field) => field.slice(2, -2).trim())
      .filter((name) => !known.has(nomDeChamp(name)));
  const rest = `${objet}\n${texte}`.replace(FIELD, "");
  return {
    inconnus: [
      ...new Set([...unknown(objet, connus), ...unknown(texte, new Set([...connus, CHAMP_OBJET]))]),
    ],
    accolades: (rest.match(/.{0,15}(?:\{\{|\}\}).{0,15}/g) ?? []).map((text) => text.trim()),
  };
}

/** In the text alone: where the letter shows its own subject. */
export const CHAMP_OBJET = "objet";

/** A model with its fields filled in. */
export interface TexteFusionne {
  readonly objet: string;
  readonly paragraphes: readonly string[];
  /** Fields that have no value, each once. */
  readonly manques: readonly string[];
  /** Paragraphs that were left out, and why. */
  readonly retires: readonly string[];
}

/** What the preview shows in place of a value that is missing. */
export const marqueDeManque = (champ: string) => `[${champ}\u00a0: à compléter]`;

/**
 * Fills in a model. A missing value leaves a mark and is a gap; an optional one, or one that the guichet
 * has none of, takes its whole paragraph away. Values are text: braces in one are no field.
 *
 * @param champs every field of this kind of letter; the model was checked against them
 * @param sujet what the letter is about
 */
export function fusionner<T>(
  modele: ModeleLettre,
  champs: Readonly<Record<string, ChampLettre<T>>>,
  sujet: T,
  contexte: ContexteLettre,
): TexteFusionne {
  const manques = new Set<string>();
  const retires = new Set<string>();
  const paragraph = (text: string, subject?: string): string | undefined => {
    const missing: string[] = [];
    let dropped = false;
    const filled = text.replace(FIELD, (_, written: string) => {
      const nom = nomDeChamp(written);
      if (nom === CHAMP_OBJET && subject !== undefined) return subject;
      const champ = champs[nom];
      const valeur = champ?.valeur(sujet, contexte);
      if (typeof valeur === "string") return valeur;
      if (valeur) retires.add(`${nom}\u00a0: ${valeur.sans}`);
      if (valeur || champ?.facultatif) dropped = true;
      else missing.push(nom);
      return marqueDeManque(nom);
    });
    if (dropped) return undefined;
    for (const nom of missing) manques.add(nom);
    return filled;
  };
  const objet = paragraph(modele.objet) ?? "";
  const paragraphes = modele.texte
    .split(/\r?\n/)
    .flatMap((text) => paragraph(text, objet)?.split("\n") ?? [])
    .map((text) => text.trimEnd());
  return {
    objet,
    paragraphes: withoutDoubleGaps(paragraphes),
    manques: [...manques],
    retires: [...retires],
  };
}

/** Blank lines one by one: a paragraph that was left out leaves no hole. */
function withoutDoubleGaps(paragraphes: readonly string[]): readonly string[] {
  return paragraphes.filter(
    (text, index) => text !== "" || (index > 0 && paragraphes[index - 1] !== ""),
  );
}
