import type { Entry } from "../grid.js";

/** A small table of applications: number, theme, population, cost, state, date, note. */
export const DOSSIERS: readonly (readonly Entry[])[] = [
  ["Numéro", "Thème", "Population", "Coût", "État", "Date", "Note"],
  ["A-001", "Cyber", 850, 12500.5, "Accepté", 44197, "x"],
  ["A-002", "cyber", 12000, 33333.33, "Refusé", 44228, null],
  ["A-003", "Formation", 80000, 100000, "Accepté", 44256, null],
  ["A-004", "ADS", 1000, 4400, "En attente", 44287, "a*b"],
  ["A-005", "Équipement", 999, 0, "accepté", 44317, "12"],
  ["B-001", "Formation", null, 2500, "Accepté", 44348, "a?b"],
  ["B-002", "ADS", 15001, 8000.25, null, 44378, "~"],
  ["B-003", "Cybersécurité", 100000, -150, "Refusé", 44409, 12],
  ["B-004", "Formation", 4999, 25000.01, "Accepté", 44440, "true"],
  ["B-005", "Cyber", 5000, 99999.99, "Accepté", 44470, true],
];
