import type { Cents } from "../rules/cents.js";
import type { Day } from "../rules/day.js";
import type { Guichet } from "../rules/guichet.js";
import type { PlanOnglet } from "./plan.js";
import type { Suivi } from "./suivi.js";
import type { SuiviConsolide } from "./trimestre-region.js";

/** What every report of a period is made from. */
export interface EntreeRapport {
  /** Name of the tab to make. */
  readonly nom: string;
  /** A month `2021-06`, or a quarter `2021-T2` for the quarterly report. */
  readonly periode: string;
  /** Day of the run: nothing later is in a report of a period that has not ended. */
  readonly aujourdHui: Day;
  readonly prefecture: string;
  /** The workbook's own guichet. */
  readonly guichet: Guichet;
  readonly suivi: Suivi;
  /** Dossiers of départements, in a region's workbook that consolidated some. */
  readonly consolide?: SuiviConsolide;
  /** A setting as text; "" where it is not set. */
  readonly reglage: (cle: string) => string;
}

/** What a run of a report says of itself. */
export interface ResumeRapport {
  /** How many lines it lists. */
  readonly nombre: number;
  readonly total: Cents;
  readonly manques: readonly string[];
}

export interface RapportFait {
  readonly plan: PlanOnglet;
  readonly resume: ResumeRapport;
}

/** A setting that a report asks the préfecture for. */
export interface CleRapport {
  readonly cle: string;
  /** What it is for, as the tab of settings says. */
  readonly source: string;
}
