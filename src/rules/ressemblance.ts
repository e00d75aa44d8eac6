/** Words that say nothing of a project, in normalised text. */
const MOTS_VIDES = new Set(["les", "des", "aux", "une", "pour", "par", "sur", "avec", "dans"]);

/** From this share of common words on, two titles are alike (ours), in hundredths. */
const SEUIL = 60;

/**
 * The words of a title that say something: three letters or more, each once.
 *
 * @param titre normalised text: no accents, no case, one space between words
 * @example motsDe("refonte du site des services") // ["refonte", "site", "services"]
 */
export function motsDe(titre: string): ReadonlySet<string> {
  return new Set(titre.split(" ").filter((mot) => mot.length >= 3 && !MOTS_VIDES.has(mot)));
}

/**
 * Whether two titles are alike: twice the words they share, over the words of both, is 60 % or more
 * (Sørensen–Dice). Two titles without a telling word are not.
 *
 * @param un normalised text
 * @param autre normalised text
 * @example titresProches("portail citoyen", "portail citoyen unique") // true: 4 of 5
 */
export function titresProches(un: string, autre: string): boolean {
  const first = motsDe(un);
  const second = motsDe(autre);
  const common = [...first].filter((mot) => second.has(mot)).length;
  return common > 0 && 200 * common >= SEUIL * (first.size + second.size);
}
