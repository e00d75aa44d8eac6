import type { EtatSuivi, LaureatSuivi, ResultatSaisie } from "../../src/app/suivi/protocole.js";
import { actionButton } from "../kit/bouton.js";
import { tell, tellWithActions } from "../kit/message.js";
import { script } from "./scripts.js";

export type Ouvert = Extract<EtatSuivi, { kind: "ouvert" }>;

export type Vue = "avancement" | "entreprises" | "relance" | "evaluation";

/** What the page holds: what was read, the lauréat shown, what is typed and not kept yet. */
export class Session {
  vue: Vue = "avancement";
  numero: string;
  /** What was typed, by lauréat and field: going elsewhere and back loses nothing. */
  private readonly drafts = new Map<string, string>();

  constructor(
    public ouvert: Ouvert,
    private readonly paint: () => void,
  ) {
    const { laureats, selection } = ouvert;
    this.numero =
      laureats.find(({ numero }) => numero === selection)?.numero ?? laureats[0]?.numero ?? "";
  }

  get laureat(): LaureatSuivi | undefined {
    return this.ouvert.laureats.find(({ numero }) => numero === this.numero);
  }

  show(change: { vue?: Vue; numero?: string }): void {
    this.vue = change.vue ?? this.vue;
    this.numero = change.numero ?? this.numero;
    tell("", "");
    this.paint();
  }

  /** A field that remembers what is typed in it for this lauréat. */
  champ<E extends HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    nom: string,
    control: E,
  ): E {
    const key = this.key(nom);
    const typed = this.drafts.get(key);
    if (typed !== undefined) control.value = typed;
    control.addEventListener("input", () => this.drafts.set(key, control.value));
    return control;
  }

  /** Forgets what was typed in fields of this lauréat, once it is kept. */
  oublier(prefixe: string): void {
    for (const key of [...this.drafts.keys()]) {
      if (key.startsWith(this.key(prefixe))) this.drafts.delete(key);
    }
  }

  private key(nom: string): string {
    return `${this.numero}\n${nom}`;
  }

  /** Reads again after a change. */
  async relire(): Promise<void> {
    const etat = await script.ouvrir();
    if (etat.kind === "ouvert") this.ouvert = etat;
    this.paint();
  }
}

/**
 * A button that takes back what was written.
 *
 * @param lot the last of one's own where left out
 */
export function boutonAnnuler(session: Session, label: string, lot?: string): HTMLButtonElement {
  return actionButton(label, "Annulation…", async () => {
    const { kind, message } = await script.annuler(lot);
    if (kind === "fait") await session.relire();
    tell(kind === "fait" ? "fait" : "erreur", message);
  });
}

/** A button that keeps what was typed, then reads the workbook again. */
export function boutonEnregistrer(
  session: Session,
  label: string,
  prefixe: string,
  action: () => Promise<ResultatSaisie> | undefined,
): HTMLButtonElement {
  return actionButton(
    label,
    "Enregistrement…",
    async () => {
      const result = await action();
      if (!result) return;
      if (result.kind === "refus") {
        tell("erreur", result.message);
        return;
      }
      session.oublier(prefixe);
      await session.relire();
      tellWithActions("fait", `Enregistré. ${result.message}`, [
        boutonAnnuler(session, "Annuler", result.lot),
      ]);
    },
    true,
  );
}
