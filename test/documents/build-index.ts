import { readFileSync } from "node:fs";
import { join } from "node:path";
import { distinct, type Figure, readFigures } from "./figures";
import { type DocumentId, OUTLINES, type Outline } from "./outlines";
import { cleanLine, foldHeading, shortenHeading } from "./text";

/** A heading of a document and the figures of its section, sub-sections included. */
export interface Section {
  heading: string;
  level: number;
  figures: Figure[];
}

export type DocumentIndex = Record<DocumentId, Section[]>;

interface Expected {
  level: number;
  text: string;
}

interface OpenSection {
  heading: string;
  level: number;
  lines: string[];
}

function expectedHeadings(outline: Outline): Expected[] {
  const lines = outline.headings.split("\n").filter((line) => line !== "");
  return lines.map((line) => {
    const text = line.trimStart();
    return { level: (line.length - text.length) / 2, text };
  });
}

function isHeading(candidate: string, expected: string): boolean {
  const line = foldHeading(candidate);
  if (!expected.endsWith("…")) return line === foldHeading(expected);
  return line.startsWith(foldHeading(expected.slice(0, -1)));
}

/** Cuts a document at its headings; the first cell of a table's row may be one. */
function cut(id: DocumentId, text: string): OpenSection[] {
  const { until } = OUTLINES[id];
  const awaited = expectedHeadings(OUTLINES[id]);
  const sections: OpenSection[] = [];
  for (const raw of text.split("\n")) {
    const line = cleanLine(raw);
    const [head = ""] = line.split("\t");
    if (until !== undefined && isHeading(head, until)) break;
    const next = awaited[0];
    if (next !== undefined && isHeading(head, next.text)) {
      awaited.shift();
      sections.push({ heading: shortenHeading(head), level: next.level, lines: [] });
    }
    sections.at(-1)?.lines.push(line);
  }
  if (awaited[0] !== undefined) throw new Error(`${id}: no heading "${awaited[0].text}"`);
  return sections;
}

/** The sections under one: those that follow it as long as they are deeper. */
function below(sections: OpenSection[], rank: number): OpenSection[] {
  const level = sections[rank]?.level ?? 0;
  const end = sections.findIndex((section, at) => at > rank && section.level <= level);
  return sections.slice(rank, end < 0 ? undefined : end);
}

function indexDocument(id: DocumentId, text: string): Section[] {
  const sections = cut(id, text);
  return sections.map(({ heading, level }, rank) => {
    const figures = below(sections, rank).flatMap(({ lines }) => readFigures(lines.join("\n")));
    return { heading, level, figures: distinct(figures) };
  });
}

/** Makes the index of all documents from the folder that holds their texts. */
export function buildIndex(folder: string): DocumentIndex {
  const indexOf = (id: DocumentId) =>
    indexDocument(id, readFileSync(join(folder, OUTLINES[id].file), "utf8"));
  return {
    DITP: indexOf("DITP"),
    ARM: indexOf("ARM"),
    DEP: indexOf("DEP"),
    HDF: indexOf("HDF"),
    IDF: indexOf("IDF"),
    MAR: indexOf("MAR"),
  };
}
