import { describe, expect, it } from "vitest";
import { atelier, formuleDe, plain } from "./aides/atelier.js";
import { classeur, formule, jour, onglet, type Saisie } from "./aides/saisie.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "État",
  "Montant accordé",
  "Décidé le",
  "Notifié le",
  "Conventionné le",
  "Engagé le",
  "Soldé le",
  "Abandonné le",
  "Guichet",
];
const JUILLET = jour("2021-07-06");

const dossier = (numero: string, etat: Saisie, ...rest: Saisie[]): Saisie[] => [
  numero,
  `Ville ${numero}`,
  etat,
  10_000,
  JUILLET,
  ...rest,
];

const LIGNES: readonly (readonly Saisie[])[] = [
  dossier("1", "Lauréat"),
  dossier("2", "Retenu"),
  dossier("3", "Notifié", jour("2021-07-10")),
  dossier("4", "Engagé", jour("2021-07-07"), jour("2021-07-08"), jour("2021-07-09")),
  dossier("5", "Non retenu"),
  dossier("6", "Retenu"),
  dossier("6", "Retenu"),
  dossier("7", "Retenu", "", "", "", "", "", "IDF-V2"),
  dossier("8", "peut-être"),
  dossier("9", "Retenu", "", "", "", "", "", "IDF-V1"),
];

const PAIEMENTS: readonly (readonly Saisie[])[] = [
  ["N° dossier", "Date", "Montant", "Nature", "Référence"],
  ["4", jour("2021-07-12"), 4_000, "avance", "A1"],
];

function open(lignes = LIGNES, entetes: readonly string[] = ENTETES) {
  const opened = atelier(
    classeur([onglet("Suivi", [entetes, ...lignes]), onglet("Paiements", PAIEMENTS)]),
  );
  opened.api("apiInstaller", { guichet: "HDF" });
  return opened;
}

interface Ligne {
  readonly numero: string;
  readonly ok: boolean;
  readonly message: string;
  readonly avis: readonly string[];
}

function mark(opened: ReturnType<typeof open>, numeros: string[], vers: string, day?: string) {
  const demande = day === undefined ? { numeros, vers } : { numeros, vers, jour: day };
  const answer = opened.api("apiMarquerEtat", demande) as unknown as {
    kind: string;
    message: string;
    lot: string;
    lignes: readonly Ligne[];
  };
  const says = (answer.lignes ?? []).map(({ numero, ok, message, avis }) =>
    [numero, ok ? "oui" : "non", plain(message), ...avis.map(plain)].join(" | "),
  );
  return { ...answer, says };
}

