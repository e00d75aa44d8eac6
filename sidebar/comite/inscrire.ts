import { script } from "./scripts.js";
import type { Session, Vue } from "./session.js";

/**
 * Puts dossiers on the open committee's agenda, or takes them off it, then shows a screen.
 *
 * @param comite name of the committee, "" to take them off
 */
export async function inscrire(
  session: Session,
  numeros: readonly string[],
  comite: string,
  vue: Vue,
): Promise<void> {
  try {
    const answer = await script.proposer({ numeros, comite });
    if (answer.kind !== "fait") return session.tell("erreur", answer.message);
    await session.reload();
    session.show(vue);
    const left = answer.refuses.map(({ numero, message }) => `${numero}\u00a0: ${message}`);
    session.tell(left.length > 0 ? "attention" : "fait", [answer.message, ...left].join("\n"));
  } catch (error) {
    session.fail(error);
  }
}
