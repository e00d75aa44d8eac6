import { describe, expect, it } from "vitest";
import type { Apercu } from "../../src/imports/protocole.js";
import { EXPORTS, tablesDe } from "../imports/exports.js";
import {
  type Atelier,
  atelier,
  ecritures,
  formuleDe,
  onglets,
  plain,
  seulement,
} from "./aides/atelier.js";
import {
  apercevoir,
  appliquer,
  depose,
  envois,
  exportDe,
  importer,
  ouvrir,
} from "./aides/import.js";
import { poser } from "./aides/poser.js";
import { classeur, formule, jour, onglet } from "./aides/saisie.js";

/** A référent's own tab with a title, own columns, a formula, and what the committee decided. */
const ENTETES = [
  "Mon avis",
  "N° DS",
  "Collectivité",
  "Coût global",
  "Subvention demandée",
  "Date de dépôt",
  "Courriel",
  "Décision",
  "Subvention État",
  "État plateforme",
  "Remarques",
];

function suivi(...lignes: Parameters<typeof onglet>[1][number][]): Atelier {
  const opened = atelier(
    classeur([
      onglet("Suivi", [["Suivi du guichet"], ENTETES, ...lignes]),
      onglet("À moi", [["x"]]),
    ]),
  );
  opened.api("apiInstaller", { guichet: "HDF", onglet: "Suivi" });
  return opened;
}

const cell = ({ host }: Atelier, row: number, entete: string) =>
  host.values("Suivi")[row - 1]?.[ENTETES.indexOf(entete)] ?? null;

/** The tabs that are the préfecture's, apart from those the import itself keeps. */
const visibles = ({ host }: Atelier) =>
  seulement(
    host,
    (nom) => !/^(Journal|Annulation|Dernier import|Correspondances|Import en)/.test(nom),
  );

const changes = ({ changes: found }: Apercu) =>
  Object.fromEntries(
    found.map(({ numero, cases }) => [
      numero,
      cases.map(({ titre, avant, apres, raison, coche }) =>
        plain(`${titre} : ${avant} → ${apres} (${raison}${coche ? ", coché" : ""})`),
      ),
    ]),
  );

describe("a first import over a list kept by hand", () => {
  const opened = suivi(
    ["bof", "1", "Ma commune", 30_000.5, "", "", "", "Favorable", 15_000, "", "à moi"],
    ["ok", "9", "Ailleurs", "", "", "", "", "", "", "", ""],
  );
  const apercu = apercevoir(opened, exportDe([depose("1"), depose("2")]));

  it("shows new, changed and vanished before anything is written", () => {
    expect(apercu.nouveaux.map(({ numero }) => numero)).toEqual(["2"]);
    expect(changes(apercu)).toEqual({
      "1": [
        "Collectivité : Ma commune → COMMUNE 1 (origine_inconnue)",
        "Courriel :  → mairie-1@exemple.test (vide, coché)",
        "Subvention demandée :  → 20 000 € (vide, coché)",
        "Date de dépôt :  → 01/06/2021 (vide, coché)",
        "État plateforme :  → En construction (vide, coché)",
      ],
    });
    expect(apercu.disparus).toEqual([]);
    expect(apercu.sansColonne.map(({ titre }) => titre)).toContain("SIRET");
    expect(cell(opened, 3, "Courriel")).toBeNull();
  });

  it("writes the ticked cells and the new row, and nothing else of the tab", () => {
    const done = appliquer(opened, apercu);
    expect(done).toMatchObject({ kind: "fait", nouveaux: 1, changes: 1, entreprises: 0 });
    expect(opened.host.values("Suivi").slice(2)).toEqual([
      [
        "bof",
        "1",
        "Ma commune",
        30_000.5,
        20_000,
        44_348,
        "mairie-1@exemple.test",
        "Favorable",
        15_000,
        "En construction",
        "à moi",
      ],
      ["ok", "9", "Ailleurs", null, null, null, null, null, null, null, null],
      [
        null,
        "2",
        "COMMUNE 2",
        30_000.5,
        20_000,
        44_348,
        "mairie-2@exemple.test",
        "Déposé",
        null,
        "En construction",
        null,
      ],
    ]);
  });

  it("removes the staging tab and remembers the mapping, without a contact", () => {
    const { enAttente, memoires } = ouvrir(opened);
    expect(enAttente).toEqual([]);
    expect(memoires).toEqual([expect.objectContaining({ demarche: "fitn7-axe-3-guichets" })]);
    const kept = JSON.stringify(
      ["Correspondances", "Dernier import", "Journal"].map((nom) => opened.host.values(nom)),
    );
    expect(kept).not.toContain("exemple.test");
    const hidden = [...onglets(opened.host).values()].filter(({ hidden: is }) => is);
    expect(hidden.map(({ name }) => name).sort()).toEqual([
      "Annulation",
      "Correspondances",
      "Dernier import",
    ]);
  });
});

