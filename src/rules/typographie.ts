/** No-break spaces of French punctuation. @example typeset("lu : « 3a »") // "lu : « 3a »" */
export function typeset(text: string): string {
  return text.replace(/ ([:;?!»%€])/g, "\u00a0$1").replace(/« /g, "«\u00a0");
}
