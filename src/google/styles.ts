import type { Couleur } from "../app/ports.js";
import type { Kind } from "../dossiers/champs.js";
import type { Style } from "../reports/plan.js";

/** Automatic format: what a formula's result, text or number, is shown in. */
const AUTOMATIC = "General";

/** Number formats, with the US tokens that hold in every locale. */
export const FORMATS: Readonly<Record<Kind, string>> = {
  text: "@",
  day: "dd/mm/yyyy",
  euro: '#,##0.00 "€"',
  rate: "0.00 %",
  integer: "#,##0",
  number: AUTOMATIC,
  yesno: "@",
};

interface Look {
  readonly format: string;
  readonly weight: "bold" | "normal";
  readonly background: string | null;
  readonly size: number;
  readonly wrap: boolean;
}

const PLAIN: Look = {
  format: AUTOMATIC,
  weight: "normal",
  background: null,
  size: 10,
  wrap: false,
};

const HEADER_BACKGROUND = "#e3e9f5";
const TOTAL_BACKGROUND = "#f2f2f2";
const INPUT_BACKGROUND = "#fff8d6";

/** How each named style looks. */
export const LOOKS: Readonly<Record<Style, Look>> = {
  titre: { ...PLAIN, weight: "bold", size: 14 },
  section: { ...PLAIN, weight: "bold", size: 12 },
  entete: { ...PLAIN, weight: "bold", background: HEADER_BACKGROUND, wrap: true },
  texte: PLAIN,
  long: { ...PLAIN, wrap: true },
  note: { ...PLAIN, weight: "bold" },
  euro: { ...PLAIN, format: FORMATS.euro },
  taux: { ...PLAIN, format: FORMATS.rate },
  entier: { ...PLAIN, format: FORMATS.integer },
  jour: { ...PLAIN, format: FORMATS.day },
  total: { ...PLAIN, weight: "bold", background: TOTAL_BACKGROUND },
  total_euro: { ...PLAIN, weight: "bold", background: TOTAL_BACKGROUND, format: FORMATS.euro },
  saisie: { ...PLAIN, background: INPUT_BACKGROUND, wrap: true },
};

/** Background and text of a warning; each pair passes WCAG AA. */
export const COULEURS: Readonly<
  Record<Couleur, { readonly fond: string; readonly texte: string }>
> = {
  vert: { fond: "#d9f2e3", texte: "#0b4f27" },
  orange: { fond: "#ffe3c2", texte: "#6b3a00" },
  rouge: { fond: "#fbd5d5", texte: "#8c1515" },
};