describe("the week after", () => {
  const week = (plus: Parameters<typeof depose>[1] = {}) =>
    exportDe([depose("1", plus), depose("2"), depose("3")]);
  function second(): Atelier {
    const opened = suivi();
    importer(opened, week());
    return opened;
  }

  it("the same file changes nothing, and no cell is written twice", () => {
    const opened = second();
    const before = visibles(opened);
    const { apercu, lot } = importer(opened, week());
    expect(apercu).toMatchObject({ nouveaux: [], changes: [], inchanges: 3 });
    expect(lot).toBe("");
    expect(visibles(opened)).toEqual(before);
  });

  it("what changed on the platform follows where nobody typed, and is shown where somebody did", () => {
    const opened = second();
    poser(opened.host, "Suivi", 3, 3, "Ma commune");
    const plus = { "Entreprise raison sociale": "COMMUNE NOUVELLE", "Coût total": "31000" };
    const { apercu } = importer(opened, week(plus));
    expect(changes(apercu)).toEqual({
      "1": [
        "Collectivité : Ma commune → COMMUNE NOUVELLE (saisi)",
        "Coût global : 30 000,50 € → 31 000 € (inchange_depuis_import, coché)",
      ],
    });
    expect([cell(opened, 3, "Collectivité"), cell(opened, 3, "Coût global")]).toEqual([
      "Ma commune",
      31_000,
    ]);
    const again = apercevoir(opened, week(plus));
    expect(changes(again)).toEqual({});
  });

  it("a box ticked or unticked in the preview, and a dossier left out, are obeyed", () => {
    const opened = second();
    const plus = { "Entreprise raison sociale": "COMMUNE NOUVELLE", "Coût total": "31000" };
    const tables = exportDe([depose("1", plus), depose("2", plus), depose("4"), depose("5")]);
    importer(opened, tables, {
      laisser: ["2", "5"],
      cases: [{ numero: "1", champ: "cout", ecrire: false }],
    });
    expect(
      opened.host
        .values("Suivi")
        .slice(2)
        .map((row) => [row[1], row[2], row[3]]),
    ).toEqual([
      ["1", "COMMUNE NOUVELLE", 30_000.5],
      ["2", "COMMUNE 2", 30_000.5],
      ["3", "COMMUNE 3", 30_000.5],
      ["4", "COMMUNE 4", 30_000.5],
    ]);
    const again = apercevoir(opened, tables);
    expect(again.nouveaux.map(({ numero }) => numero)).toEqual(["5"]);
    expect(Object.keys(changes(again))).toEqual(["2"]);
  });

  it("a dossier that left the export is told, and stays", () => {
    const opened = second();
    const { apercu } = importer(opened, exportDe([depose("1")]));
    expect(apercu.disparus.map(({ numero }) => numero)).toEqual(["2", "3"]);
    expect(opened.host.values("Suivi")).toHaveLength(5);
  });

  it("a platform's state against the decision is shown, the decision stays", () => {
    const opened = suivi(["", "1", "", "", "", "", "", "Défavorable", "", "En instruction", ""]);
    const { apercu } = importer(opened, exportDe([depose("1", { "État du dossier": "Accepté" })]));
    expect(apercu.contradictions.map(({ numero, decision }) => [numero, decision])).toEqual([
      ["1", "Défavorable"],
    ]);
    expect(cell(opened, 3, "Décision")).toBe("Défavorable");
  });
});

