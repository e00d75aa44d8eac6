import { describe, expect, it } from "vitest";
import type { Host } from "../../local/host/index.js";
import { type Atelier, atelier } from "../app/aides/atelier.js";
import { depose, exportDe } from "../app/aides/import.js";
import { poser } from "../app/aides/poser.js";
import * as base from "../faults/bases.js";
import { HOSTILES } from "./corpus.js";
import { formules as formulesDe } from "./formules.js";

/** Every formula of the workbook. */
const formules = (host: Host): readonly string[] => formulesDe(host.workbook.snapshot());

/** The texts of a tab. */
const textes = (host: Host, nom: string): readonly unknown[] => host.values(nom).flat();

type Parcours = (opened: Atelier, texte: string) => void;

/** Ways by which a text of somebody else's comes into the workbook. */
const CHEMINS: readonly (readonly [
  nom: string,
  depart: () => Parameters<typeof atelier>[0],
  suit: Parcours,
  onglet: string,
])[] = [
  [
    "an import",
    base.IMPORT_VIDE,
    ({ api }, texte) => {
      const tables = exportDe([
        depose("1", { "Entreprise raison sociale": texte, "Intitulé du projet": texte }),
      ]);
      expect(api("apiImporterTables", tables).kind).toBe("export");
    },
    "Suivi",
  ],
  [
    "a committee's name and who was there",
    base.COMITE_NORD,
    ({ api }, texte) => {
      api("apiComiteCreer", { nom: `Essai ${texte}`, date: "2021-08-20", presents: texte });
    },
    "Comités",
  ],
  [
    "scores",
    base.COMITE_NORD,
    (opened, texte) => {
      const { vu } = base.vuDe(opened, base.MORMAL);
      const notes = [{ code: "constat", note: 4, justification: texte }];
      opened.api("apiComiteNoter", { numero: base.MORMAL, comite: base.COMITE, vu, notes });
    },
    "Notes",
  ],
  [
    "progress",
    base.APRES_COMITE,
    ({ api }, texte) => {
      api("apiSuiviAvancement", {
        numero: "1",
        date: "2021-07-10",
        statut: "En cours",
        commentaire: texte,
      });
    },
    "Avancement",
  ],
  [
    "a company",
    base.APRES_COMITE,
    ({ api }, texte) => {
      api("apiSuiviEntreprise", {
        numero: "1",
        entreprise: texte,
        siret: "",
        objet: texte,
        departement: "59",
      });
    },
    "Entreprises",
  ],
  [
    "the reason of a delay",
    base.APRES_COMITE,
    ({ api }, texte) => {
      api("apiSuiviReporter", { numero: "1", echeance: "2021-10-06", motif: texte });
    },
    "Relances",
  ],
  [
    "a decision's reason, conditions and dérogation",
    base.COMITE_NORD,
    (opened, texte) => {
      const { vu } = base.vuDe(opened, base.MORMAL);
      const decision = { ...base.FAVORABLE, conditions: texte, motif: texte, montant: 1_940_000 };
      opened.api("apiComiteDecider", {
        numero: base.MORMAL,
        comite: base.COMITE,
        vu,
        decision,
        notes: [],
      });
    },
    "Suivi FITN7",
  ],
  [
    "proposals of a committee, validated several at once",
    base.PROPOSITIONS,
    (opened, texte) => {
      base.taper(opened, base.SUIPPES, "Motif", texte);
      opened.api("apiComiteValider", { comite: base.COMITE, apercu: false });
    },
    "Dossiers 2021",
  ],
  [
    "why a decision is opened again",
    base.COMITE_NORD,
    ({ api }, texte) => {
      api("apiComiteRouvrir", { numero: base.VALENCIENNES, motif: texte });
    },
    "Journal",
  ],
  [
    "an evaluation",
    base.EVALUABLE,
    ({ api }, texte) => {
      const notes = [{ code: "impact", note: 2, commentaire: texte }];
      api("apiSuiviEvaluation", { numero: "1", notes });
    },
    "Évaluations",
  ],
  [
    "a scenario",
    base.SIMULATION,
    ({ api }, texte) => {
      api("apiSimulationEnregistrer", { ...base.SCENARIO, nom: texte.slice(0, 60) });
    },
    "Simulation",
  ],
  [
    "a movement of envelope",
    base.REGION,
    ({ api }, texte) => {
      api("apiRegionMouvement", {
        date: "2021-09-10",
        de: "77",
        vers: "78",
        montant: 1_000_000,
        motif: texte,
        apercu: false,
      });
    },
    "Mouvements",
  ],
  [
    "the workbook of a département",
    base.REGION,
    ({ api }, texte) => {
      const { onglets } = base.DEPARTEMENT;
      const hostile = onglets.map(({ nom, lignes }) => ({
        nom,
        lignes: lignes.map((row) => (row[1] === "Ville 1" ? [texte, ...row.slice(1)] : row)),
      }));
      api("apiRegionConsolider", { onglets: hostile, apercu: false });
    },
    "Consolidé",
  ],
  [
    "the préfecture's name",
    base.DEMARRAGE,
    ({ api }, texte) => {
      api("apiInstaller", { guichet: "HDF", prefecture: texte.slice(0, 200) });
    },
    "Paramètres",
  ],
];

