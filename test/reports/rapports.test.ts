import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SOURCES_RAPPORTS } from "../../src/guichets/rapports.js";
import { planPublication } from "../../src/reports/publication.js";
import { ecrireNomRapport, lireNomRapport, RAPPORTS } from "../../src/reports/rapports.js";
import { planScdl } from "../../src/reports/scdl.js";
import { colonnesInvalides, type LigneScdl } from "../../src/reports/scdl-colonnes.js";
import { subventionsScdl } from "../../src/reports/scdl-lignes.js";
import { champsAbsents, type Suivi } from "../../src/reports/suivi.js";
import type { Dossier } from "../../src/rules/dossier.js";
import { boundsOfTrimestre, isTrimestre, trimestreDe } from "../../src/rules/trimestre.js";
import { type DocumentId, hasHeading } from "../documents/documents.js";
import { CAS_RAPPORTS, entreeDe, goldenRapport, REGLAGES } from "./rapports.js";
import { renduDe } from "./rendu.js";
import { PREFECTURES, suiviDe } from "./suivi.js";

describe.each(CAS_RAPPORTS)("the report $nom", (cas) => {
  const { plan, resume } = cas.plan(entreeDe(cas));

  it("is the one that was reviewed", () => {
    expect(renduDe(plan)).toBe(readFileSync(goldenRapport(cas), "utf8"));
  });

  it("has rows of one width, and a width for each column", () => {
    expect(new Set(plan.lignes.map((row) => row.length))).toEqual(new Set([plan.largeurs.length]));
  });

  it("adds up exactly the rows of its list, from the first to the last", () => {
    const texts = plan.lignes.map((row) => row.map(({ contenu }) => contenu));
    const total = texts.findIndex(([first]) => first === "Total");
    const at = plan.lignes.slice(0, total).findLastIndex(([first]) => first?.style === "entete");
    const formules = plan.lignes[total]?.flatMap(({ contenu }) =>
      typeof contenu === "object" && "formule" in contenu ? [contenu.formule] : [],
    );
    for (const formule of formules ?? []) {
      expect(formule).toMatch(new RegExp(`^=SUM\\([A-Z]${at + 2}:[A-Z]${total}\\)$`));
    }
    expect(formules?.length === 0).toBe(resume.nombre === 0);
  });
});

describe("sources of the reports", () => {
  it.each(Object.entries(SOURCES_RAPPORTS))("%s cites a heading that exists", (_, citation) => {
    expect(hasHeading(citation.document as DocumentId, citation.section)).toBe(true);
  });
});

describe("names of reports' tabs", () => {
  it.each([
    ["DITP 2021-06", { rapport: "DITP", periode: "2021-06", version: 1 }],
    ["DITP 2021-06 (2)", { rapport: "DITP", periode: "2021-06", version: 2 }],
    ["Relevé 2021-06-30", { rapport: "Relevé", periode: "2021-06-30", version: 1 }],
    ["Trimestre DITP 2021-T3", { rapport: "Trimestre DITP", periode: "2021-T3", version: 1 }],
    ["Démat.ADS 2021-06 (12)", { rapport: "Démat.ADS", periode: "2021-06", version: 12 }],
    ["Suivi 2021-06", undefined],
    ["DITP 2021", undefined],
    ["DITP 2021-06 (copie)", undefined],
    ["DITP 2021-06(2)", undefined],
    ["Copie de DITP 2021-06", undefined],
    ["DITP 2021-T5", undefined],
  ])("%s", (nom, expected) => {
    expect(lireNomRapport(nom)).toEqual(expected);
  });

  it("are read as they are written", () => {
    const name = fc.record({
      rapport: fc.constantFrom(...RAPPORTS),
      periode: fc.constantFrom("2021-06", "2021-12-31", "2022-T1"),
      version: fc.integer({ min: 1, max: 999 }),
    });
    fc.assert(
      fc.property(name, (nom) => {
        expect(lireNomRapport(ecrireNomRapport(nom))).toEqual(nom);
      }),
    );
  });
});

describe("quarters", () => {
  it.each([
    ["2021-01-01", "2021-T1", "2021-01-01", "2021-03-31"],
    ["2021-03-31", "2021-T1", "2021-01-01", "2021-03-31"],
    ["2021-04-01", "2021-T2", "2021-04-01", "2021-06-30"],
    ["2021-09-30", "2021-T3", "2021-07-01", "2021-09-30"],
    ["2021-12-31", "2021-T4", "2021-10-01", "2021-12-31"],
  ])("%s is in %s, from %s to %s", (day, quarter, first, last) => {
    expect(trimestreDe(day)).toBe(quarter);
    expect(boundsOfTrimestre(quarter)).toEqual({ first, last });
  });

  it.each(["2021-T0", "2021-T5", "2021-3", "T3 2021", ""])("%j is none", (text) => {
    expect(isTrimestre(text)).toBe(false);
  });
});