describe("what is never touched", () => {
  it("a cell that holds a formula, and the columns an import does not know", () => {
    const opened = suivi([
      formule("=1+1"),
      "1",
      formule('="Ma "&"ville"'),
      "",
      "",
      jour("2021-05-01"),
      "",
      "",
      15_000,
      "",
      "note",
    ]);
    const { apercu } = importer(opened, exportDe([depose("1", { "Montant accordé": "99" })]));
    expect(apercu.changes[0]?.laissees.map(plain)).toEqual([
      "Collectivité : « COMMUNE 1 » dans le fichier, mais votre cellule est une formule : elle n’est pas modifiée.",
    ]);
    expect(formuleDe(opened.host, "Suivi", 3, 1)).toBe("=1+1");
    expect(formuleDe(opened.host, "Suivi", 3, 3)).not.toBe("");
    expect(cell(opened, 3, "Subvention État")).toBe(15_000);
    expect(cell(opened, 3, "Remarques")).toBe("note");
    expect(cell(opened, 3, "Date de dépôt")).toBe(44_317);
  });

  it("a dossier that the tab has twice is refused by its rows", () => {
    const opened = suivi(
      ["", "1", "A", "", "", "", "", "", "", "", ""],
      ["", "1", "B", "", "", "", "", "", "", "", ""],
    );
    const before = visibles(opened);
    const { apercu } = importer(opened, exportDe([depose("1")]));
    expect(apercu.refusees.map(({ pourquoi }) => plain(pourquoi))).toEqual([
      "votre onglet a ce numéro aux lignes 3 et 4 : gardez-en une",
    ]);
    expect(visibles(opened)).toEqual(before);
  });

  it("an unreadable value keeps the sheet's, and is told", () => {
    const opened = suivi(["", "1", "", 12_000, "", "", "", "", "", "", ""]);
    const { apercu } = importer(opened, exportDe([depose("1", { "Coût total": "environ" })]));
    expect(apercu.changes[0]?.laissees.map(plain)).toEqual([
      expect.stringMatching(
        /^Coût global : lu « environ », attendu un montant en euros.*Votre cellule n’est pas modifiée\.$/,
      ),
    ]);
    expect(cell(opened, 3, "Coût global")).toBe(12_000);
  });
});

describe("between the preview and the writing", () => {
  const tables = exportDe([depose("1", { "Coût total": "31000" }), depose("2")]);
  function seen(): { opened: Atelier; apercu: Apercu } {
    const opened = suivi();
    importer(opened, exportDe([depose("1")]));
    return { opened, apercu: apercevoir(opened, tables) };
  }
  const type = ({ host }: Atelier, row: number, column: number, value: string | number) =>
    poser(host, "Suivi", row, column, value);

  it.each<[string, (opened: Atelier) => void, string[]]>([
    [
      "a cell the import would change",
      (opened) => type(opened, 3, 4, 5),
      ["Dossier 1 : ses cellules ont été modifiées depuis l’aperçu."],
    ],
    [
      "a dossier added by hand",
      (opened) => type(opened, 4, 2, "2"),
      ["Dossier 2 : nouveau à l’aperçu, changé maintenant."],
    ],
    [
      "a dossier taken away",
      (opened) => type(opened, 3, 2, "1bis"),
      ["Dossier 1 : changé à l’aperçu, nouveau maintenant."],
    ],
  ])("%s: refused, saying which dossier, and nothing written", (_, change, differences) => {
    const { opened, apercu } = seen();
    change(opened);
    const before = visibles(opened);
    const answer = appliquer(opened, apercu);
    expect(answer.kind).toBe("change");
    expect(answer.kind === "change" && answer.differences.map(plain)).toEqual(differences);
    expect(visibles(opened)).toEqual(before);
    expect(ouvrir(opened).enAttente).toHaveLength(1);
  });

  it("a note in another column, and another order of the rows, do not matter", () => {
    const { opened, apercu } = seen();
    type(opened, 3, 11, "vu hier");
    expect(appliquer(opened, apercu).kind).toBe("fait");
    expect([cell(opened, 3, "Coût global"), cell(opened, 3, "Remarques")]).toEqual([
      31_000,
      "vu hier",
    ]);
  });

  it("another preview's fingerprint, or an import already applied, is refused", () => {
    const { opened, apercu } = seen();
    const other = appliquer(opened, { ...apercu, empreinte: "0" });
    expect(other.kind === "refus" && plain(other.message)).toMatch(
      /^Cet aperçu n’est plus le dernier/,
    );
    expect(appliquer(opened, apercu).kind).toBe("fait");
    const again = appliquer(opened, apercu);
    expect(again.kind === "refus" && plain(again.message)).toMatch(
      /^Cet import n’est plus en attente/,
    );
  });
});

