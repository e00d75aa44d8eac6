import type { ScenarioEnregistre } from "../../src/app/simulation/protocole.js";
import { announce } from "../kit/annonce.js";
import { byId, element } from "../kit/element.js";
import { type Brouillon, nouveau, type Ouvert, reprendre } from "./etat.js";
import type { Recherche } from "./recherche.js";

export type Vue = "scenario" | "comparer" | "propositions";

export type Ton = "" | "fait" | "attention" | "erreur";

/** What the page holds: what was read, the scenario being made, the screen shown. */
export class Session {
  vue: Vue = "scenario";
  brouillon: Brouillon;
  /** A search that may be run on. */
  recherche: Recherche | undefined;

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

  garder(scenarios: readonly ScenarioEnregistre[]): void {
    this.ouvert = { ...this.ouvert, scenarios };
  }

  redraw(): void {
    this.paint();
  }
}

/** Shows a message at the top of the page, and says it. */
export function tell(ton: Ton, message: string): void {
  const place = byId("message");
  place.replaceChildren(
    ...(message === "" ? [] : [element("p", { class: `message ${ton}`.trim() }, message)]),
  );
  if (message === "") return;
  announce(message);
  place.scrollIntoView({ block: "nearest" });
}

/** What went wrong, for a person. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
