import { strFromU8, unzipSync } from "fflate";
import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { writeOds, writeXlsx } from "../../local/files/index.js";
import { type Extension, fichierDe } from "../../sidebar/envoi/fichiers.js";
import type { EnvoiPrepare } from "../../src/app/envois-preparer.js";
import { classeur, onglet } from "../app/aides/saisie.js";
import { rendu } from "./corpus.js";

/** The tab of the files. */
export const ONGLET = "DITP 2021-07";

/** One that writes texts, one a row in the first column, into a file of a kind. */
export interface Ecrivain {
  readonly nom: string;
  readonly extension: "xlsx" | "ods";
  readonly ecrit: (textes: readonly string[]) => Promise<Uint8Array>;
  /** A text of the corpus as the file gives it back. */
  readonly rendu: (texte: string) => string;
}

/** The bytes of the file that « Préparer l’envoi » gives to download. */
export async function telecharge(
  envoi: Pick<EnvoiPrepare, "onglet" | "rapport" | "table">,
  extension: Extension,
): Promise<Uint8Array> {
  const { contenu } = fichierDe(envoi as EnvoiPrepare, extension, true);
  return new Uint8Array(await contenu.arrayBuffer());
}

const enTable = (textes: readonly string[]) => ({
  onglet: ONGLET,
  rapport: { rapport: "DITP", periode: "2021-07", version: 1 } as const,
  table: { valeurs: textes.map((texte) => [texte]), formats: textes.map(() => ["General"]) },
});

/** A workbook with the texts in cells, in notes, in what may be typed and in the help of it. */
function enClasseur(textes: readonly string[]): WorkbookSnapshot {
  const tab = onglet(
    ONGLET,
    textes.map((texte) => [texte]),
  );
  const short = textes.filter((texte) => texte.length < 100);
  const area = (row: number) => ({ sheet: ONGLET, row, column: 2, rows: 1, columns: 1 });
  return classeur([
    {
      ...tab,
      cells: tab.cells.map((cell, at) => ({ ...cell, style: { note: short[at] ?? "Note" } })),
      validations: short.map((texte, at) => ({
        area: area(at + 1),
        rule: { kind: "list", values: [texte] },
        allowInvalid: false,
        help: texte,
      })),
      conditional: short.map((text, at) => ({
        areas: [area(at + 1)],
        when: { kind: "textContains", text },
        style: { bold: true },
      })),
    },
  ]);
}

const colonne =
  (textes: readonly string[]) =>
  (_: string, row: number, column: number): string | null =>
    column === 1 ? (textes[row - 1] ?? null) : null;

export const ECRIVAINS: readonly Ecrivain[] = [
  {
    nom: "the page's .xlsx",
    extension: "xlsx",
    ecrit: (textes) => telecharge(enTable(textes), "xlsx"),
    rendu,
  },
  {
    nom: "the page's .ods",
    extension: "ods",
    ecrit: (textes) => telecharge(enTable(textes), "ods"),
    // LibreOffice would join the words around a tab.
    rendu: (texte) => rendu(texte).replaceAll("\t", " "),
  },
  {
    nom: "the local host's .xlsx",
    extension: "xlsx",
    ecrit: (textes) => writeXlsx(enClasseur(textes), colonne(textes)),
    rendu,
  },
  {
    nom: "the local host's .ods",
    extension: "ods",
    ecrit: async (textes) => writeOds(enClasseur(textes), colonne(textes)),
    rendu,
  },
];

/** What no text between elements may hold: markup, an entity that is not XML's, what is no character. */
const TROUBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)|[\u0000\u0002-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/i;

/** Elements that compute, link or run. */
export const ACTIFS =
  /^(f|hyperlink|oleObject|ddeLink|externalReference|definedName|text:a|office:scripts?|script:.*|draw:.*|table:dde.*|table:table-source)\b|\btable:formula\b/;

const TAG = /<[/?]?([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*[/?]?>/g;

/** What a file is made of, its texts left out. */
export interface Inventaire {
  readonly parties: readonly string[];
  /** Each kind of element with the attributes it bears: `c r s t`. */
  readonly elements: ReadonlySet<string>;
  /** Where its parts and links lead to. */
  readonly cibles: readonly string[];
  /** What stands in a part and that no XML may hold. */
  readonly troubles: readonly string[];
}

/** Reads the file's own XML, with no reader of spreadsheets in between. */
export function inventaire(octets: Uint8Array): Inventaire {
  const parts = Object.entries(unzipSync(octets));
  const elements = new Set<string>();
  const cibles: string[] = [];
  const troubles: string[] = [];
  for (const [nom, bytes] of parts) {
    const xml = strFromU8(bytes);
    if (nom === "mimetype") continue;
    for (const [, name = "", attributes = ""] of xml.matchAll(TAG)) {
      const named = [...attributes.matchAll(/([\w:.-]+)\s*=\s*["']([^"']*)["']/g)];
      elements.add([name, ...named.map(([, key = ""]) => key).sort()].join(" "));
      for (const [, key = "", value = ""] of named) {
        if (/^(Target|TargetMode|xlink:href|office:target.*)$/.test(key)) cibles.push(value);
      }
    }
    const [trouble] = TROUBLE.exec(xml.replace(TAG, "\u0001")) ?? [];
    if (trouble !== undefined) troubles.push(`${nom}: ${JSON.stringify(trouble)}`);
  }
  return { parties: parts.map(([nom]) => nom).sort(), elements, cibles: cibles.sort(), troubles };
}
