import { remembered } from "../../../src/rules/once.js";

/** A start of an element, its end, or a text between. */
export interface Lecteur {
  readonly ouvrir: (nom: string, attribut: (nom: string) => string | undefined) => void;
  readonly fermer: (nom: string) => void;
  readonly texte: (texte: string) => void;
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:"[^"]*"|'[^']*'|[^'">])*?)(\/?)>/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** The characters that the five entities of XML and its numbered ones stand for; no other is known. */
function sansEntites(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexa, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hexa, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/**
 * Walks through an XML text once, without keeping any of it. Names come without their prefix;
 * attributes are looked up only where they are asked for.
 */
export function parcourirXml(xml: string, lecteur: Lecteur): void {
  const token = new RegExp(TOKEN);
  let end = 0;
  for (let found = token.exec(xml); found; found = token.exec(xml)) {
    if (found.index > end) lecteur.texte(sansEntites(xml.slice(end, found.index)));
    end = token.lastIndex;
    const [, verbatim, closing, name, attributes = "", alone] = found;
    if (verbatim !== undefined) lecteur.texte(verbatim);
    if (name === undefined) continue;
    if (closing === "") lecteur.ouvrir(name, (wanted) => attribute(attributes, wanted));
    if (closing !== "" || alone !== "") lecteur.fermer(name);
  }
}

const patternOf = remembered(
  (name: string) => new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`),
);

function attribute(attributes: string, name: string): string | undefined {
  const found = patternOf(name).exec(attributes);
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : sansEntites(value);
}
