import { fileURLToPath } from "node:url";
import type { Prefecture } from "./suivi.js";

/** Where the reviewed list of a préfecture and a month is kept. */
export function goldenPath({ nom }: Prefecture, mois: string): string {
  return fileURLToPath(new URL(`./golden/${nom}-${mois}.txt`, import.meta.url));
}
