import { describe, expect, it } from "vitest";
import { GUICHETS } from "../../src/guichets/index";
import { chiffrer } from "../../src/rules/chiffrage";
import type { Faits } from "../../src/rules/dossier";
import type { GuichetId } from "../../src/rules/guichet";
import type { Theme } from "../../src/rules/theme";
import { euros } from "./eligibilite/dossiers";

const ARGENT = { cout: euros(50_000), demande: euros(45_000), autres: 0 };

/** What is shown, in euros, of a dossier of 50 000 € that asks for 45 000 €. */
function amounts(id: GuichetId, theme: Theme, faits: Faits) {
  const { plafond, possible } = chiffrer(GUICHETS[id], theme, { ...ARGENT, ...faits });
  return [plafond, possible].map((cents) => (cents === undefined ? undefined : cents / 100));
}

describe("ceiling and possible grant of a dossier", () => {
  it.each<[string, GuichetId, Theme, Faits, (number | undefined)[]]>([
    ["MAR 3: 80 % of the cost", "MARNE-V1", "3a", { population: 1_000 }, [40_000, 40_000]],
    ["what is asked for is less", "DITP", "3a", {}, [50_000, 45_000]],
    [
      "what other funding leaves is less",
      "DITP",
      "3a",
      { autres: euros(9_999.5) },
      [50_000, 40_000.5],
    ],
    ["unknown other funding bounds nothing", "DITP", "3a", { autres: undefined }, [50_000, 45_000]],
    ["HDF 5: a lot is the base", "HDF", "3c", { cout_lot: euros(30_000) }, [30_000, 30_000]],
    ["DITP funds no lot", "DITP", "3c", { cout_lot: euros(30_000) }, [50_000, 45_000]],
    [
      "DITP 3d: the collectivités' share bounds a laboratory project",
      "IDF-V2",
      "3d",
      { part_collectivites: euros(35_000.01) },
      [40_000, 35_000.01],
    ],
    ["and no other project", "HDF", "3c", { part_collectivites: 1 }, [50_000, 45_000]],
    ["IDF: an ADS centre and 10 communes", "IDF-ADS", "ADS", { communes: 10 }, [8_000, 8_000]],
    ["IDF: an autonomous commune", "IDF-ADS", "ADS", { type: "commune" }, [4_000, 4_000]],
    ["IDF: a centre of unknown size", "IDF-ADS", "ADS", { type: "cc" }, [undefined, undefined]],
    [
      "MAR 3: nothing from 100 000 inhabitants on",
      "MARNE-V1",
      "3a",
      { population: 100_000 },
      [0, 0],
    ],
    ["MAR 3: unknown without a population", "MARNE-V1", "3a", {}, [undefined, undefined]],
    ["unknown without a cost", "DITP", "3a", { cout: undefined }, [undefined, undefined]],
    ["no grant without a request", "DITP", "3a", { demande: undefined }, [50_000, undefined]],
    [
      "IDF: 80 % by exception for the relation with users",
      "IDF-V1",
      "3c",
      { population: 15_001, exception: true },
      [40_000, 40_000],
    ],
    [
      "an exception that is not provided for changes nothing here",
      "IDF-V1",
      "3a",
      { population: 15_001, exception: true },
      [25_000, 25_000],
    ],
  ])("%s", (_, id, theme, faits, expected) => {
    expect(amounts(id, theme, faits)).toEqual(expected);
  });

  it("are unknown without a theme", () => {
    expect(chiffrer(GUICHETS.DITP, undefined, ARGENT)).toEqual({});
  });
});
