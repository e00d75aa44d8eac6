import type { Tables } from "../../../src/imports/tables.js";
import type { Nature } from "./nature.js";
import { lireOds } from "./ods.js";
import { lireXlsx } from "./xlsx.js";
import { decompresser } from "./zip.js";

type Classeur = Extract<Nature, { readonly parties: unknown }>;

/** Parts that hold no cell, and may be large: they are left packed. */
const LEFT = /(^|\/)(media|embeddings)\/|\.(bin|vml|png|jpe?g|gif|emf|wmf)$/i;

/**
 * The tables of a workbook, .xlsx or .ods. No part is unpacked beyond the size that it declares.
 * @throws FichierRefuse where it is damaged or too large
 */
export function lireClasseur(octets: Uint8Array, { format, parties }: Classeur): Tables {
  if (format === "ods") {
    const [content] = parties.filter(({ nom }) => nom === "content.xml");
    return lireOds(content ? new TextDecoder().decode(decompresser(octets, content)) : "");
  }
  const parts: Record<string, Uint8Array> = {};
  for (const partie of parties)
    if (!LEFT.test(partie.nom)) parts[partie.nom] = decompresser(octets, partie);
  return lireXlsx(parts);
}
