import { applyDelta, type WorkbookDelta } from "../../engine/delta.js";
import type { WorkbookSnapshot } from "../../engine/snapshot.js";
import type { Complement } from "../../load-dist.js";
import type { Choix, Classeur } from "../../server/protocole.js";
import type { Loaded } from "../messages.js";
import { Server } from "../server.js";

/** What there is to open. */
export interface Fetched extends Complement {
  readonly nom: string;
  /** The workbook, its change log included. */
  readonly snapshot: WorkbookSnapshot;
  /** Length of that log. */
  readonly entries: number;
}

/** Fetches what is opened: the workbook from the server, the add-in from beside the page. */
export class Loading {
  private readonly server: Server;
  private readonly complement: Promise<Complement>;
  private workbook: Classeur | undefined;

  constructor(token: string) {
    this.server = new Server(token);
    this.complement = fetch("complement.json").then((answer) => answer.json());
  }

  async fetch(): Promise<Loaded> {
    this.workbook = await this.server.open();
    return summary(this.workbook);
  }

  async keep(garder: Choix["garder"]): Promise<Loaded> {
    if (!this.workbook) throw new Error("Aucun classeur n’est chargé.");
    this.workbook = await this.server.choose({ id: this.workbook.id, garder });
    return summary(this.workbook);
  }

  async fetched(): Promise<Fetched> {
    if (!this.workbook) throw new Error("Aucun classeur n’est chargé.");
    const { nom, snapshot, changements } = this.workbook;
    const current = (changements as WorkbookDelta[]).reduce(applyDelta, snapshot);
    return { ...(await this.complement), nom, snapshot: current, entries: changements.length };
  }
}

function summary({ snapshot, changements: _, ...rest }: Classeur): Loaded {
  return { ...rest, locale: snapshot.locale };
}
