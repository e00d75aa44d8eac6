import { readDay } from "../dossiers/readers.js";
import { lire } from "../dossiers/saisie.js";
import { relanceOf } from "../rules/relance.js";
import { broadcastRows } from "./broadcast.js";
import type { FunctionDeclaration, Run } from "./types.js";

export const runRelance: Run = ([notification, dernierEtat, date]) =>
  broadcastRows(
    [
      { name: "notification", value: notification },
      { name: "dernier_etat", value: dernierEtat },
      { name: "date", value: date },
    ],
    2,
    ([n = "", d = "", t = ""]) => {
      const relance = relanceOf(
        lire("notification", n, readDay),
        lire("dernier_etat", d, readDay),
        lire("date", t, readDay),
      );
      if (!relance) return ["", ""];
      return [{ jour: relance.due }, relance.late ? "En retard" : ""];
    },
  );

export const FITN_RELANCE: FunctionDeclaration = {
  name: "FITN_RELANCE",
  summary:
    "Prochain état d’avancement attendu d’un lauréat (trois mois après le dernier, sinon après la notification) et « En retard » quand la date est passée.",
  parameters: [
    { name: "notification", help: "Date de notification (cellule ou plage)." },
    {
      name: "dernier_etat",
      help: "Date du dernier état d’avancement, ou vide (cellule ou plage).",
    },
    {
      name: "date",
      help: "Date à laquelle on se place, par exemple AUJOURDHUI() (cellule ou plage).",
    },
  ],
  returns: "Deux cellules par ligne : la date attendue, et « En retard » ou rien.",
  source: "DITP « Quel suivi ? » (au moins chaque trimestre)",
  examples: [
    {
      formula: '=FITN_RELANCE("30/11/2021"; ""; "01/03/2022")',
      args: ["30/11/2021", "", "01/03/2022"],
      result: [[{ jour: "2022-02-28" }, "En retard"]],
    },
    {
      formula: '=FITN_RELANCE("30/11/2021"; "15/01/2022"; "15/04/2022")',
      args: ["30/11/2021", "15/01/2022", "15/04/2022"],
      result: [[{ jour: "2022-04-15" }, ""]],
    },
  ],
  run: runRelance,
};
