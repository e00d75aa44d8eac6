import { describe, expect, it } from "vitest";
import { plain } from "./aides/atelier.js";
import { COMITE, contenu, journal, type Seance, seance } from "./aides/comite.js";
import { poser } from "./aides/poser.js";

/** In Marne, waiting, theme and population known: what was asked, and the ceiling at 80 %. */
const SUIPPES = "4307173"; // 9 600 €
const PRUNAY = "4306077"; // 15 100 €
const VITRY = "4307036"; // adjourned, 23 900 €
const AUBILLY = "4307721"; // 53 inhabitants, 1 900 € at 100 %

interface Ligne {
  readonly numero: string;
  readonly ok: boolean;
  readonly message: string;
}

/** A committee in Marne with columns of proposals, and what was typed in them. */
function avec(
  propositions: readonly (readonly [
    numero: string,
    avis: string,
    montant: number | "",
    motif: string,
  ])[],
): Seance {
  const opened = seance("suivi-marne.xlsx");
  opened.api("apiComiteColonnes", { propositions: true });
  for (const [numero, avis, montant, motif] of propositions) {
    opened.taper(numero, "Avis proposé", avis);
    if (montant !== "") opened.taper(numero, "Montant proposé", montant);
    if (motif !== "") opened.taper(numero, "Motif", motif);
  }
  return opened;
}

const TROIS = [
  [SUIPPES, "Favorable", 9_600, ""],
  [PRUNAY, "rejet", "", "hors thématique"],
  [VITRY, "Ajourné", "", "devis à revoir"],
] as const;

const validate = (opened: Seance, demande: object = {}) =>
  opened.api("apiComiteValider", { comite: COMITE, apercu: false, ...demande });

const told = (answer: Readonly<Record<string, unknown>>) =>
  (answer.lignes as Ligne[]).map(({ numero, ok, message }) => [numero, ok, plain(message)]);

/** Leaves so many euros in the envelope. */
function reste(opened: Seance, euros: number): void {
  const [{ accorde } = { accorde: 0 }] = opened.api("apiComiteOuvrir").enveloppes as {
    accorde: number;
  }[];
  const rows = opened.host.values("Paramètres");
  const row = rows.findIndex(([cle]) => cle === "MARNE-V1.enveloppe") + 1;
  poser(opened.host, "Paramètres", row, 2, accorde / 100 + euros);
}

describe("proposals prepared in columns", () => {
  it("asks for the columns first", () => {
    const opened = seance("suivi-marne.xlsx");
    expect(validate(opened)).toMatchObject({
      kind: "colonnes",
      titres: ["Avis proposé", "Montant proposé"],
    });
  });

  it("says that there are none", () => {
    expect(plain(validate(avec([])).message)).toMatch(/^Aucune proposition pour ce comité/);
  });

  it("shows what would be recorded, and writes nothing", () => {
    const opened = avec(TROIS);
    const before = contenu(opened);
    const answer = validate(opened, { apercu: true });
    expect(answer).toMatchObject({ kind: "apercu", depassement: false });
    expect(plain(answer.message)).toBe("3 propositions prêtes.");
    expect(told(answer).map(([numero, ok]) => [numero, ok])).toEqual([
      [PRUNAY, true],
      [VITRY, true],
      [SUIPPES, true],
    ]);
    const [enveloppe] = answer.enveloppes as { accorde: number; apres: number }[];
    expect((enveloppe?.apres ?? 0) - (enveloppe?.accorde ?? 0)).toBe(960_000);
    expect(contenu(opened)).toEqual(before);
  });

  it("records each with its own reason, in one batch that is undone whole", () => {
    const opened = avec(TROIS);
    const before = { ...contenu(opened), Journal: [] };
    const answer = validate(opened);
    expect(answer.kind).toBe("fait");
    expect(plain(answer.message)).toBe("3 décisions enregistrées.");
    const row = (numero: string) =>
      ["Avis comité", "Comité", "Subvention État", "Motif"].map((entete) =>
        opened.cellule(numero, entete),
      );
    expect(row(SUIPPES)).toEqual(["Retenu", COMITE, 9_600, null]);
    expect(row(PRUNAY)).toEqual(["Non retenu", COMITE, null, "hors thématique"]);
    expect(row(VITRY)).toEqual(["Ajourné", COMITE, null, "devis à revoir"]);
    expect(opened.cellule(SUIPPES, "Taux accordé")).toBe(0.8);
    const lots = opened.host
      .values("Journal")
      .filter((line) => plain(line[2]) === "Comité : propositions validées");
    expect(new Set(lots.map((line) => line[7]))).toEqual(new Set([answer.lot]));
    expect(plain(validate(opened).message)).toMatch(/^Aucune proposition/);
    opened.api("apiComiteAnnuler");
    expect({ ...contenu(opened), Journal: [] }).toEqual(before);
  });

  it("leaves out what is wrong by itself, says why, and records the others", () => {
    const opened = avec([
      [SUIPPES, "favorable", 9_600.01, ""],
      [PRUNAY, "peut-être", 1_000, ""],
      [VITRY, "défavorable", "", ""],
      [AUBILLY, "favorable", 1_900, ""],
    ]);
    const answer = validate(opened);
    expect(answer.kind).toBe("fait");
    expect(plain(answer.message)).toBe("1 décision enregistrée, 3 laissées de côté.");
    const messages = new Map(told(answer).map(([numero, , message]) => [numero, message]));
    expect(messages.get(SUIPPES)).toMatch(/^Montant de 9 600,01 € au-delà du plafond de 9 600 €/);
    expect(messages.get(PRUNAY)).toBe(
      "Avis proposé : lu « peut-être », attendu favorable, défavorable ou ajourné.",
    );
    expect(messages.get(VITRY)).toBe("Un avis défavorable demande un motif.");
    expect(opened.cellule(AUBILLY, "Subvention État")).toBe(1_900);
    expect(opened.cellule(SUIPPES, "Avis comité")).toBe("En instruction");
    expect(
      journal(opened, "Comité : propositions validées").map(([numero]) => numero),
    ).not.toContain(VITRY);
  });

  it("an amount that can't be read is said, an override goes through the reason", () => {
    const opened = avec([["4305118", "favorable", 16_000, "prioritaire"]]);
    opened.taper("4305118", "Avis comité", "En instruction");
    opened.taper(SUIPPES, "Avis proposé", "favorable");
    opened.taper(SUIPPES, "Montant proposé", "environ 9 000");
    const messages = () =>
      new Map(
        told(validate(opened, { apercu: true })).map(([numero, , message]) => [numero, message]),
      );
    expect(messages().get(SUIPPES)).toMatch(/^Montant proposé : lu « environ 9 000 »/);
    expect(messages().get("4305118")).toMatch(/^Dossier inéligible/);
    opened.taper("4305118", "Motif", "Dérogation : accord du préfet de région");
    expect(messages().get("4305118")).toMatch(/^Retenu, 16 000 €.*par dérogation/);
  });
});

