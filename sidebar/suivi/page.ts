import type { LaureatSuivi } from "../../src/app/suivi/protocole.js";
import { formatEuros } from "../../src/rules/cents.js";
import { formatDay } from "../../src/rules/day.js";
import { actionButton } from "../kit/bouton.js";
import { button, byId, element, labelled } from "../kit/element.js";
import { tell } from "../kit/message.js";
import { openView } from "../kit/ouvrir.js";
import { avancement } from "./avancement.js";
import { entreprises } from "./entreprises.js";
import { evaluation } from "./evaluation.js";
import { relance } from "./relance.js";
import { script } from "./scripts.js";
import { boutonAnnuler, Session, type Vue } from "./session.js";

type Dessin = (session: Session, laureat: LaureatSuivi) => HTMLElement;

const VUES: readonly (readonly [vue: Vue, label: string, draw: Dessin])[] = [
  ["avancement", "Avancement", avancement],
  ["entreprises", "Entreprises", entreprises],
  ["relance", "Relance", relance],
  ["evaluation", "Évaluation", evaluation],
];

/** Groups of the list of lauréats, in its order. */
const GROUPES: readonly (readonly [statut: LaureatSuivi["statut"], titre: string])[] = [
  ["retard", "En retard"],
  ["inconnue", "Échéance inconnue"],
  ["a_venir", "À venir"],
  ["sans_objet", "Sans relance"],
];

/** Draws the lauréat shown. */
function paint(session: Session): void {
  const { laureat } = session;
  if (!laureat) {
    byId("vue").replaceChildren(element("p", { class: "message" }, "Aucun lauréat à ce jour."));
    return;
  }
  const draw = VUES.find(([vue]) => vue === session.vue)?.[2] ?? avancement;
  byId("vue").replaceChildren(
    choix(session),
    ...fiche(laureat),
    element(
      "nav",
      { "aria-label": "Lauréat" },
      ...VUES.map(([vue, label]) =>
        button(label, () => session.show({ vue }), {
          "aria-current": vue === session.vue && "page",
        }),
      ),
    ),
    draw(session, laureat),
    onglets(session),
  );
}

function choix(session: Session): HTMLElement {
  const { laureats } = session.ouvert;
  const late = laureats.filter(({ statut }) => statut === "retard").length;
  const select = element(
    "select",
    {},
    ...GROUPES.flatMap(([statut, titre]) => {
      const own = laureats.filter((laureat) => laureat.statut === statut);
      return own.length === 0
        ? []
        : [
            element(
              "optgroup",
              { label: `${titre} (${own.length})` },
              ...own.map(({ numero, porteur }) =>
                element(
                  "option",
                  { value: numero, selected: numero === session.numero },
                  `${numero} ${porteur}`,
                ),
              ),
            ),
          ];
    }),
  );
  select.addEventListener("change", () => session.show({ numero: select.value }));
  return labelled("laureat", `Lauréat (${late} en retard sur ${laureats.length})`, select);
}

function fiche(laureat: LaureatSuivi): readonly HTMLElement[] {
  const { intitule, montant, fin, etat, statut, echeance, raison } = laureat;
  const facts = [
    etat,
    montant === undefined ? "" : formatEuros(montant),
    fin === undefined ? "" : `fin le ${formatDay(fin)}`,
  ].filter((fact) => fact !== "");
  const due = echeance === undefined ? "" : `État d’avancement attendu le ${formatDay(echeance)}`;
  const why = raison === "" ? "" : due === "" ? raison : ` (${raison})`;
  const ton = statut === "retard" ? "attention" : "";
  return [
    element("p", {}, element("strong", {}, intitule), element("br"), facts.join(" – ")),
    element(
      "p",
      { class: `message ${ton}`.trim() },
      `${due}${why}${statut === "retard" ? "\u00a0: en retard." : "."}`,
    ),
  ];
}

/** Buttons that make the two tabs, and the one that takes back what was typed last. */
function onglets(session: Session): HTMLElement {
  const late = make("Onglet des relances du jour", async () => {
    const result = await script.relances();
    if (result.kind === "refus") return result;
    return {
      message: `Onglet «\u00a0${result.onglet}\u00a0»\u00a0: ${result.enRetard} en retard sur ${result.laureats}.`,
      kind: "fait",
    };
  });
  const evaluations = make("Onglet de synthèse des évaluations", async () => {
    const result = await script.evaluations();
    return {
      kind: result.kind,
      message: result.message ?? `Onglet «\u00a0${result.onglet}\u00a0» fait.`,
    };
  });
  return element(
    "footer",
    {},
    element("h2", {}, "Pour tous les lauréats"),
    element(
      "div",
      { class: "actions" },
      late,
      evaluations,
      boutonAnnuler(session, "Annuler ma dernière saisie"),
    ),
  );
}

function make(
  label: string,
  action: () => Promise<{ readonly kind: string; readonly message: string }>,
): HTMLButtonElement {
  return actionButton(label, "Écriture…", async () => {
    const { kind, message } = await action();
    tell(kind === "fait" ? "fait" : "erreur", message);
  });
}

void openView(script.ouvrir, (etat) => {
  const session: Session = new Session(etat, () => paint(session));
  paint(session);
});