describe("states after a decision, several dossiers at once", () => {
  it("writes those that may go there, refuses each other with its own reason", () => {
    const opened = open();
    const before = opened.host.values("Suivi");
    const numeros = ["1", "2", "3", "4", "5", "6", "8", "99"];
    const { says, lot, message } = mark(opened, numeros, "Notifié", "2021-07-12");
    expect(says).toEqual([
      "1 | oui | Retenu → Notifié, le 12/07/2021.",
      "2 | oui | Retenu → Notifié, le 12/07/2021.",
      "3 | non | le dossier est déjà « Notifié » le 10/07/2021.",
      "4 | non | le dossier est « Engagé » : l’étape suivante est « Payé », pas « Notifié ».",
      "5 | non | le dossier est « Non retenu » : il faut d’abord qu’il soit retenu par un comité avant « Notifié ».",
      "6 | non | ce numéro figure sur plusieurs lignes (7 et 8) : gardez-en une.",
      "8 | non | « État » illisible : lu « peut-être », attendu un état du dossier : Déposé, En instruction, Ajourné, Retenu, Non retenu, Sans suite, Notifié, Conventionné, Engagé, Payé, Soldé, Abandonné.",
      "99 | non | aucun dossier de ce numéro dans « Suivi ».",
    ]);
    expect(plain(message)).toBe(
      "2 dossiers passent à « Notifié ». 6 dossiers refusés, voir le détail.",
    );
    expect(lot).not.toBe("");
    const after = opened.host.values("Suivi");
    const changed = after.flatMap((row, at) =>
      row.some((cell, column) => cell !== before[at]?.[column]) ? [row[0]] : [],
    );
    expect(changed).toEqual(["1", "2"]);
    expect(after[1]?.[2]).toBe("Notifié");
  });

  it("journals each field with what it was", () => {
    const opened = open();
    mark(opened, ["1"], "Notifié", "2021-07-12");
    const lines = opened.host
      .values("Journal")
      .filter(([, , source]) => source === "Suites du comité");
    expect(lines.map((row) => row.slice(3, 7))).toEqual([
      ["1", "État", "Lauréat", "Notifié"],
      ["1", "Notifié le", null, "12/07/2021"],
    ]);
  });

  it("finds the row by its number, wherever it was sorted to", () => {
    const opened = open([...LIGNES].reverse());
    mark(opened, ["2"], "Notifié", "2021-07-12");
    const row = opened.host.values("Suivi").find(([numero]) => numero === "2");
    expect(row?.[2]).toBe("Notifié");
  });

  it("takes a dossier to its end, and no shorter way", () => {
    const opened = open();
    const steps = [
      ["Conventionné", "2021-07-12"],
      ["Notifié", "2021-07-08"],
      ["Engagé", "2021-07-12"],
      ["Conventionné", "2021-07-09"],
      ["Engagé", "2021-07-08"],
      ["Engagé", "2021-07-10"],
    ] as const;
    const said = steps.map(([vers, day]) => mark(opened, ["2"], vers, day).says[0]);
    expect(said).toEqual([
      "2 | non | le dossier est « Retenu » : l’étape suivante est « Notifié », pas « Conventionné ».",
      "2 | oui | Retenu → Notifié, le 08/07/2021.",
      "2 | non | le dossier est « Notifié » : l’étape suivante est « Conventionné », pas « Engagé ».",
      "2 | oui | Notifié → Conventionné, le 09/07/2021.",
      "2 | non | « Engagé » le 08/07/2021 : cette date est avant « Conventionné », le 09/07/2021.",
      "2 | oui | Conventionné → Engagé, le 10/07/2021.",
    ]);
    expect(mark(opened, ["2"], "Payé").says[0]).toContain("aucun paiement daté au 15/07/2021");
  });

  it("dates Payé by the payments, and asks no day", () => {
    const opened = open();
    expect(mark(opened, ["4"], "Payé").says).toEqual(["4 | oui | Engagé → Payé, le 12/07/2021."]);
    expect(mark(opened, ["4"], "Soldé", "2021-07-11").says[0]).toContain(
      "« Soldé » le 11/07/2021 : cette date est avant « Payé », le 12/07/2021.",
    );
    expect(mark(opened, ["4"], "Soldé", "2021-07-13").says).toEqual([
      "4 | oui | Payé → Soldé, le 13/07/2021. | 4 000 € payés (onglet « Paiements ») pour 10 000 € accordés, soit 6 000 € de moins.",
    ]);
  });

  it("abandons at any time, with its day", () => {
    const opened = open();
    const { says } = mark(opened, ["1", "4", "5"], "Abandonné", "2021-07-14");
    expect(says.map((text) => text.slice(0, 7))).toEqual(["1 | oui", "4 | oui", "5 | non"]);
    expect(opened.host.values("Suivi")[1]?.[2]).toBe("Abandonné");
  });

  it("says whose task it is: the région's (IDF-V2), the regional level's information first (IDF-V1)", () => {
    const opened = open();
    const { says } = mark(opened, ["7", "9"], "Notifié", "2021-07-12");
    expect(says[0]).toContain("IDF-V2 : cette étape revient à la préfecture de région (IDF,");
    expect(says[1]).toContain(
      "aucun onglet « Information régionale 2021-07-06 » : le niveau régional doit être informé avant la notification (IDF,",
    );
  });

  it("leaves a state that is a formula alone, and says so", () => {
    const opened = open([dossier("1", formule('="Retenu"'))]);
    const { says } = mark(opened, ["1"], "Notifié", "2021-07-12");
    expect(says[0]).toContain("« État » tient dans une formule de votre tableau");
    expect(formuleDe(opened.host, "Suivi", 2, 3)).not.toBe("");
  });

  it("asks for no column where no dossier may go to that state", () => {
    const opened = open([dossier("1", "Retenu")], ENTETES.slice(0, 5));
    expect(mark(opened, ["1"], "Soldé", "2021-07-12").says[0]).toContain(
      "l’étape suivante est « Notifié », pas « Soldé »",
    );
  });

  it("asks before it adds the column of the day", () => {
    const headers = ENTETES.slice(0, 5);
    const opened = open([dossier("1", "Retenu")], headers);
    const before = opened.host.values("Suivi");
    const answer = opened.api("apiMarquerEtat", {
      numeros: ["1"],
      vers: "Notifié",
      jour: "2021-07-12",
    });
    expect(answer).toMatchObject({ kind: "colonnes", champs: ["date_notification"] });
    expect(opened.host.values("Suivi")).toEqual(before);
    opened.api("apiSuitesColonnes", { champs: ["date_notification"] });
    expect(mark(opened, ["1"], "Notifié", "2021-07-12").says[0]).toContain("oui");
  });

  it.each([
    [{ numeros: [], vers: "Notifié" }, "numeros"],
    [{ numeros: ["1"], vers: "Retenu" }, "vers"],
    [{ numeros: ["1"], vers: "Notifié", jour: "12/07/2021" }, "jour"],
  ])("checks what a page asks for: %j", (demande, field) => {
    expect(() => open().api("apiMarquerEtat", demande)).toThrow(new RegExp(`^${field}|${field}`));
  });

  it("can be undone in one go", () => {
    const opened = open();
    const before = opened.host.values("Suivi");
    const { lot } = mark(opened, ["1", "2"], "Notifié", "2021-07-12");
    expect(opened.host.values("Suivi")).not.toEqual(before);
    expect(opened.api("apiSuitesAnnuler", { lot })).toEqual({
      kind: "fait",
      message: "2 dossiers remis dans l’état d’avant.",
    });
    expect(opened.host.values("Suivi")).toEqual(before);
    expect(opened.api("apiSuitesAnnuler", { lot: "20210101000000-1" }).kind).toBe("refus");
  });

  it("is not undone over what somebody wrote since", () => {
    const opened = open();
    const { lot } = mark(opened, ["1"], "Notifié", "2021-07-12");
    mark(opened, ["1"], "Conventionné", "2021-07-13");
    const answer = opened.api("apiSuitesAnnuler", { lot });
    expect(answer.kind).toBe("refus");
    expect(plain(answer.message)).toContain("écrit « Notifié », maintenant « Conventionné »");
    expect(opened.host.values("Suivi")[1]?.[2]).toBe("Conventionné");
  });

  it("makes as many service calls for 10 dossiers as for 300", () => {
    const counts = [10, 300].map((count) => {
      const opened = open(
        Array.from({ length: count }, (_, rank) => dossier(`N${rank}`, "Retenu")),
      );
      mark(opened, ["N1"], "Notifié", "2021-07-12");
      mark(opened, ["N2"], "Notifié", "2021-07-12");
      return opened.host.ledger.total;
    });
    expect(counts[0]).toBe(counts[1]);
  });
});

describe("Faire avancer le dossier", () => {
  it("proposes the next state of the active row's dossier", () => {
    const opened = open();
    opened.host.select("Suivi", "A3");
    const said = opened.clic(
      "Après le comité ▸ Faire avancer le dossier",
      { text: "1" },
      { text: "12/07/2021" },
    );
    expect(said[0]).toContain("Dossier 2, Ville 2 : Retenu, 10 000 € accordés.");
    expect(said[0]).toContain("1. Notifié\n2. Abandonné");
    expect(said.at(-1)).toBe("Dossier 2 : Retenu → Notifié, le 12/07/2021.");
  });
});
