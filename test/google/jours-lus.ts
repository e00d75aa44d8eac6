import { atelier, plain } from "../app/aides/atelier.js";
import { classeur, formule, jour, onglet } from "../app/aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "État",
  "Montant accordé",
  "Date de fin",
  "Décidé le",
  "Date de dépôt",
];

/** The days that a workbook of one zone shows where the script has another. */
export function joursLus(spreadsheet: string, script: string) {
  const { host, api } = atelier(
    classeur(
      [
        onglet("Suivi", [
          ENTETES,
          ["1", "A", "Retenu", 1_000, jour("2021-10-31"), jour("2021-06-30"), jour("2021-06-30")],
          ["2", "B", "Retenu", 1_000, jour("2021-10-31"), jour("2021-07-01"), jour("2021-07-01")],
        ]),
        onglet("Avancement", [
          ["N° dossier", "Date", "Statut"],
          ["1", jour("2021-03-28"), "En cours"],
        ]),
        onglet("Calculs", [
          [jour("2021-11-30"), "", jour("2022-03-01")],
          [formule("=FITN_RELANCE(A1;B1;C1)")],
          [formule('=TEXT(A2;"dd/mm/yyyy")'), formule("=B2")],
        ]),
      ],
      spreadsheet,
    ),
    { timeZone: script },
  );
  api("apiInstaller", { guichet: "HDF" });
  api("apiRapportDitp", { mois: "2021-06" });
  const rows = host.display("DITP 2021-06");
  const first = rows.findIndex(([cell, second]) => cell === "N° dossier" && second === "Guichet");
  const total = rows.findIndex(([cell]) => cell === "Total");
  const list = rows.slice(first + 1, total);
  const verdict = plain(host.values("Instruction")[2]?.[13]);
  return {
    liste: [list[0]?.[9], list[0]?.[5], list[0]?.[8]],
    laureats: list.map(([numero]) => numero),
    depot: /BLOQUANT \[DEPOT\][^.]*\./.exec(verdict)?.[0],
    relance: host.display("Calculs")[2]?.slice(0, 2),
  };
}
