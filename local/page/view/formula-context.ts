/** What is being typed at a place of a formula. */
interface FormulaContext {
  /** The beginning of a name right before the place, `""` where there is none. */
  readonly word: string;
  /** The function whose brackets are open around the place, and which of its arguments this is. */
  readonly call: { readonly name: string; readonly argument: number } | undefined;
}

const WORD = /[\p{L}_][\p{L}\p{N}_.]*$/u;

/** Reads a French formula up to a place; `undefined` in a text that is no formula, or inside quotes. */
export function formulaContext(text: string, place: number): FormulaContext | undefined {
  if (!/^[=+-]/.test(text)) return undefined;
  const before = text.slice(0, place);
  const calls: { name: string; argument: number }[] = [];
  let quote = "";
  for (const [at, char] of [...before].entries()) {
    if (quote) {
      if (char === quote) quote = "";
    } else if (char === '"' || char === "'") quote = char;
    else if (char === "(") {
      const name = WORD.exec([...before].slice(0, at).join(""))?.[0] ?? "";
      calls.push({ name: name.toUpperCase(), argument: 0 });
    } else if (char === ")") calls.pop();
    else if (char === ";") {
      const last = calls.at(-1);
      if (last) last.argument += 1;
    }
  }
  if (quote) return undefined;
  return { word: WORD.exec(before)?.[0] ?? "", call: calls.findLast(({ name }) => name !== "") };
}

/** The functions that begin with a word, in any case and without accents, the add-in's first. */
export function matching<T extends { readonly name: string }>(
  functions: readonly T[],
  word: string,
): T[] {
  const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
  const start = plain(word);
  if (start === "") return [];
  return functions.filter(({ name }) => plain(name).startsWith(start)).slice(0, 12);
}
