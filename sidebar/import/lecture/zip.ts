import { inflateSync } from "fflate";
import { FichierRefuse, LIMITES, RAISONS } from "./refus.js";

const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

/** A file inside a zip, as the zip's directory declares it. */
export interface PartieZip {
  readonly nom: string;
  readonly methode: number;
  /** Bytes in the zip, and once unpacked. */
  readonly comprime: number;
  readonly taille: number;
  readonly debut: number;
  readonly chiffree: boolean;
}

/** Where the directory's last record starts: it is at the end, before a comment that may be empty. */
function endOfDirectory(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  throw new FichierRefuse(RAISONS.endommage);
}

/**
 * Reads a zip's directory without unpacking anything.
 * @throws FichierRefuse where it is damaged
 */
export function repertoire(octets: Uint8Array): readonly PartieZip[] {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const end = endOfDirectory(view);
  const parts: PartieZip[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > octets.length || view.getUint32(at, true) !== IN_DIRECTORY)
      throw new FichierRefuse(RAISONS.endommage);
    const name = view.getUint16(at + 28, true);
    parts.push({
      nom: new TextDecoder().decode(octets.subarray(at + 46, at + 46 + name)),
      chiffree: (view.getUint16(at + 8, true) & 1) === 1,
      methode: view.getUint16(at + 10, true),
      comprime: view.getUint32(at + 20, true),
      taille: view.getUint32(at + 24, true),
      debut: view.getUint32(at + 42, true),
    });
    at += 46 + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/**
 * Refuses a zip bomb by what its directory declares, before anything is unpacked.
 * @throws FichierRefuse
 */
export function refuserBombe(parts: readonly PartieZip[]): void {
  const total = parts.reduce((sum, { taille }) => sum + taille, 0);
  const bomb = parts.find(
    ({ taille, comprime }) =>
      taille > LIMITES.rapportDes && taille > LIMITES.rapport * Math.max(1, comprime),
  );
  if (bomb) throw new FichierRefuse(RAISONS.bombe(bomb.nom));
  if (total > LIMITES.contenu) throw new FichierRefuse(RAISONS.tropDeContenu(total));
}

/**
 * The bytes of a part. It never takes more memory than the part's declared size, which is checked
 * before: one byte too many is enough to know that the directory lied.
 * @throws FichierRefuse where the part is damaged or has another size than declared
 */
export function decompresser(octets: Uint8Array, partie: PartieZip): Uint8Array {
  const { nom, methode, comprime, taille, debut } = partie;
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (debut + 30 > octets.length || view.getUint32(debut, true) !== LOCAL)
    throw new FichierRefuse(RAISONS.endommage);
  const start = debut + 30 + view.getUint16(debut + 26, true) + view.getUint16(debut + 28, true);
  const packed = octets.subarray(start, start + comprime);
  if (packed.length !== comprime || (methode !== STORED && methode !== DEFLATED))
    throw new FichierRefuse(RAISONS.endommage);
  const unpacked = methode === STORED ? packed : inflated(packed, taille + 1);
  if (unpacked.length !== taille) throw new FichierRefuse(RAISONS.menteur(nom));
  return unpacked;
}

function inflated(packed: Uint8Array, room: number): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(room) });
  } catch {
    throw new FichierRefuse(RAISONS.endommage);
  }
}
