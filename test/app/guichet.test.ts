import { describe, expect, it } from "vitest";
import type { Content } from "../../local/engine/types.js";
import type { Host } from "../../local/host/index.js";
import { atelier, formuleDe, onglets, plain, valeur } from "./aides/atelier.js";
import { classeur, formule, jour, onglet, type Saisie } from "./aides/saisie.js";

const choisir = "Choisir le guichet";

const ENTETES = ["N° dossier", "Porteur", "Population", "Thème", "Coût total", "Date de dépôt"];
const DOSSIER = ["1", "Ville d’Exemple", 20_000, "3c", 50_000, jour("2021-07-20")];

/** A sheet of formulas as a référent writes them: some leave the guichet out. */
const CALCULS: readonly (readonly Saisie[])[] = [
  ["Population", "Taux", "à côté"],
  [20_000, formule('=FITN_TAUX(A2;"3c")'), "01004"],
  [90_000, formule('=FITN_TAUX(A3;"3c")'), "=texte"],
  [500, formule('=FITN_TAUX(A4;"3c";"HDF")'), 12],
  [500, formule('=ROUND(FITN_PLAFOND(1000;A5;"3c");2)'), true],
  [500, formule('=FITN_TAUX(A6;"3c";;FALSE)'), "dit =FITN_TAUX(A2)"],
];

function installed(guichet = "DITP", ...settings: (readonly Saisie[])[]) {
  const sheets = [onglet("Suivi", [ENTETES, DOSSIER]), onglet("Calculs", CALCULS)];
  const own = settings.length > 0 ? [onglet("Paramètres", [["Clé", "Valeur"], ...settings])] : [];
  const opened = atelier(classeur([...sheets, ...own]));
  opened.api("apiInstaller", { guichet });
  return opened;
}

const rowOf = (host: Host, cle: string) =>
  host.values("Paramètres").findIndex(([name]) => name === cle) + 1;

function type(host: Host, tab: string, row: number, column: number, content: Content): void {
  host.workbook.write({ sheet: tab, row, column, rows: 1, columns: 1 }, () => content);
}

const reglage = (host: Host, cle: string, value: number | string) =>
  type(host, "Paramètres", rowOf(host, cle), 2, { kind: "value", value });

describe("Choisir le guichet", () => {
  it("sets it in Paramètres, for formulas that leave it out, with its envelope", () => {
    const { host, clic } = installed();
    expect(valeur(host, "Calculs", "B3")).toBe(1);
    const [question, done] = clic(choisir, { text: "MARNE-V1" }, "NO");
    expect(question).toContain("7. MARNE-V1 – Marne, volet 1");
    expect(done).toContain("Guichet du classeur : MARNE-V1.");
    expect(host.values("Paramètres")[rowOf(host, "guichet") - 1]?.[1]).toBe("MARNE-V1");
    expect(host.workbook.properties.get("fitn7.parametres")).toBe('[["guichet","MARNE-V1"]]');
    expect(host.values("Enveloppes").some(([id]) => id === "MARNE-V1")).toBe(true);
    host.calculator.reset();
    expect(valeur(host, "Calculs", "B3")).toBe(0.2);
    expect(valeur(host, "Calculs", "B4")).toBe(1);
  });

  it("lists the formulas that leave it out and leaves them as they are after No", () => {
    const { host, clic } = installed();
    const before = onglets(host).get("Calculs");
    const said = clic(choisir, { text: "HDF" }, "NO");
    expect(said[1]).toContain("Calculs!B2, Calculs!B3, Calculs!B5, Calculs!B6");
    expect(said).toHaveLength(2);
    expect(onglets(host).get("Calculs")).toEqual(before);
  });

  it("adds GUICHET to them after Yes, and touches no other cell", () => {
    const { host, clic } = installed();
    const before = onglets(host).get("Calculs")?.cells ?? [];
    const said = clic(choisir, { text: "HDF" }, "YES");
    expect(said.at(-1)).toBe("4 formules complétées.");
    expect([2, 3, 4, 5, 6].map((row) => formuleDe(host, "Calculs", row, 2))).toEqual([
      '=FITN_TAUX(A2;"3c"; GUICHET)',
      '=FITN_TAUX(A3;"3c"; GUICHET)',
      '=FITN_TAUX(A4;"3c";"HDF")',
      '=ROUND(FITN_PLAFOND(1000;A5;"3c"; GUICHET);2)',
      '=FITN_TAUX(A6;"3c";GUICHET;FALSE)',
    ]);
    const around = ({ column }: { column: number }) => column !== 2;
    expect(onglets(host).get("Calculs")?.cells.filter(around)).toEqual(before.filter(around));
    expect(clic(choisir, { text: "HDF" })).toHaveLength(2);
    const lines = host.values("Journal").filter(([, , source]) => source === "Ajouter GUICHET");
    expect(lines.map(([, , , , champ]) => champ)).toEqual([
      "Calculs!B2 et 1 sous elle",
      "Calculs!B5 et 1 sous elle",
    ]);
  });

  it("writes the change in the Journal, before and after", () => {
    const { host, clic } = installed("HDF");
    clic(choisir, { text: "IDF-V1" }, "NO");
    const last = host.values("Journal").find(([, , source]) => source === choisir);
    expect(last?.slice(4, 7)).toEqual(["guichet", "HDF", "IDF-V1"]);
  });

  it("changes nothing where the dialog is left, or names no guichet", () => {
    const { host, clic } = installed("HDF");
    const before = host.workbook.snapshot();
    clic(choisir, "CANCEL");
    expect(clic(choisir, { text: "9" }).at(-1)).toBe(
      "Choix : lu « 9 », attendu un numéro de 1 à 8. Rien n’a été modifié.",
    );
    expect(host.workbook.snapshot()).toEqual(before);
  });

  it("asks to install first where the workbook is not", () => {
    const { clic } = atelier(classeur([onglet("Suivi", [ENTETES, DOSSIER])]));
    expect(clic(choisir, { text: "HDF" }).at(-1)).toBe(
      "Le suivi n’est pas installé. Lancez d’abord FITN7 ▸ Installer le suivi.",
    );
  });

  it("attaches what the préfecture set for the former guichet to that guichet", () => {
    const { host, clic } = installed(
      "MARNE-V1",
      ["guichet", "MARNE-V1"],
      ["depot.fin", "31/07/2021"],
    );
    clic(choisir, { text: "HDF" }, "NO");
    const keys = host.values("Paramètres").map(([cle]) => cle);
    expect(keys).not.toContain("depot.fin");
    expect(keys).toContain("MARNE-V1.depot.fin");
    const verdict = plain(valeur(host, "Instruction", "N2"));
    expect(verdict).toContain("[DEPOT] déposé le 20/07/2021, après la clôture du 30/06/2021.");
  });

  it("does not write twice the same choice", () => {
    const { host, clic } = installed("HDF");
    clic(choisir, { text: "HDF" }, "NO");
    expect(host.values("Journal").filter(([, , source]) => source === choisir)).toEqual([]);
    expect(host.values("Enveloppes").filter(([id]) => id === "HDF")).toHaveLength(1);
  });
});

