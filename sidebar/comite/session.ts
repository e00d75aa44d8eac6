import type {
  Comite,
  EtatComite,
  EtatEnveloppe,
  LigneAgenda,
} from "../../src/app/comite/protocole.js";
import { Garde } from "../kit/garde.js";
import { messageOf } from "../kit/message.js";
import { type Filtre, ordreDuJour, SANS_FILTRE } from "./agenda.js";
import { Brouillons } from "./brouillons.js";
import { script, wordsOf } from "./scripts.js";

export type Ouvert = Extract<EtatComite, { kind: "ouvert" }>;

/** The screens of the page. */
export type Vue = "seance" | "agenda" | "dossier" | "inscription" | "propositions" | "apres";

/** What the page shows around its screens. */
export interface Cadre {
  /** Draws the current screen anew and puts the focus on its heading. */
  readonly paint: () => void;
  /** Says something above the screen, with what can be done about it. */
  readonly tell: (kind: "fait" | "attention" | "erreur", text: string, actions?: Node[]) => void;
}

/** One person's work in the page: what was read of the workbook, where they are, what they typed. */
export class Session {
  etat: EtatComite | undefined;
  vue: Vue = "seance";
  /** Name of the open committee, "" before one is chosen. */
  nomComite = "";
  /** The dossier that is shown. */
  numero: string | undefined;
  filtre: Filtre = { ...SANS_FILTRE };
  /** A decision was recorded since the workbook was read: what is said of the next committee may have changed. */
  calendrierPerime = false;
  readonly brouillons = new Brouillons(
    new Garde(() => localStorage, "fitn7.brouillon:"),
    () => ({ classeur: this.ouvert?.classeur ?? "", comite: this.nomComite }),
    () => new Date().toISOString(),
  );

  constructor(private readonly cadre: Cadre) {}

  get ouvert(): Ouvert | undefined {
    return this.etat?.kind === "ouvert" ? this.etat : undefined;
  }

  get comite(): Comite | undefined {
    return this.ouvert?.comites.find(({ nom }) => nom === this.nomComite);
  }

  /** The dossiers on the open committee's agenda. */
  get lignes(): readonly LigneAgenda[] {
    return this.comite ? ordreDuJour(this.ouvert?.dossiers ?? [], this.nomComite) : [];
  }

  /** Reads the workbook anew. @throws CallFailed */
  async reload(): Promise<void> {
    this.etat = await script.ouvrir();
    this.calendrierPerime = false;
    if (this.ouvert && !this.comite) this.nomComite = "";
  }

  /** Goes to a screen. */
  show(vue: Vue): void {
    this.vue = vue;
    this.cadre.paint();
  }

  showDossier(numero: string): void {
    this.numero = numero;
    this.show("dossier");
  }

  tell(kind: "fait" | "attention" | "erreur", text: string, actions?: Node[]): void {
    this.cadre.tell(kind, text, actions);
  }

  /** Shows a failure as it is: its message is made for people. */
  fail(error: unknown): void {
    this.tell("erreur", messageOf(error));
  }

  /** Notes a decision just recorded, so that the screens show it without reading the sheet anew. */
  decided(
    numero: string,
    changes: Pick<LigneAgenda, "etat" | "accorde">,
    enveloppe: EtatEnveloppe | undefined,
  ): void {
    const { ouvert } = this;
    if (!ouvert) return;
    this.calendrierPerime = true;
    this.etat = {
      ...ouvert,
      dossiers: ouvert.dossiers.map((ligne) =>
        ligne.numero === numero
          ? { ...ligne, ...changes, comite: this.nomComite, decide: true }
          : ligne,
      ),
      enveloppes: ouvert.enveloppes.map((former) =>
        former.guichet === enveloppe?.guichet ? enveloppe : former,
      ),
    };
  }

  /** Undoes a batch of the Journal, or the person's last one. */
  async undo(lot?: string): Promise<void> {
    try {
      const answer = await script.annuler(lot ? { lot } : {});
      if (answer.kind !== "fait") return this.tell("erreur", wordsOf(answer));
      await this.reload();
      this.cadre.paint();
      this.tell("fait", answer.message);
    } catch (error) {
      this.fail(error);
    }
  }
}
