import type { Complement } from "../../load-dist.js";
import type { Choix, Classeur } from "../../server/protocole.js";
import type { Loaded } from "../messages.js";
import { Server } from "../server.js";

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

  async fetched(): Promise<Complement & Pick<Classeur, "nom" | "snapshot">> {
    if (!this.workbook) throw new Error("Aucun classeur n’est chargé.");
    const { nom, snapshot } = this.workbook;
    return { ...(await this.complement), nom, snapshot };
  }
}

function summary({ snapshot, changements: _, ...rest }: Classeur): Loaded {
  return { ...rest, locale: snapshot.locale };
}