describe("what a report lacks of a dossier", () => {
  const suivi = suiviDe(PREFECTURES[0]);
  const [first] = suivi.dossiers;
  if (!first) throw new Error("dossiers");
  const { demande: _, ...faits } = first.dossier.faits;
  const absents = (illisibles: Dossier["illisibles"]) =>
    champsAbsents(suivi, { ...first, dossier: { ...first.dossier, faits, illisibles } }, [
      ["demande", "montant demandé absent"],
      ["porteur", "porteur absent"],
    ]).map(({ quoi, ou }) => `${quoi} ; ${ou}`.replace(/\u00a0/g, " "));
  const place = "onglet « Suivi FITN7 », ligne 2, « Subvention demandée »";

  it("names the cell that is empty, and where it is", () => {
    expect(absents([])).toEqual([`montant demandé absent ; ${place}`]);
  });

  it("says what was read where it can't be", () => {
    const unread = [{ champ: "demande", lu: "env. 5 k", attendu: "un montant" }] as const;
    expect(absents(unread)).toEqual([
      `Subvention demandée : lu « env. 5 k », illisible ; ${place}`,
    ]);
  });
});

describe("the list to publish", () => {
  it("names no contact, no address, no number of dossier", () => {
    const personal = {
      contact: "Claude Dupont",
      courriel: "claude.dupont@mairie.test",
      telephone: "03 20 00 00 00",
      contact_operationnel: "Dominique Durand",
    };
    const change = (suivi: Suivi): Suivi => ({
      ...suivi,
      dossiers: suivi.dossiers.map((entry) => ({
        ...entry,
        dossier: { ...entry.dossier, faits: { ...entry.dossier.faits, ...personal } },
      })),
    });
    const cas = { rapport: "Publication", prefecture: PREFECTURES[0], periode: "2021-07", change };
    const { plan, resume } = planPublication(entreeDe(cas));
    const numeros = suiviDe(PREFECTURES[0]).dossiers.map(({ dossier }) => dossier.faits.numero);
    const shown = plan.lignes.flat().map(({ contenu }) => String(contenu));
    expect(resume.nombre).toBeGreaterThan(10);
    for (const secret of [...Object.values(personal), ...numeros]) {
      expect(shown).not.toContain(secret);
    }
  });
});

/** A line the schema accepts, written by hand from its published example. */
const VALIDE: LigneScdl = {
  nomAttribuant: "Préfecture du Nord",
  idAttribuant: "17590001600019",
  dateConvention: "2021-06-12",
  referenceDecision: "",
  nomBeneficiaire: "Lille",
  idBeneficiaire: "21590350100017",
  rnaBeneficiaire: "",
  objet: "Espace numérique",
  montant: "75000.50",
  nature: "aide en numéraire",
  conditionsVersement: "unique",
  datesPeriodeVersement: "2021-06-28/2022-07-03",
  idRAE: "",
  notificationUE: "non",
  pourcentageSubvention: "1.00",
  dispositifAide: "",
};