/** After the first review of drawing rights. */
const LE = { le: "2021-09-15T10:00:00Z" };

describe.each(CHEMINS)("through %s", (_, depart, suit, nom) => {
  const plain = atelier(depart(), LE);
  suit(plain, "texte");
  const expected = formules(plain.host);

  it.each(HOSTILES.map((texte) => [texte.slice(0, 30), texte]))("%j stays a text", (__, texte) => {
    const opened = atelier(depart(), LE);
    suit(opened, texte);
    expect(formules(opened.host)).toEqual(expected);
    const written = textes(opened.host, nom).filter((value) => typeof value === "string");
    const asText = texte.trim();
    if (asText.length < 1_000 && asText !== "") {
      expect(written.some((value) => String(value).includes(asText))).toBe(true);
    }
  });
});

describe("reports and letters on a workbook full of hostile texts", () => {
  const opened = atelier(base.APRES_COMITE_IDF());
  const { host, api } = opened;
  const headers = host.values("Suivi")[0] ?? [];
  const shown = HOSTILES.filter((texte) => texte.length < 1_000);
  for (const entete of ["Porteur", "Intitulé du projet", "Motif"]) {
    const column = headers.indexOf(entete) + 1;
    [2, 3, 4].forEach((row, index) => {
      poser(host, "Suivi", row, column, shown.slice(index * 10, index * 10 + 10).join(" | "));
    });
  }
  const RAPPORTS: readonly (readonly [string, object])[] = [
    ["apiRapportDitp", { mois: "2021-07", telQuel: true }],
    ...["Démat.ADS", "Publication", "SCDL"].map(
      (rapport) => ["apiRapport", { rapport, periode: "2021-07", telQuel: true }] as const,
    ),
    ["apiRapport", { rapport: "Trimestre DITP", periode: "2021-T3", telQuel: true }],
    ["apiTableauDeBord", {}],
    ["apiReleve", { comite: "Comité de juillet" }],
    ["apiInformation", { comite: "Comité de juillet" }],
    ["apiSuiviRelances", {}],
  ];

  it.each(RAPPORTS)("%s %j: no formula carries a text of the sheet", (entree, demande) => {
    expect(api(entree, demande).kind).toBe("fait");
    const carried = formules(host).filter((formula) =>
      /pirate|cmd\||alert\(|onerror|porteur\}\}|AAAA|__proto__/.test(formula),
    );
    expect(carried).toEqual([]);
  });

  it("letters carry them as data, fields once filled are not filled again", () => {
    const answer = api("apiLettres", { comite: "Comité de juillet" });
    const all = JSON.stringify(answer);
    expect(answer.kind).not.toBe("refus");
    expect(all).toContain("{{porteur}}");
  });
});
