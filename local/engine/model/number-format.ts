/** One piece of a number format: text shown as it is, or a field. */
export type FormatToken =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "digits"; readonly text: string }
  | { readonly kind: "percent" | "general" | "value" }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "elapsed"; readonly text: string }
  | { readonly kind: "halfDay"; readonly text: string };

const TOKEN =
  /"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[(h+|m+|s+)\]|\[[^\]]*\]|(general)|(am\/pm|a\/p)|(%)|(@)|([0#?][0#?.,]*(?:E[+-]0+)?|\.[0#?]+)|(y+|m+|d+|h+|s+)|([\s\S])/gi;

const cache = new Map<string, readonly (readonly FormatToken[])[]>();

/** The sections of a format (positive; negative; zero; text), each as its tokens. */
export function formatSections(format: string): readonly (readonly FormatToken[])[] {
  let sections = cache.get(format);
  if (!sections) {
    sections = splitSections(format).map(tokens);
    cache.set(format, sections);
  }
  return sections;
}

function splitSections(format: string): string[] {
  const sections = [""];
  for (const piece of format.match(/"[^"]*"|\\.|\[[^\]]*\]|[\s\S]/g) ?? []) {
    if (piece === ";") sections.push("");
    else sections[sections.length - 1] += piece;
  }
  return sections;
}

function tokens(section: string): FormatToken[] {
  const found: FormatToken[] = [];
  for (const match of section.matchAll(TOKEN)) {
    const [whole, quoted, escaped, currency, elapsed, general, half, percent, value, digits, date] =
      match;
    if (quoted !== undefined) found.push({ kind: "text", text: quoted });
    else if (escaped !== undefined) found.push({ kind: "text", text: escaped });
    else if (currency !== undefined) found.push({ kind: "text", text: currency });
    else if (elapsed) found.push({ kind: "elapsed", text: elapsed.toLowerCase() });
    else if (general) found.push({ kind: "general" });
    else if (half) found.push({ kind: "halfDay", text: half });
    else if (percent) found.push({ kind: "percent" });
    else if (value) found.push({ kind: "value" });
    else if (digits) found.push({ kind: "digits", text: digits });
    else if (date) found.push({ kind: "date", text: date.toLowerCase() });
    else if (!/^[[_*]/.test(whole)) found.push({ kind: "text", text: whole });
  }
  return minutes(found);
}

/** `m` is a minute after an hour or before a second, a month elsewhere. */
function minutes(found: FormatToken[]): FormatToken[] {
  const fields = found.filter((token) => token.kind === "date" || token.kind === "elapsed");
  return found.map((token) => {
    if (token.kind !== "date" || !/^m{1,2}$/.test(token.text)) return token;
    const at = fields.indexOf(token);
    const before = fields[at - 1];
    const after = fields[at + 1];
    const isMinute =
      (before && "text" in before && before.text.startsWith("h")) ||
      (after && "text" in after && after.text.startsWith("s"));
    return isMinute ? { kind: "date", text: token.text.replaceAll("m", "n") } : token;
  });
}

/** Whether numbers of this format are shown as dates or times, and read by scripts as `Date`. */
export function isDateFormat(format: string): boolean {
  return (formatSections(format)[0] ?? []).some(
    (token) => token.kind === "date" || token.kind === "elapsed",
  );
}

/** Whether what is typed into a cell of this format stays text. */
export function isPlainText(format: string | undefined): boolean {
  return format === "@";
}
