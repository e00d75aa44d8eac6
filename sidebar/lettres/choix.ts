import { nommer } from "../../src/dossiers/text.js";
import type { Lettre } from "../../src/reports/lettres.js";
import { CHAMPS_NON_RETENUS, CHAMPS_NOTIFICATION } from "../../src/reports/lettres-champs.js";
import { grouped } from "../../src/rules/grouped.js";

/** Which letters are to be printed. */
export class Choix {
  private readonly chosen: Set<Lettre>;

  /** Ticks those that are to be sent and are complete: not those notified already. */
  constructor(readonly lettres: readonly Lettre[]) {
    this.chosen = new Set(lettres.filter((lettre) => isWaiting(lettre) && !hasGaps(lettre)));
  }

  has(lettre: Lettre): boolean {
    return this.chosen.has(lettre);
  }

  set(lettre: Lettre, on: boolean): void {
    if (on) this.chosen.add(lettre);
    else this.chosen.delete(lettre);
  }

  /** The letters to print, in order. */
  get retenues(): readonly Lettre[] {
    return this.lettres.filter((lettre) => this.chosen.has(lettre));
  }
}

/** Whether a letter lacks a value. */
export function hasGaps({ manques }: Lettre): boolean {
  return manques.length > 0;
}

/** Whether a letter is still to be sent: the collective one, and those to dossiers not notified. */
function isWaiting({ etat }: Lettre): boolean {
  return etat === undefined || etat === "Retenu";
}

/** Who lacks what: one sentence for each field. @example ["montant accordé, en chiffres ({{montant}}) : Lille, Douai"] */
export function manquesParChamp(lettres: readonly Lettre[]): readonly string[] {
  const lacks = lettres.flatMap(({ manques, destinataire }) =>
    manques.map((champ) => ({ champ, destinataire })),
  );
  return [...grouped(lacks, ({ champ }) => champ)].map(([champ, who]) => {
    const names = who.map(({ destinataire }) => destinataire);
    return `${aideDe(champ)} ({{${champ}}})\u00a0: ${nommer(names, NAMED)}`;
  });
}

/** How many recipients a sentence names. */
const NAMED = 5;

/** What a field stands for, and so where to complete it. */
function aideDe(champ: string): string {
  return CHAMPS_NOTIFICATION[champ]?.aide ?? CHAMPS_NON_RETENUS[champ]?.aide ?? champ;
}
