/** Marks around a part of a document: `<!-- début : NOM -->` and `<!-- fin : NOM -->`. */
function boundsOf(text: string, name: string): readonly [from: number, to: number] {
  const opening = `<!-- début : ${name} -->\n`;
  const start = text.indexOf(opening);
  const to = text.indexOf(`<!-- fin : ${name} -->`);
  if (start < 0 || to < start) throw new Error(`The document has no part named ${name}.`);
  return [start + opening.length, to];
}

/** The part of a document between its marks. */
export function sectionOf(text: string, name: string): string {
  const [from, to] = boundsOf(text, name);
  return text.slice(from, to);
}

/** A document with another content between the marks of a part. */
export function withSection(text: string, name: string, content: string): string {
  const [from, to] = boundsOf(text, name);
  return `${text.slice(0, from)}\n${content}\n\n${text.slice(to)}`;
}
