/** A whole number as French people read it. @example nombre(5000) // "5 000" */
export function nombre(value: number): string {
  return value.toLocaleString("fr-FR");
}

/**
 * A number and its noun. From two on, French nouns are in the plural.
 * @example compter(1, "dossier") // "1 dossier"
 */
export function compter(count: number, singular: string, plural = `${singular}s`): string {
  return `${nombre(count)}\u00a0${count > 1 ? plural : singular}`;
}
