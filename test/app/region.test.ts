import { describe, expect, it } from "vitest";
import type { SheetSnapshot } from "../../local/engine/snapshot.js";
import { tablesOf } from "../../local/tables.js";
import type { EtatRegion } from "../../src/app/region/protocole.js";
import {
  type Atelier,
  atelier,
  installe,
  lignes,
  onglets,
  plain,
  seulement,
} from "./aides/atelier.js";
import { departementIdf } from "./aides/departement.js";
import { poser } from "./aides/poser.js";
import { classeur, jour, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Guichet",
  "Porteur",
  "Thème",
  "Population",
  "Coût total",
  "Subvention demandée",
  "État",
  "Montant accordé",
  "Contact",
];

const dossier = (numero: string, etat: string, accorde: Saisie, guichet: Saisie = ""): Saisie[] => [
  numero,
  guichet,
  `Ville ${numero}`,
  "1",
  5_000,
  60_000,
  50_000,
  etat,
  accorde,
  "Mme Personne",
];

/** A département's workbook, with a payment. */
const departement = (
  code: string,
  rows: readonly Saisie[][],
  more: readonly SheetSnapshot[] = [],
) =>
  departementIdf(
    code,
    [ENTETES, ...rows],
    [
      onglet("Paiements", [
        ["N° dossier", "Date", "Montant"],
        ["1", jour("2021-07-01"), 5_000.25],
      ]),
      ...more,
    ],
  );

const SEINE_ET_MARNE = [
  dossier("1", "Payé", 20_000),
  dossier("2", "Retenu", 30_000.5),
  dossier("3", "En instruction", ""),
];

/** The region's own workbook, on 15 September 2021. */
function region(): Atelier {
  const opened = atelier(classeur([onglet("Feuille 1", [["Bonjour"]])]), {
    le: "2021-09-15T10:00:00Z",
  });
  opened.api("apiInstaller", { guichet: "IDF-V1", prefecture: "Préfecture de région" });
  return opened;
}

type Ouvert = Extract<EtatRegion, { kind: "ouvert" }>;
const etat = ({ api }: Atelier) => api("apiRegionOuvrir") as unknown as Ouvert;
const du = (opened: Atelier, code: string) =>
  etat(opened).departements.find((one) => one.code === code);
const consolider = (opened: Atelier, tables: ReturnType<typeof departement>, apercu = false) =>
  opened.api("apiRegionConsolider", { ...tables, apercu });

