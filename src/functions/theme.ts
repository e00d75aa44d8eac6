import { libelleTheme } from "../dossiers/themes.js";
import { broadcastRows } from "./broadcast.js";
import { GUICHET_PARAMETER, guichetArgument, guichetRows } from "./guichet-argument.js";
import { THEME_PARAMETER, themeIn } from "./taux-arguments.js";
import type { FunctionDeclaration, Run } from "./types.js";

export const runTheme: Run = ([theme, guichet], context) => {
  const guichetOf = guichetArgument(guichet, context);
  return broadcastRows(
    [{ name: "theme", value: theme }],
    2,
    ([t = ""], { row }) => {
      const own = guichetOf(row);
      const code = themeIn(t, own);
      return [code, libelleTheme(code, own)];
    },
    guichetRows(guichet),
  );
};

export const FITN_THEME: FunctionDeclaration = {
  name: "FITN_THEME",
  summary: "Code et libellé d’un thème ou de son nom dans le guichet, dans deux cellules.",
  parameters: [THEME_PARAMETER, GUICHET_PARAMETER],
  returns: "Deux cellules par ligne : le code (3a, 3b, 3c, 3d, ADS) et le libellé du guichet.",
  source: "HDF § 3 (rapprochement par le libellé : notre lecture) ; IDF volet 1 ; MAR § 2",
  examples: [
    {
      formula: '=FITN_THEME("4"; "HDF")',
      args: ["4", "HDF"],
      result: [["3d", "4 – Innovation avec un laboratoire territorial"]],
    },
    {
      formula: '=FITN_THEME(4; "IDF-ADS")',
      args: [4, "IDF-ADS"],
      result: [["ADS", "4 – Dématérialisation des demandes d’urbanisme"]],
    },
  ],
  run: runTheme,
};
