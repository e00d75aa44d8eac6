import { actionButton } from "../kit/bouton.js";
import { tell, tellWithActions } from "../kit/message.js";
import { script } from "./scripts.js";
import type { Session } from "./session.js";

/** Says what was written, with a button that takes it back where there is something to. */
export function sayDone(
  session: Session,
  { message, lot = "" }: { readonly message: string; readonly lot?: string },
): void {
  if (lot === "") {
    tell("fait", message);
    return;
  }
  const undo = actionButton("Annuler", "Annulation…", async () => {
    const done = await script.annuler(lot);
    if (done.kind === "fait") session.reprendreListe(done.scenarios);
    tell(done.kind === "fait" ? "fait" : "erreur", done.message);
  });
  tellWithActions("fait", message, [undo]);
}