describe("Consolider", () => {
  it("shows what a département brings before it writes anything", () => {
    const opened = region();
    const before = opened.host.workbook.snapshot();
    expect(consolider(opened, departement("77", SEINE_ET_MARNE), true)).toMatchObject({
      kind: "apercu",
      departement: "77",
      nom: "Seine-et-Marne",
      dossiers: 3,
      remplaces: 0,
      accorde: 5_000_050,
      paye: 500_025,
      controles: [],
    });
    expect(opened.host.workbook.snapshot()).toEqual(before);
  });

  it("replaces that département's rows alone, and brings no contact", () => {
    const opened = region();
    consolider(opened, departement("77", SEINE_ET_MARNE));
    consolider(opened, departement("93", [dossier("1", "Engagé", 10_000)]));
    consolider(opened, departement("77", SEINE_ET_MARNE.slice(0, 2)));
    const rows = lignes(opened.host, "Consolidé").slice(1);
    expect(rows.map((row) => [row[0], row[1]])).toEqual([
      ["77", "1"],
      ["77", "2"],
      [null, null],
      ["93", "1"],
    ]);
    expect(JSON.stringify(rows)).not.toContain("Personne");
    expect(du(opened, "77")).toMatchObject({
      dossiers: 2,
      initial: 29_700_000,
      accorde: 5_000_050,
      engage: 2_000_000,
      paye: 500_025,
      reste: 24_699_950,
    });
    expect(du(opened, "93")).toMatchObject({ dossiers: 1, accorde: 1_000_000 });
  });

  it("leaves each dossier on its row, and fills the rows left empty before it adds some", () => {
    const opened = region();
    consolider(opened, departement("77", SEINE_ET_MARNE));
    consolider(opened, departement("93", [dossier("1", "Engagé", 10_000)]));
    const [first = [], , third = []] = SEINE_ET_MARNE;
    consolider(opened, departement("77", [third, first]));
    consolider(opened, departement("78", [dossier("8", "Retenu", 1), dossier("9", "Retenu", 2)]));
    const rows = lignes(opened.host, "Consolidé").slice(1);
    expect(rows.map((row) => [row[0], row[1]])).toEqual([
      ["77", "1"],
      ["78", "8"],
      ["77", "3"],
      ["93", "1"],
      ["78", "9"],
    ]);
  });

  it("takes no more calls where somebody sorted the tab", () => {
    const calls = (sorted: boolean) => {
      const opened = region();
      const rows = (code: string) =>
        departement(
          code,
          Array.from({ length: 200 }, (_, index) => dossier(`${code}-${index}`, "Retenu", index)),
        );
      consolider(opened, rows("77"));
      consolider(opened, rows("93"));
      if (sorted) {
        const { workbook } = opened.host;
        const all = lignes(opened.host, "Consolidé").slice(1) as (string | number | boolean)[][];
        const order = [...all].sort((a, b) => Number(a[7]) - Number(b[7]));
        const columns = order[0]?.length ?? 0;
        const area = { sheet: "Consolidé", row: 2, column: 1, rows: order.length, columns };
        workbook.write(area, (row, column) => ({
          kind: "value",
          value: order[row]?.[column] ?? "",
        }));
      }
      expect(consolider(opened, rows("77")).kind).toBe("fait");
      expect(du(opened, "77")?.accorde).toBe(du(opened, "93")?.accorde);
      return opened.host.ledger.total;
    };
    const straight = calls(false);
    expect(calls(true)).toBeLessThanOrEqual(straight + 61);
  });

  it("is refused outside the guichet's territory until it is asked for all the same", () => {
    const opened = region();
    const nord = departement("59", [dossier("1", "Retenu", 10_000)]);
    const why =
      "Le département 59 Nord n’est pas dans le territoire du guichet IDF-V1 : 77, 78, 91, 92, 93, 94, 95 (IDF, « ";
    const shown = consolider(opened, nord, true);
    expect(shown.kind).toBe("apercu");
    expect(plain(shown.obstacle)).toContain(why);
    const refused = consolider(opened, nord);
    expect(refused.kind).toBe("refus");
    expect(plain(refused.message)).toContain(why);
    expect(plain(refused.message)).toMatch(/Rien n’a été modifié\.$/);
    expect(onglets(opened.host).has("Consolidé")).toBe(false);
    const asked = { ...nord, apercu: false, horsTerritoire: true };
    expect(opened.api("apiRegionConsolider", asked).kind).toBe("fait");
    expect(lignes(opened.host, "Journal").at(-1)?.[6]).toContain("hors territoire, confirmé");
    expect(etat(opened).notes.map(plain).at(-1)).toMatch(/59 Nord .* Consolidé après confirmation/);
    opened.api("apiRegionSuivi");
    const rows = lignes(opened.host, "Suivi régional");
    expect(rows.find(([code]) => code === "59")?.slice(1, 5)).toEqual([
      "Nord (hors territoire)",
      1,
      50_000,
      "non prévu",
    ]);
    expect(consolider(opened, departement("77", SEINE_ET_MARNE), true)).not.toHaveProperty(
      "obstacle",
    );
  });

  it("can be taken back: the département's rows are what they were", () => {
    const opened = region();
    consolider(opened, departement("77", SEINE_ET_MARNE));
    const before = lignes(opened.host, "Consolidé");
    const { lot } = consolider(opened, departement("77", [dossier("9", "Retenu", 1)]));
    expect(plain(opened.api("apiRegionAnnuler", { lot }).message)).toBe(
      "Annulé, remis comme avant : Consolidé, département 77.",
    );
    expect(lignes(opened.host, "Consolidé")).toEqual(before);
    expect(du(opened, "77")?.accorde).toBe(5_000_050);
  });

  it("is the sum of its parts", () => {
    const opened = region();
    consolider(opened, departement("77", SEINE_ET_MARNE));
    consolider(opened, departement("93", [dossier("1", "Abandonné", 10_000)]));
    opened.api("apiRegionSuivi");
    const rows = lignes(opened.host, "Suivi régional");
    const total = rows.at(-1);
    expect(rows.find(([code]) => code === "93")?.slice(7, 10)).toEqual([
      5_000.25, 5_000.25, 5_000.25,
    ]);
    const sum = etat(opened).departements.reduce((all, { accorde }) => all + accorde, 0);
    expect(Math.round(Number(total?.[7]) * 100)).toBe(sum);
    expect(total?.[4]).toBe(7 * 297_000);
  });

  it("asks which département a workbook is, where its settings don't say", () => {
    const opened = region();
    const tables = departement("", SEINE_ET_MARNE);
    expect(consolider(opened, tables).kind).toBe("departement");
    const typed = (code: string) =>
      opened.api("apiRegionConsolider", { ...tables, departement: code, apercu: true });
    expect(typed("Val-d’Oise")).toMatchObject({ kind: "apercu", departement: "95" });
    expect(plain(typed("20").message)).toMatch(/^Département : lu « 20 », attendu/);
    const other = { ...departement("77", SEINE_ET_MARNE), departement: "93", apercu: true };
    expect(plain(opened.api("apiRegionConsolider", other).message)).toContain(
      "celui du département 77",
    );
  });

  it("says which guichet it does not know, which numbers are twice, which totals do not add up", () => {
    const opened = region();
    const stored = [
      onglet("Instruction", [
        ["N° dossier", "Montant accordé"],
        ["1", 20_000],
      ]),
      onglet("Enveloppes", [
        ["IDF-V1", "Enveloppe"],
        ["Total", "", 0, 12_000],
      ]),
    ];
    const rows = [
      dossier("1", "Retenu", 20_000),
      dossier("1", "Retenu", 1_000),
      dossier("4", "Retenu", 1, "IDF-V9"),
      dossier("", "Retenu", 1),
    ];
    const shown = consolider(opened, departement("77", rows, stored), true);
    expect((shown.controles as string[]).map(plain)).toEqual([
      "1 ligne sans N° dossier : non reprise.",
      "Dossier 1 : porté par 2 lignes, comptées toutes.",
      "Dossier 4 : guichet inconnu, hors des totaux par guichet.",
      "Total accordé : l’onglet « Instruction » du fichier donne 20 000 €, ses dossiers 21 001 €. Les dossiers font foi.",
      expect.stringContaining("« Enveloppes » du fichier donne 12 000 € accordés"),
    ]);
  });

  it.each([
    [1, "77 Seine-et-Marne : 1 dossier consolidé."],
    [3, "77 Seine-et-Marne : 3 dossiers consolidés."],
  ])("says what it took in, in the singular up to one: %i", (count, said) => {
    const done = consolider(region(), departement("77", SEINE_ET_MARNE.slice(0, count)));
    expect(plain(done.message)).toBe(said);
  });

  it("refuses a file without dossiers, and to take a département into its own workbook", () => {
    const opened = region();
    const empty = { onglets: [{ nom: "A", lignes: [["x"]] }], apercu: true };
    expect(opened.api("apiRegionConsolider", empty).kind).toBe("refus");
    const settings = opened.host.values("Paramètres");
    const row = settings.findIndex(([cle]) => cle === "departement") + 1;
    poser(opened.host, "Paramètres", row, 2, "77");
    const own = consolider(opened, departement("77", SEINE_ET_MARNE));
    expect(plain(own.message)).toContain("dans le classeur de la région");
    expect(onglets(opened.host).has("Consolidé")).toBe(false);
  });

  it("says that an export is no workbook, where it cannot be read", () => {
    const opened = region();
    const headers = ["N° dossier", "Porteur", "Traité le", "Date du comité"];
    const read = (nom: string, rows: Saisie[][]) =>
      plain(
        opened.api("apiRegionConsolider", {
          ...tablesOf(classeur([onglet(nom, rows)])),
          departement: "77",
          apercu: true,
        }).message,
      ).split("\n");
    const hint =
      "Ce fichier n’a pas d’onglet « Paramètres » : c’est le classeur entier du département qu’il faut choisir, non un export ou une liste.";
    expect(read("Dossiers", [headers, ["1", "Ville", "", ""]])).toEqual([
      "Ce classeur n’a pas pu être lu, en-têtes : plusieurs colonnes pour « Décidé le » : « Traité le » (colonne C) et « Date du comité » (colonne D). Renommez-en une.",
      hint,
    ]);
    expect(read("A", [["x"]])[1]).toBe(hint);
    const { onglets: tabs } = departement("77", SEINE_ET_MARNE);
    const settings = tabs.filter(({ nom }) => nom === "Paramètres");
    const bare = opened.api("apiRegionConsolider", { onglets: settings, apercu: true });
    expect(plain(bare.message)).not.toContain("export");
  });

  it("reads a workbook that names no guichet under the region's own, and says so", () => {
    const opened = region();
    const { onglets } = departement("77", SEINE_ET_MARNE);
    const bare = { onglets: onglets.filter(({ nom }) => nom !== "Paramètres") };
    const answer = opened.api("apiRegionConsolider", { ...bare, departement: "77", apercu: false });
    expect((answer.controles as string[]).map(plain)).toEqual([
      "Ce classeur ne dit pas son guichet (clé guichet de Paramètres) : lu sous IDF-V1, celui de la région.",
    ]);
    expect(du(opened, "77")).toMatchObject({ dossiers: 3, accorde: 5_000_050 });
  });

  describe("into a tab that an earlier version made", () => {
    const RECENTES = 7;

    /** Two départements consolidated without the columns that came since, and a column of the region's own. */
    const ancien = () => {
      const opened = region();
      consolider(opened, departement("77", SEINE_ET_MARNE));
      consolider(opened, departement("93", [dossier("1", "Engagé", 10_000)]));
      const [headers = []] = lignes(opened.host, "Consolidé");
      const first = headers.length - RECENTES + 1;
      const recentes = { sheet: "Consolidé", row: 1, column: first, rows: 5, columns: RECENTES };
      opened.host.workbook.write(recentes, () => undefined);
      for (let row = 1; row <= 5; row += 1) {
        poser(opened.host, "Consolidé", row, first, row === 1 ? "Relu par" : `moi ${row}`);
      }
      return { opened, first };
    };

    it("adds the columns at its right, says so beforehand, and moves no other", () => {
      const { opened, first } = ancien();
      const shown = consolider(opened, departement("77", SEINE_ET_MARNE), true);
      expect((shown.controles as string[]).map(plain)).toEqual([
        "Absent de l’onglet « Consolidé », ajouté à sa droite par cette consolidation : « Porteur », « Intitulé du projet », « Date de fin », « Décidé le », « Engagé le », « Abandonné le », « Avancement ». Pour les autres départements, consolidez-les de nouveau.",
      ]);
      expect(lignes(opened.host, "Consolidé")[0]?.length).toBe(first);
      expect(consolider(opened, departement("77", SEINE_ET_MARNE)).kind).toBe("fait");
      const rows = lignes(opened.host, "Consolidé");
      expect(rows[0]?.slice(first - 1, first + 2)).toEqual([
        "Relu par",
        "Porteur",
        "Intitulé du projet",
      ]);
      expect(rows.slice(1).map((row) => [row[1], row[first - 1], row[first]])).toEqual([
        ["1", "moi 2", "Ville 1"],
        ["2", "moi 3", "Ville 2"],
        ["3", "moi 4", "Ville 3"],
        ["1", "moi 5", null],
      ]);
      expect(consolider(opened, departement("93", [], []), true).controles).toEqual([]);
      expect(du(opened, "77")?.accorde).toBe(5_000_050);
    });

    it("makes the regional follow-up from it as it is", () => {
      const { opened } = ancien();
      expect(opened.api("apiRegionSuivi").kind).toBe("fait");
      expect(lignes(opened.host, "Suivi régional").at(-1)?.[7]).toBe(60_000.5);
    });

    it("refuses one whose rows could not be found again", () => {
      const { opened } = ancien();
      poser(opened.host, "Consolidé", 1, 1, "Dpt");
      const refused = consolider(opened, departement("77", SEINE_ET_MARNE));
      expect(plain(refused.message)).toBe(
        "L’onglet « Consolidé » n’a plus de colonne « Département » en première ligne : remettez-la. Rien n’a été modifié.",
      );
    });
  });

  it("takes the example of Seine-et-Marne whole, as often as wanted, with as many calls", () => {
    const opened = region();
    const tables = tablesOf(installe("suivi-seine-et-marne.xlsx").host.workbook.snapshot());
    const write = () => {
      const answer = opened.api("apiRegionConsolider", {
        ...tables,
        departement: "77",
        apercu: false,
      });
      expect(answer.kind).toBe("fait");
      return [
        answer.dossiers,
        Object.values(opened.host.ledger.calls).reduce((sum, n) => sum + n, 0),
      ];
    };
    write();
    const again = write();
    expect(write()).toEqual(again);
    expect(lignes(opened.host, "Consolidé").length).toBe(Number(again[0]) + 1);
  });
});

