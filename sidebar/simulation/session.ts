import type { ScenarioEnregistre } from "../../src/app/simulation/protocole.js";
import { amend, tell } from "../kit/message.js";
import { type Brouillon, nouveau, type Ouvert, reprendre } from "./etat.js";
import type { Recherche } from "./recherche.js";

export type Vue = "scenario" | "comparer" | "propositions";

/** What the page holds: what was read, the scenario being made, the screen shown. */
export class Session {
  vue: Vue = "scenario";
  brouillon: Brouillon;
  /** A search that may be run on. */
  recherche: Recherche | undefined;
  /** What was last said of a search: it holds until something changes. */
  verdict: string | undefined;

  constructor(
    public ouvert: Ouvert,
    private readonly paint: () => void,
  ) {
    this.brouillon = nouveau(ouvert, ouvert.guichet);
  }

  show(vue: Vue): void {
    this.vue = vue;
    tell("", "");
    this.paint();
  }

  /** Begins again from a kept scenario, or from nothing. */
  prendre(scenario: ScenarioEnregistre | undefined, guichet = this.brouillon.guichet): void {
    this.recherche = undefined;
    this.brouillon = scenario ? reprendre(this.ouvert, scenario) : nouveau(this.ouvert, guichet);
    this.paint();
  }

  /** Something was changed by hand. */
  toucher(): void {
    this.brouillon.change = true;
    if (this.verdict !== undefined) {
      amend(
        this.verdict,
        "attention",
        "Le scénario a changé depuis la recherche\u00a0: ce qui en était dit ne vaut plus.",
      );
    }
    this.verdict = undefined;
  }

  garder(scenarios: readonly ScenarioEnregistre[]): void {
    this.ouvert = { ...this.ouvert, scenarios };
  }

  /** The scenarios as they are once something was taken back: what is being made stays, not kept any more. */
  reprendreListe(scenarios: readonly ScenarioEnregistre[]): void {
    this.garder(scenarios);
    const { brouillon } = this;
    if (!scenarios.some(({ nom }) => nom === brouillon.nom)) brouillon.nom = "";
    brouillon.change = true;
    this.paint();
  }

  redraw(): void {
    this.paint();
  }
}