describe("a setting the préfecture changes", () => {
  it("recalculates the formulas that take GUICHET, and the verdict says whose number it is", () => {
    const { host, clic } = installed("MARNE-V1");
    clic(choisir, { text: "MARNE-V1" }, "YES");
    expect(valeur(host, "Calculs", "B2")).toBe(0.8);
    expect(valeur(host, "Instruction", "M2")).toBe("Inéligible");
    const key = host
      .values("Paramètres")
      .map(([cle]) => String(cle))
      .find(
        (cle) =>
          /^MARNE-V1\.taux\..*max$/.test(cle) &&
          valeur(host, "Paramètres", `B${rowOf(host, cle)}`) === 0.8,
      );
    reglage(host, key ?? "", 0.6);
    expect(valeur(host, "Calculs", "B2")).toBe(0.6);
    reglage(host, "MARNE-V1.depot.fin", "31/07/2021");
    const verdict = plain(valeur(host, "Instruction", "N2"));
    expect(verdict).not.toContain("[DEPOT]");
    reglage(host, "MARNE-V1.depot.fin", "10/07/2021");
    expect(plain(valeur(host, "Instruction", "N2"))).toMatch(
      /BLOQUANT \[DEPOT\] déposé le 20\/07\/2021, après la clôture du 10\/07\/2021\. Réglage de la préfecture \(depot\.fin\) ; le document : /,
    );
  });

  it("shows in Origine whether a number is the document's or the préfecture's", () => {
    const { host } = installed("MARNE-V1");
    const origine = (cle: string) => valeur(host, "Paramètres", `C${rowOf(host, cle)}`);
    expect(origine("MARNE-V1.enveloppe")).toBe("document");
    expect(origine("MARNE-V1.depot.fin")).toBe("document");
    expect(origine("MARNE-V1.reserve")).toBe("non prévu");
    reglage(host, "MARNE-V1.enveloppe", 300_000);
    expect(origine("MARNE-V1.enveloppe")).toBe("préfecture");
    expect(valeur(host, "Enveloppes", "B4")).toBe(300_000);
  });

  it("names the key of a number it can't read, in the cells that rest on it", () => {
    const { host } = installed("MARNE-V1");
    reglage(host, "MARNE-V1.enveloppe", "beaucoup");
    expect(plain(JSON.stringify(valeur(host, "Instruction", "A2")))).toContain(
      "Paramètres, clé marne-v1.enveloppe : lu « beaucoup », attendu un montant en euros",
    );
  });
});