describe("Redéployer", () => {
  const MOUVEMENT = {
    date: "2021-09-15",
    de: "77",
    vers: "93",
    montant: 10_000_000,
    motif: "Non consommé",
  };

  it("shows what it would leave, then adds to the ledger, that sums to zero", () => {
    const opened = region();
    consolider(opened, departement("77", SEINE_ET_MARNE));
    const before = seulement(opened.host, () => true);
    expect(opened.api("apiRegionMouvement", { ...MOUVEMENT, apercu: true })).toMatchObject({
      kind: "apercu",
      apres: [
        { code: "77", droit: 19_700_000, reste: 14_699_950 },
        { code: "93", droit: 39_700_000 },
      ],
    });
    expect(seulement(opened.host, () => true)).toEqual(before);
    expect(opened.api("apiRegionMouvement", { ...MOUVEMENT, apercu: false }).kind).toBe("fait");
    expect(lignes(opened.host, "Mouvements")[1]?.slice(1)).toEqual([
      "77",
      "93",
      100_000,
      "Non consommé",
    ]);
    expect(etat(opened).departements.reduce((sum, { net }) => sum + net, 0)).toBe(0);
    opened.api("apiRegionSuivi");
    const rows = lignes(opened.host, "Suivi régional");
    expect(rows.find(([code]) => code === "77")?.slice(5, 7)).toEqual([-100_000, 197_000]);
    expect(rows[3]?.[1]).toBe(0);
  });

  it("is refused below what was granted, before the review, without a reason: all said at once", () => {
    const opened = region();
    consolider(opened, departement("77", SEINE_ET_MARNE));
    const answer = opened.api("apiRegionMouvement", {
      ...MOUVEMENT,
      date: "2021-08-31",
      montant: 24_699_951,
      motif: "",
      apercu: false,
    });
    expect(plain(answer.message).split("\n")).toEqual([
      "Motif : il est nécessaire.",
      "Date : le redéploiement n’est possible qu’à partir du 01/09/2021.",
      "Le 77 Seine-et-Marne a déjà accordé 50 000,50 € sur un droit de tirage de 297 000 € : il peut céder 246 999,50 € au plus.",
      "Rien n’a été enregistré.",
    ]);
    expect(lignes(opened.host, "Mouvements").length).toBe(1);
  });

  it("says what was never consolidated, and refuses a day to come", () => {
    const opened = region();
    consolider(opened, departement("77", SEINE_ET_MARNE));
    const shown = opened.api("apiRegionMouvement", { ...MOUVEMENT, apercu: true });
    expect((shown.attention as string[]).map(plain)).toEqual([
      "Le 93 Seine-Saint-Denis n’a jamais été consolidé : ce qu’il a accordé n’est pas connu ici.",
    ]);
    const later = { ...MOUVEMENT, date: "2021-09-16", apercu: true };
    expect(plain(opened.api("apiRegionMouvement", later).message)).toBe(
      "Date : le 16/09/2021 est à venir.\nRien n’a été enregistré.",
    );
  });

  it("states the guide's own total and by how much it differs", () => {
    const notes = etat(region()).notes.map(plain).join("\n");
    expect(notes).toContain("7 × 297 000 € font 2 079 000 €, l’écart est de 208 €");
    expect(notes).toContain("Redéploiement possible à partir du 01/09/2021");
  });
});

