import { commence } from "./nature.js";
import { FichierRefuse, RAISONS } from "./refus.js";

export type Encodage = "UTF-8" | "Windows-1252" | "UTF-16";

/** UTF-8 bytes that were taken for Windows-1252, as they show: `Ã©` for `é`, `â€™` for `’`. */
const MISREAD = /[^\s",;]{0,12}(?:Ã[\u0080-\u00bf‰ˆ€Š”œ]|â€[™œ¦“”\u009d])[^\s",;]{0,12}/;
const MISREAD_ALL = new RegExp(MISREAD.source, "g");
const LOST = /[^\s",;]{0,12}\ufffd[^\s",;]{0,12}/;

/** Accents of DOS or of an old Mac, as they show in Windows-1252: `DŽpos` or `D‚pos` for `Dépos`. */
const FOREIGN =
  /[^\s",;]{0,12}[A-Za-z][‚ŽŠ‡ˆ\u0082\u0087\u0088\u008a\u008d-\u0090][a-z][^\s",;]{0,12}/;

/** One broken word may be what somebody typed in a form; this many are the file's encoding. */
const MANY = 3;

function refuseBroken(text: string): void {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? "";
  const found =
    MISREAD.exec(firstLine) ??
    LOST.exec(firstLine) ??
    FOREIGN.exec(firstLine) ??
    ((text.match(MISREAD_ALL)?.length ?? 0) >= MANY ? MISREAD.exec(text) : undefined);
  if (found) throw new FichierRefuse(RAISONS.accents(found[0]));
}

function decode(octets: Uint8Array): { readonly texte: string; readonly encodage: Encodage } {
  if (commence(octets, [0xff, 0xfe]))
    return { texte: new TextDecoder("utf-16le").decode(octets), encodage: "UTF-16" };
  if (commence(octets, [0xfe, 0xff]))
    return { texte: new TextDecoder("utf-16be").decode(octets), encodage: "UTF-16" };
  try {
    return { texte: new TextDecoder("utf-8", { fatal: true }).decode(octets), encodage: "UTF-8" };
  } catch {
    return { texte: new TextDecoder("windows-1252").decode(octets), encodage: "Windows-1252" };
  }
}

/**
 * The text of a file and its encoding: what a mark at its start says, else UTF-8 where the bytes are
 * valid UTF-8, else Windows-1252. The mark is no part of the text.
 * @throws FichierRefuse where accents were already lost by a wrong encoding
 */
export function texteDe(octets: Uint8Array): {
  readonly texte: string;
  readonly encodage: Encodage;
} {
  const decoded = decode(octets);
  if (decoded.texte.slice(0, 4096).includes("\0")) throw new FichierRefuse(RAISONS.inconnu);
  refuseBroken(decoded.texte);
  return decoded;
}
