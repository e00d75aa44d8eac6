import { describe, expect, it } from "vitest";
import { atelier, valeur } from "./aides/atelier.js";
import { classeur, jour, onglet } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Thème",
  "Montant accordé",
  "État",
  "Date de fin",
  "Décidé le",
];
const LIGNE = [
  "A1",
  "Ville d’Exemple",
  "i",
  20_000,
  "Payé",
  jour("2022-03-31"),
  jour("2021-06-10"),
];

/** A workbook whose payments stand in another order than the contract's, with a total under the list. */
function monte(reserve?: number) {
  const { host, api } = atelier(
    classeur([
      onglet("Suivi", [ENTETES, LIGNE, ["Total", "", "", 20_000]]),
      onglet("Paiements", [
        ["Montant", "Date", "N° dossier"],
        [5_000, jour("2021-06-20"), "A1"],
      ]),
    ]),
  );
  api("apiInstaller", { guichet: "MARNE-V1" });
  if (reserve !== undefined) {
    const rows = host.values("Paramètres");
    const row = rows.findIndex(([cle]) => cle === "MARNE-V1.reserve") + 1;
    const area = { sheet: "Paramètres", row, column: 2, rows: 1, columns: 1 };
    host.workbook.write(area, () => ({ kind: "value", value: reserve }));
  }
  return { host, api };
}

function total(host: ReturnType<typeof monte>["host"]): readonly unknown[] {
  return host.values("Enveloppes").find(([name]) => name === "Total") ?? [];
}

describe("Enveloppes beside the référent's own tabs", () => {
  it("finds payments by their headers", () => {
    expect(total(monte().host)[5]).toBe(5_000);
  });

  it("does not count a total row of the référent's list", () => {
    const { host } = monte();
    expect(total(host)[3]).toBe(20_000);
    expect(valeur(host, "Instruction", "A3")).toBe("");
  });

  it("counts the reserve that the préfecture sets, on the tab and in the list", () => {
    const { host, api } = monte(30_000);
    expect(total(host)[6]).toBe(280_000);
    api("apiRapportDitp", { mois: "2021-06", telQuel: true });
    const line = host.values("DITP 2021-06").find(([id]) => id === "MARNE-V1");
    expect(line?.[1]).toBe(300_000);
  });
});