describe("a guichet whose envelope is one for all (HDF)", () => {
  it("shows what is left of it, départements without a drawing right apart", () => {
    const opened = atelier(classeur([onglet("Feuille 1", [["Bonjour"]])]));
    opened.api("apiInstaller", { guichet: "HDF", prefecture: "SGAR" });
    const nord = tablesOf(installe("suivi-nord.xlsx").host.workbook.snapshot());
    opened.api("apiRegionConsolider", { ...nord, departement: "59", apercu: false });
    expect(etat(opened).enveloppe?.total).toBe(168_500_000);
    opened.api("apiRegionSuivi");
    const rows = lignes(opened.host, "Suivi régional");
    const value = (titre: string) => Number(rows.find(([cell]) => cell === titre)?.[1]);
    expect(value("Enveloppe du guichet")).toBe(1_685_000);
    expect(value("Accordé en tout")).toBe(699_466.66);
    expect(value("Reste de l’enveloppe")).toBe(985_533.34);
  });
});

describe("a workbook where nothing is consolidated", () => {
  it("is given no regional tab, and is told where to begin", () => {
    const opened = installe("suivi-nord.xlsx");
    const before = onglets(opened.host);
    expect(opened.clic("Région ▸ Suivi régional").at(-1)).toContain(
      "commencez par FITN7 ▸ Région ▸ Consolider et redéployer",
    );
    expect(onglets(opened.host)).toEqual(before);
  });
});
