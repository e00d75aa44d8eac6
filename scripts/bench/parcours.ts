import type { WorkbookSnapshot } from "../../local/engine/snapshot.js";
import { createHost } from "../../local/host/index.js";
import type { Complement } from "../../local/load-dist.js";

/** Service calls by name. */
export type Appels = Readonly<Record<string, number>>;

/** What one action costs on a workbook. */
export interface Mesure {
  readonly titre: string;
  readonly appels: Appels;
  /** Most calls that it may make, where that is fixed. */
  readonly limite?: number;
  /** Calls by which sizes may differ, however many dossiers there are. */
  readonly ecart?: Ecart;
}

export interface Ecart {
  readonly appels: number;
  readonly raison: string;
}

/** Rows that a write needs beyond those of its tab, of the Journal and of what undoing needs: four calls each. */
export const AGRANDIR: Ecart = { appels: 12, raison: "lignes à ajouter" };

/** A workbook that entries of pages change one after the other. */
export interface Parcours {
  /**
   * One entry in a run of its own: Google loads the script anew for each. Another answer than the one
   * expected would make the figure hollow.
   *
   * @throws Error with the answer, where its kind is not the one expected
   */
  readonly fait: (entree: string, demande?: object, kind?: string) => Etape;
  /** The workbook as the last entry left it. */
  readonly classeur: () => WorkbookSnapshot;
}

export interface Etape {
  readonly appels: Appels;
  readonly reponse: Readonly<Record<string, unknown>>;
}

/** Google gives the address of whoever runs the script within a domain. */
const REFERENT = "referent@prefecture.example";

/** Begins with a workbook; none is an empty one. */
export function parcours(dist: Complement, depart?: WorkbookSnapshot): Parcours {
  let snapshot = depart;
  return {
    fait: (entree, demande = {}, kind = "fait") => {
      const host = createHost({ ...dist, user: REFERENT, ...(snapshot && { snapshot }) });
      const reponse = host.callFromPage(entree, demande) as Record<string, unknown>;
      if (reponse.kind !== kind) {
        throw new Error(`${entree} : ${JSON.stringify(reponse).slice(0, 500)}`);
      }
      snapshot = host.workbook.snapshot();
      return { reponse, appels: host.ledger.calls };
    },
    classeur: () => {
      if (!snapshot) throw new Error("Aucune action n’a encore été faite.");
      return snapshot;
    },
  };
}

/** @example totalDe({ "Range.getValues": 2, "Lock.tryLock": 1 }) // 3 */
export function totalDe(appels: Appels): number {
  return Object.values(appels).reduce((sum, count) => sum + count, 0);
}
