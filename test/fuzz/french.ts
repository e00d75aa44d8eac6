/** What a message for people never holds: words of the machine, values that are none. */
const MACHINE =
  /\b(the|must|exceeds?|too (?:large|long)|argument|maximum of|service)\b|undefined|\bNaN\b|\[object|\bnull\b|TypeError|RangeError|ReferenceError|SyntaxError|is not |Cannot |Unexpected|not a function|\n\s+at |\.js:\d/;

/**
 * Why a text is no message for a référent; nothing where it is one.
 *
 * @param given what the caller sent: a message may quote it
 */
export function flaw(message: string, given = ""): string | undefined {
  const own = message.replace(/«[^»]*»/g, "").replace(/\([^)]*\)$/, "");
  if (message.trim() === "") return "empty";
  const found = MACHINE.exec(own)?.[0];
  return found !== undefined && !given.includes(found) ? `${found} in: ${message}` : undefined;
}

/** What no text shows, wherever in it: values that are none, the trace of a failure. */
const RATE =
  /\bundefined\b|\bNaN\b|\bnull\b|\bInfinity\b|\[object|\b(?:Type|Range|Reference|Syntax)Error\b|\n\s+at |\.js:\d/;

/** What is wrong with a text that a cell or a page shows; nothing where it is what the caller sent. */
export function rate(text: string, given = ""): string | undefined {
  const found = RATE.exec(text)?.[0];
  return found !== undefined && !given.includes(found) ? `${found} in: ${text}` : undefined;
}

/** Values inside plain data that no page can be sent: none may be there. @param given what the caller sent */
export function strange(value: unknown, given = "", path = ""): readonly string[] {
  if (value === undefined) return [`${path}: undefined`];
  if (typeof value === "number" && !Number.isFinite(value)) return [`${path}: ${value}`];
  if (typeof value === "string") {
    const found = rate(value, given);
    return found === undefined ? [] : [`${path}: ${found}`];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => strange(inner, given, `${path}.${key}`));
}