describe("the open-data schema of grants, version 2.1.1", () => {
  it.each<[string, Partial<LigneScdl>, readonly string[]]>([
    ["a whole line", {}, []],
    ["a period of one day", { datesPeriodeVersement: "2021-06-28" }, []],
    ["an association's number", { rnaBeneficiaire: "W751004071" }, []],
    ["a SIREN in place of a SIRET", { idBeneficiaire: "215903501" }, ["idBeneficiaire"]],
    ["a SIRET with spaces", { idAttribuant: "175 900 016 00019" }, ["idAttribuant"]],
    ["a French day", { dateConvention: "12/06/2021" }, ["dateConvention"]],
    ["a decimal comma", { montant: "75000,50" }, ["montant"]],
    ["no amount", { montant: "" }, ["montant"]],
    ["an object of 256 characters", { objet: "x".repeat(256) }, []],
    ["an object of 257 characters", { objet: "x".repeat(257) }, ["objet"]],
    ["an unknown nature", { nature: "numéraire" }, ["nature"]],
    [
      "a period with a dash",
      { datesPeriodeVersement: "2021-06-28 - 2022-07-03" },
      ["datesPeriodeVersement"],
    ],
    ["a capital letter", { notificationUE: "Oui" }, ["notificationUE"]],
    ["one hundredth, the least share", { pourcentageSubvention: "0.01" }, []],
    ["a share of nothing", { pourcentageSubvention: "0.00" }, ["pourcentageSubvention"]],
    ["a percentage above one", { pourcentageSubvention: "100" }, ["pourcentageSubvention"]],
    [
      "an association's number without its letter",
      { rnaBeneficiaire: "751004071" },
      ["rnaBeneficiaire"],
    ],
  ])("%s", (_, change, invalid) => {
    expect(colonnesInvalides({ ...VALIDE, ...change })).toEqual(invalid);
  });

  it.each(PREFECTURES)(
    "accepts every line listed for $nom, and each other is named",
    (prefecture) => {
      const cas = { rapport: "SCDL", prefecture, periode: "2021-07" };
      const entree = entreeDe(cas);
      const { plan, resume } = planScdl(entree);
      const header = plan.lignes.findIndex(([first]) => first?.contenu === "nomAttribuant");
      const lines = plan.lignes.slice(header + 1, header + 1 + resume.nombre);
      for (const line of lines) {
        expect(String(line[1]?.contenu)).toMatch(/^\d{14}$/);
        expect(String(line[5]?.contenu)).toMatch(/^\d{14}$/);
        expect(String(line[11]?.contenu)).toMatch(/^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/);
      }
      const attribuant = {
        nom: "P",
        siret: "",
        notificationUe: "",
        conditions: "",
        dispositif: "",
      };
      const all = subventionsScdl(entree.suivi, entree.suivi.dossiers, attribuant);
      expect(all.every(({ invalides }) => invalides.includes("idAttribuant"))).toBe(true);
    },
  );

  it("asks for its settings once, whatever the number of dossiers", () => {
    const cas = { rapport: "SCDL", prefecture: PREFECTURES[0], periode: "2021-07" };
    const { resume } = planScdl(entreeDe(cas, {}));
    const settings = resume.manques.filter((text) => text.includes("Paramètres"));
    expect(resume.nombre).toBe(0);
    expect(settings.map((text) => /clé (\S+)\)/.exec(text)?.[1])).toEqual([
      "scdl.siret",
      "scdl.notification_ue",
      "scdl.conditions",
    ]);
    expect(REGLAGES["scdl.siret"]).toMatch(/^\d{14}$/);
  });

  it.each([
    ["Arrêté 2021-045", "Arrêté 2021-045"],
    ["Convention\n CRTE n° 12", "Convention CRTE n° 12"],
    [undefined, ""],
  ])("files the grant under the act that the sheet names: %j", (reference, expected) => {
    const suivi = suiviDe(PREFECTURES[0]);
    const [first] = suivi.dossiers;
    if (!first) throw new Error("dossiers");
    const faits = {
      ...first.dossier.faits,
      ...(reference !== undefined && { reference_decision: reference }),
    };
    const [made] = subventionsScdl(suivi, [{ ...first, dossier: { ...first.dossier, faits } }], {
      nom: "P",
      siret: "",
      notificationUe: "",
      conditions: "",
      dispositif: "",
    });
    expect(made?.ligne.referenceDecision).toBe(expected);
  });

  it.each([
    ["one payment of the whole", [75_000_50], "unique"],
    ["one advance", [20_000_00], "échelonné"],
    ["two payments", [20_000_00, 55_000_50], "échelonné"],
    ["no payment: the préfecture's word", [], "autre"],
  ])("says how a grant is paid: %s", (_, montants, expected) => {
    const suivi = suiviDe(PREFECTURES[0]);
    const [first] = suivi.dossiers;
    if (!first) throw new Error("dossiers");
    const faits = { ...first.dossier.faits, numero: "1", montant_accorde: 75_000_50 };
    const paiements = montants.map((montant, index) => ({
      valeurs: { numero: "1", montant, date: "2021-06-28" },
      ligne: index + 2,
      illisibles: [],
    }));
    const [made] = subventionsScdl(
      { ...suivi, paiements },
      [{ ...first, dossier: { ...first.dossier, faits } }],
      { nom: "P", siret: "", notificationUe: "", conditions: "autre", dispositif: "" },
    );
    expect(made?.ligne.conditionsVersement).toBe(expected);
  });
});