describe("sending in chunks", () => {
  const tables = exportDe(Array.from({ length: 25 }, (_, at) => depose(String(at + 1))));

  it("in any order, one of them twice: stored once, resumed where it stopped", () => {
    const opened = suivi();
    const [first, second, third] = envois(tables, { taille: 10 });
    const send = (bloc: unknown) => opened.api("apiImportEtager", bloc);
    expect(send(third)).toMatchObject({ recus: 5, manque: 0, total: 25 });
    expect(send(first)).toMatchObject({ recus: 15, manque: 10 });
    expect(send(first)).toMatchObject({ recus: 15, manque: 10 });
    expect(ouvrir(opened).enAttente).toEqual([expect.objectContaining({ recus: 15, total: 25 })]);
    const early = opened.api("apiImportApercu", { lot: first?.lot });
    expect(plain(early.message)).toBe(
      "L’envoi du fichier est incomplet : 15 lignes reçues sur 25. Reprenez l’envoi.",
    );
    expect(send(second)).toMatchObject({ recus: 25, manque: 25 });
    expect((opened.api("apiImportApercu", { lot: first?.lot }).nouveaux as unknown[]).length).toBe(
      25,
    );
  });

  it("given up: the hidden tab goes, nothing else changed", () => {
    const opened = suivi();
    const before = onglets(opened.host);
    const { lot } = apercevoir(opened, tables);
    expect(opened.api("apiImportAbandonner", { lot }).kind).toBe("fait");
    expect(onglets(opened.host)).toEqual(before);
    expect(opened.api("apiImportApercu", { lot }).kind).toBe("refus");
  });

  it("costs the same calls for a chunk of 10 as for one of 25", () => {
    const calls = (taille: number) => {
      const opened = suivi();
      opened.api("apiImportEtager", envois(tables, { taille })[0]);
      return opened.host.ledger.total;
    };
    expect(calls(10)).toBe(calls(25));
  });
});

describe("companies of a repetition sheet", () => {
  it.each(EXPORTS.filter((nom) => nom.endsWith("xlsx") || nom.endsWith("ods")))(
    "%s: taken once, however often it comes",
    async (nom) => {
      const opened = atelier();
      opened.api("apiInstaller", { guichet: "HDF" });
      const tables = await tablesDe(nom);
      expect(importer(opened, tables).apercu.entreprises).toEqual({
        nouvelles: 19,
        presentes: 0,
        ecarts: [],
      });
      const before = opened.host.values("Entreprises");
      expect(importer(opened, tables).apercu.entreprises).toEqual({
        nouvelles: 0,
        presentes: 19,
        ecarts: [],
      });
      expect(opened.host.values("Entreprises")).toEqual(before);
      poser(opened.host, "Entreprises", 2, 5, 1);
      const { entreprises } = apercevoir(opened, tables);
      expect(entreprises.ecarts.map(plain)).toEqual([
        expect.stringMatching(
          /^Dossier \d+, « .* » : montant 28000 dans le fichier, « 1 » dans votre suivi\.$/,
        ),
      ]);
    },
  );

  it("of a dossier that nobody has: refused", async () => {
    const opened = atelier();
    opened.api("apiInstaller", { guichet: "HDF" });
    const tables = exportDe([depose("1")]);
    const { apercu } = importer(opened, {
      onglets: [
        ...tables.onglets,
        {
          nom: "(1) Entreprises",
          lignes: [
            ["Dossier ID", "Raison sociale"],
            ["77", "X"],
          ],
        },
      ],
    });
    expect(apercu.refusees).toEqual([expect.objectContaining({ numero: "77", valeur: "X" })]);
    expect(opened.host.values("Entreprises")).toHaveLength(1);
  });
});

describe("before anything is installed", () => {
  it("says what to do, and changes nothing", () => {
    const opened = atelier();
    const before = onglets(opened.host);
    const answer = opened.api("apiImportOuvrir");
    expect(answer.kind).toBe("refus");
    expect(plain(answer.message)).toContain("Installer le suivi");
    expect(ecritures(opened.host)).toEqual([]);
    expect(onglets(opened.host)).toEqual(before);
  });
});
