/** What no file holds: control characters, halves of a pair alone, and the two codes that are no character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\ud800-\udfff]/gu;

/** A text as the XML of a file can hold it: line ends are `\n`, what XML refuses is left out. */
export function fileText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(UNWRITABLE, "");
}