describe("proposals that would break the envelope", () => {
  const deux = [
    [SUIPPES, "favorable", 9_600, ""],
    [PRUNAY, "favorable", 15_100, ""],
    [AUBILLY, "défavorable", "", "hors délai"],
  ] as const;

  it("to the cent: all are recorded", () => {
    const opened = avec(deux);
    reste(opened, 24_700);
    expect(validate(opened)).toMatchObject({ kind: "fait", depassement: false });
  });

  it("a cent over: none is, and which one is said with the figures", () => {
    const opened = avec(deux);
    reste(opened, 24_699.99);
    const before = contenu(opened);
    const answer = validate(opened);
    expect(answer).toMatchObject({ kind: "apercu", depassement: true });
    expect(plain(answer.message)).toBe(
      `L’enveloppe serait dépassée : rien n’est enregistré tant que le dossier ${SUIPPES} n’est pas revu ou laissé de côté.`,
    );
    const messages = told(answer).filter(([, ok]) => ok === false);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.[2]).toMatch(
      /^Montant de 9 600 €, il reste 9 599,99 € dans l’enveloppe .* dépassée de 0,01 €/,
    );
    expect(contenu(opened)).toEqual(before);
    const [enveloppe] = answer.enveloppes as { total: number; apres: number }[];
    expect((enveloppe?.apres ?? 0) - (enveloppe?.total ?? 0)).toBe(1);
  });

  it("the others are, once it is left aside", () => {
    const opened = avec(deux);
    reste(opened, 24_699.99);
    expect(validate(opened, { numeros: [PRUNAY, AUBILLY] })).toMatchObject({ kind: "fait" });
    expect(opened.cellule(PRUNAY, "Subvention État")).toBe(15_100);
    expect(opened.cellule(SUIPPES, "Subvention État")).toBe(null);
  });

  it("names none that is wrong for another reason", () => {
    const opened = avec([...deux, [VITRY, "ajourné", "", ""]]);
    reste(opened, 24_699.99);
    expect(plain(validate(opened).message)).not.toContain(VITRY);
  });
});

describe("proposals changed since the preview", () => {
  it("are refused, each for itself", () => {
    const opened = avec(TROIS);
    const attendu = validate(opened, { apercu: true }).lignes as object[];
    opened.taper(SUIPPES, "Montant proposé", 9_000);
    const answer = validate(opened, { attendu });
    expect(told(answer).find(([numero]) => numero === SUIPPES)).toEqual([
      SUIPPES,
      false,
      "La proposition a changé depuis l’aperçu : relisez-la.",
    ]);
    expect(opened.cellule(SUIPPES, "Subvention État")).toBe(null);
    expect(opened.cellule(PRUNAY, "Avis comité")).toBe("Non retenu");
  });
});
