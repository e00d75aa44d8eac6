import { button, byId } from "../kit/element.js";
import { openView } from "../kit/ouvrir.js";
import { comparer } from "./comparer.js";
import { propositions } from "./propositions.js";
import { scenario } from "./scenario.js";
import { script } from "./scripts.js";
import { Session, type Vue } from "./session.js";

const VUES: readonly (readonly [
  vue: Vue,
  label: string,
  draw: (session: Session) => HTMLElement,
])[] = [
  ["scenario", "Scénario", scenario],
  ["comparer", "Comparer", comparer],
  ["propositions", "Propositions du comité", propositions],
];

/** Draws the current screen. */
function paint(session: Session): void {
  byId("etapes").replaceChildren(
    ...VUES.map(([vue, label]) =>
      button(label, () => session.show(vue), { "aria-current": vue === session.vue && "page" }),
    ),
  );
  const draw = VUES.find(([vue]) => vue === session.vue)?.[2] ?? scenario;
  byId("vue").replaceChildren(draw(session));
}

void openView(script.ouvrir, (etat) => {
  const session: Session = new Session(etat, () => paint(session));
  paint(session);
});
