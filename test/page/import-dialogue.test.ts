import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Apercu, DemandeEtager } from "../../src/imports/protocole.js";
import { ods, ole, utf8, windows1252, xlsx } from "../sidebar/fichiers.js";
import { CHROMIUM } from "./atelier.js";
import { APERCU, DialogueImport, etage, OUVERT, Panne } from "./dialogue-import.js";

const EXPORT =
  "ID;État du dossier;Déposé le;Instructeurs;Nom de l’entité ou de l’organisme;Coût global du projet\n";
const lignes = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `${4_200_000 + index};En instruction;2021-06-10;a@example.org;Ville ${index};${30_000 + index}\n`,
  ).join("");

const nouveau = (index: number) => ({
  numero: String(4_200_000 + index),
  ligne: index + 2,
  porteur: `Ville ${index}`,
  cases: [{ champ: "cout" as const, titre: "Coût total", valeur: "30\u00a0000,00\u00a0€" }],
  remarques: [],
});

const COMPLET: Apercu = {
  ...APERCU,
  nouveaux: [nouveau(0), nouveau(1)],
  changes: [
    {
      numero: "7",
      ligne: 9,
      porteur: "Douai",
      cases: [
        {
          champ: "cout",
          titre: "Coût total",
          avant: "1,00\u00a0€",
          apres: "2,00\u00a0€",
          raison: "inchange_depuis_import",
          coche: true,
        },
        {
          champ: "intitule",
          titre: "Intitulé du projet",
          avant: "À moi",
          apres: "Du fichier",
          raison: "saisi",
          coche: false,
        },
      ],
      laissees: ["Date de fin\u00a0: la case contient une formule."],
    },
  ],
  inchanges: 4,
  disparus: [{ numero: "8", porteur: "Lille" }],
  contradictions: [
    {
      numero: "9",
      porteur: "Roubaix",
      plateforme: "Refusé",
      decision: "Retenu",
      message: "Refusé sur la plateforme, Retenu dans le suivi.",
    },
  ],
  aChoisir: [
    {
      numero: "4200001",
      porteur: "Saint-Martin",
      pourquoi: "Deux communes de ce nom.",
      candidats: [{ cle: "c1", libelle: "Saint-Martin (commune, 59)" }],
    },
  ],
  refusees: [
    { ligne: 12, numero: "", colonne: "ID", valeur: "", pourquoi: "numéro de dossier absent" },
  ],
  sansColonne: [{ champ: "telephone", titre: "Téléphone" }],
};

const FAIT = {
  kind: "fait",
  message: "Écrit.",
  lot: "L1",
  nouveaux: 2,
  changes: 1,
  entreprises: 0,
  laissees: ["7\u00a0: formule."],
};

describe.skipIf(!CHROMIUM)("the import's dialog", () => {
  let dialogue: DialogueImport;
  beforeAll(async () => {
    dialogue = await DialogueImport.start();
  });
  afterAll(() => dialogue?.stop());

  const versApercu = async (count = 2) => {
    await dialogue.choisir("x.csv", utf8(EXPORT + lignes(count)));
    await dialogue.attendreTitre(/^Ce que contient/);
    await dialogue.bouton("Voir l’aperçu").click();
    await dialogue.attendreTitre(/^Aperçu/);
  };

  describe("a file that can't be imported", () => {
    it.each([
      [
        "an image named .xlsx",
        "export.xlsx",
        windows1252("\u0089PNG"),
        /est une image, pas un tableau/,
      ],
      ["an empty file", "export.csv", utf8(""), /est vide/],
      ["an encrypted workbook", "export.xlsx", ole("EncryptedPackage"), /mot de passe/],
      ["an old .xls", "export.xls", ole("Workbook"), /enregistrez-le au format .xlsx/],
      ["a table without a line", "export.csv", utf8(EXPORT), /n’a aucune ligne sous ses en-têtes/],
      [
        "text without any table",
        "notes.csv",
        utf8("Bonjour,\nvoici une lettre.\n"),
        /«\u00a0notes.csv\u00a0»/,
      ],
    ])("%s: says why, asks nothing of the workbook", async (_, name, octets, message) => {
      await dialogue.ouvrir();
      await dialogue.choisir(name, octets);
      expect(await dialogue.message()).toMatch(message);
      expect(await dialogue.titre()).toMatch(/^Choisir le fichier/);
      expect(dialogue.entrees).toEqual(["apiImportOuvrir"]);
    });

    it("of 100 Mo is refused at once", async () => {
      const folder = await mkdtemp(join(tmpdir(), "fitn7-gros-"));
      try {
        const path = join(folder, "gros.csv");
        const file = await open(path, "w");
        await file.truncate(100 * 1024 * 1024);
        await file.close();
        await dialogue.ouvrir();
        await dialogue.page.locator("#fichier").setInputFiles(path);
        expect(await dialogue.message()).toMatch(
          /fait 100\u00a0Mo, plus que la limite de 40\u00a0Mo/,
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    });

    it("is followed by another try, with the same file corrected", async () => {
      await dialogue.ouvrir();
      await dialogue.choisir("x.csv", utf8(""));
      await dialogue.message();
      await dialogue.choisir("x.csv", utf8(EXPORT + lignes(1)));
      await dialogue.attendreTitre(/^Ce que contient/);
      expect(await dialogue.page.locator("#message").textContent()).toBe("");
    });
  });

  describe("a file dropped on its place", () => {
    const drop = (names: readonly string[]) =>
      dialogue.page.locator(".depot").evaluate(
        (place, [dropped = [], text = ""]) => {
          // biome-ignore lint/suspicious/noExplicitAny: tests have no types for a browser's globals.
          const { DataTransfer, DragEvent, File } = globalThis as any;
          const dataTransfer = new DataTransfer();
          for (const name of dropped) dataTransfer.items.add(new File([text], name));
          place.dispatchEvent(
            new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }),
          );
        },
        [names, EXPORT + lignes(2)] as const,
      );

    it("is read", async () => {
      await dialogue.ouvrir();
      await drop(["depose.csv"]);
      await dialogue.attendreTitre(/depose\.csv/);
    });

    it("must be one alone", async () => {
      await dialogue.ouvrir();
      await drop(["a.csv", "b.csv"]);
      expect(await dialogue.message()).toBe("Déposez un seul fichier à la fois.");
      await drop([]);
      expect(await dialogue.message()).toBe("Ce que vous avez déposé n’est pas un fichier.");
    });
  });

  it("reads Windows-1252 as browsers do: €, ’ and œ", async () => {
    await dialogue.ouvrir();
    const text = `${EXPORT}1;En instruction;2021-06-10;a@example.org;Cœur d’Ostrevent à 2 €;5\n`;
    await dialogue.choisir("x.csv", windows1252(text));
    await dialogue.attendreTitre(/^Ce que contient/);
    expect(await dialogue.page.locator("dl.faits").textContent()).toContain(
      "séparateur point-virgule, encodage Windows-1252",
    );
    await dialogue.bouton("Vérifier les colonnes").click();
    const row = dialogue.page.getByRole("row", { name: /Nom de l’entité/ });
    expect(await row.locator(".exemple").allTextContents()).toEqual(["Cœur d’Ostrevent à 2 €"]);
  });

  it("sends values as texts: what looks like a formula or markup stays what it is", async () => {
    await dialogue.ouvrir({
      apiImportApercu: [{ ...APERCU, nouveaux: [{ ...nouveau(0), porteur: "<b>=1+1</b>" }] }],
    });
    const text = `${EXPORT}01004;En instruction;2021-06-10;a@example.org;=HYPERLINK("http://x");5\n`;
    await dialogue.choisir("x.csv", utf8(text));
    await dialogue.bouton("Voir l’aperçu").click();
    await dialogue.attendreTitre(/^Aperçu/);
    const [sent] = dialogue.demandes<DemandeEtager>("apiImportEtager");
    expect(sent?.elements[0]).toMatchObject({
      dossier: { numero: "01004", valeurs: { numero: "01004", porteur: '=HYPERLINK("http://x")' } },
    });
    expect(await dialogue.page.locator(".prise").textContent()).toContain("<b>=1+1</b>");
    expect(await dialogue.page.locator(".prise b").count()).toBe(0);
  });

  describe("a reading", () => {
    it("is a worker's, and can be stopped; nothing comes of it later", async () => {
      await dialogue.ouvrir();
      const worker = dialogue.page.waitForEvent("worker");
      await dialogue.choisir("gros.csv", utf8(EXPORT + lignes(60_000)));
      await worker;
      await dialogue.bouton("Arrêter la lecture").click();
      expect(await dialogue.message()).toBe("Lecture arrêtée. Rien n’a été envoyé.");
      await dialogue.choisir("x.csv", utf8(EXPORT + lignes(1)));
      await dialogue.attendreTitre(/x\.csv/);
    });

    it.each([
      ["has none", "delete window.Worker"],
      [
        "stops each one as it starts",
        "window.Worker = class { postMessage() { setTimeout(() => this.onerror({}), 10); } terminate() {} }",
      ],
    ])("goes on in the page where the browser %s", async (_, avant) => {
      await dialogue.ouvrir({}, avant);
      await dialogue.choisir(
        "x.ods",
        ods(
          `<table:table-row><table:table-cell office:value-type="string"><text:p>N° dossier</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Porteur</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>1</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Douai</text:p></table:table-cell></table:table-row>`,
        ),
      );
      await dialogue.attendreTitre(/x\.ods/);
    });
  });

  describe("the columns", () => {
    it("can't be used without a number: says so, and takes the keyboard there", async () => {
      await dialogue.ouvrir();
      await dialogue.choisir("x.csv", utf8(EXPORT + lignes(1)));
      await dialogue.bouton("Vérifier les colonnes").click();
      await dialogue.page.getByLabel("Champ de la colonne «\u00a0ID\u00a0»").selectOption("");
      await dialogue.bouton("Voir l’aperçu").click();
      const problems = dialogue.page.locator("#liste-problemes");
      expect(await problems.textContent()).toContain("N° dossier");
      expect(await problems.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
      expect(dialogue.demandes("apiImportEtager")).toEqual([]);
    });

    it("go where they were put, and are sent to be remembered", async () => {
      await dialogue.ouvrir({ apiImportApercu: [COMPLET] });
      await dialogue.choisir("x.csv", utf8(EXPORT + lignes(1)));
      await dialogue.bouton("Vérifier les colonnes").click();
      await dialogue.page
        .getByLabel("Champ de la colonne «\u00a0Instructeurs\u00a0»")
        .selectOption("contact");
      await dialogue.page.getByLabel("Filtrer les colonnes du fichier").fill("instr");
      expect(await dialogue.page.locator("tbody tr:visible").count()).toBe(1);
      expect(await dialogue.page.locator("tbody tr:visible td").last().textContent()).toBe(
        "votre choix",
      );
      await dialogue.bouton("Voir l’aperçu").click();
      await dialogue.attendreTitre(/^Aperçu/);
      const [sent] = dialogue.demandes<DemandeEtager>("apiImportEtager");
      expect(sent?.elements[0]).toMatchObject({
        dossier: { valeurs: { contact: "a@example.org" } },
      });
      expect(sent?.fin.colonnes.find(({ titre }) => titre === "Instructeurs")?.champ).toBe(
        "contact",
      );
    });
  });

  describe("a call that fails", () => {
    it("is made again: the chunk arrives, nobody is asked anything", async () => {
      await dialogue.ouvrir({
        apiImportEtager: [etage(1_000, 1_500), new Panne(), etage(1_500, 1_500)],
        apiImportApercu: [COMPLET],
      });
      await versApercu(1_500);
      const sent = dialogue.demandes<DemandeEtager>("apiImportEtager");
      expect(sent.map(({ debut }) => debut)).toEqual([0, 1_000, 1_000]);
      expect(new Set(sent.map(({ lot }) => lot)).size).toBe(1);
    });

    it("again and again: says how far it is, and goes on from there when asked", async () => {
      await dialogue.ouvrir({
        apiImportEtager: [
          etage(1_000, 1_500),
          new Panne(),
          new Panne(),
          new Panne(),
          etage(1_500, 1_500),
        ],
        apiImportApercu: [COMPLET],
      });
      await dialogue.choisir("x.csv", utf8(EXPORT + lignes(1_500)));
      await dialogue.bouton("Voir l’aperçu").click();
      expect(await dialogue.message()).toMatch(
        /1[\s\u202f]000 lignes sur 1[\s\u202f]500 sont déjà envoyées, rien n’est écrit/,
      );
      await dialogue.bouton("Reprendre l’envoi").click();
      await dialogue.attendreTitre(/^Aperçu/);
      const sent = dialogue.demandes<DemandeEtager>("apiImportEtager");
      expect(sent.map(({ debut }) => debut)).toEqual([0, 1_000, 1_000, 1_000, 1_000]);
    });

    it("while writing: the preview is there again, with what was ticked", async () => {
      await dialogue.ouvrir({
        apiImportApercu: [COMPLET],
        apiImportAppliquer: [new Panne(), FAIT],
      });
      await versApercu();
      await dialogue.page.getByRole("checkbox", { name: /4200000/ }).uncheck();
      await dialogue.bouton(/^Écrire dans/).click();
      expect(await dialogue.message()).toMatch(/Le serveur n’a pas répondu/);
      expect(await dialogue.page.getByRole("checkbox", { name: /4200000/ }).isChecked()).toBe(
        false,
      );
      await dialogue.bouton(/^Écrire dans/).click();
      await dialogue.attendreTitre(/^Import terminé/);
      const asked = dialogue.demandes("apiImportAppliquer");
      expect(asked[0]).toEqual(asked[1]);
      expect(asked[1]).toMatchObject({ empreinte: "e1", choix: { laisser: ["4200000"] } });
    });

    it("while opening: says so, and asks again", async () => {
      await dialogue.ouvrir({ apiImportOuvrir: [new Panne("PERMISSION_DENIED"), OUVERT] });
      expect(await dialogue.page.locator(".erreur").textContent()).toMatch(
        /Plusieurs comptes Google/,
      );
      await dialogue.bouton("Réessayer").click();
      await dialogue.attendreTitre(/^Choisir le fichier/);
    });
  });

  describe("the preview", () => {
    it("shows what is new, changed, refused, vanished, contradicted; counts what is ticked", async () => {
      await dialogue.ouvrir({ apiImportApercu: [COMPLET] });
      await versApercu();
      const tabs = await dialogue.page.getByRole("tab").allTextContents();
      expect(tabs).toEqual([
        "Nouveaux (2)",
        "Modifiés (1)",
        "Collectivité à choisir (1)",
        "Contradictions (1)",
        "Refusés (1)",
        "Disparus de l’export (1)",
      ]);
      const total = dialogue.page.locator(".total");
      expect(await total.textContent()).toContain(
        "2 nouveaux dossiers, 1 case modifiée dans 1 dossier",
      );
      await dialogue.page.getByRole("tab", { name: "Modifiés" }).click();
      await dialogue.page
        .getByRole("checkbox", { name: "Écrire Intitulé du projet du dossier 7" })
        .check();
      expect(await total.textContent()).toContain("2 cases modifiées");
      await dialogue.page.getByRole("checkbox", { name: /^7 Douai/ }).uncheck();
      expect(await total.textContent()).toBe(
        "Sera écrit\u00a0: 2 nouveaux dossiers. 4 dossiers inchangés.",
      );
      expect(
        await dialogue.page.getByRole("checkbox", { name: /^Écrire Coût total/ }).isDisabled(),
      ).toBe(true);
    });

    it("opens on what there is to look at", async () => {
      await dialogue.ouvrir({ apiImportApercu: [{ ...COMPLET, nouveaux: [] }] });
      await versApercu();
      expect(await dialogue.onglet("Modifiés").getAttribute("aria-selected")).toBe("true");
      expect(await dialogue.onglet("Nouveaux").getAttribute("aria-selected")).toBe("false");
    });

    it("writes nothing where nothing is ticked", async () => {
      await dialogue.ouvrir({ apiImportApercu: [COMPLET] });
      await versApercu();
      await dialogue.bouton("Tout décocher").click();
      await dialogue.page.getByRole("tab", { name: "Modifiés" }).click();
      await dialogue.page.getByRole("checkbox", { name: /^7 Douai/ }).uncheck();
      const write = dialogue.page.getByRole("button", { name: "Rien à écrire" });
      expect(await write.getAttribute("aria-disabled")).toBe("true");
      await write.press("Enter");
      expect(dialogue.demandes("apiImportAppliquer")).toEqual([]);
    });

    it("asks for another one when the sheet changed meanwhile, and keeps what was chosen", async () => {
      const change = {
        kind: "change",
        message: "Le suivi a changé.",
        differences: ["4200001\u00a0: déjà dans le suivi."],
      };
      await dialogue.ouvrir({
        apiImportApercu: [COMPLET, { ...COMPLET, empreinte: "e2" }],
        apiImportAppliquer: [change, FAIT],
      });
      await versApercu();
      await dialogue.page.getByRole("checkbox", { name: /4200000/ }).uncheck();
      await dialogue.page.getByRole("tab", { name: "Collectivité" }).click();
      await dialogue.page.getByLabel("Collectivité du dossier 4200001").selectOption("c1");
      await dialogue.bouton(/^Écrire dans/).click();
      expect(await dialogue.message()).toBe(
        "Le suivi a changé.\n4200001\u00a0: déjà dans le suivi.",
      );
      await dialogue.bouton("Voir le nouvel aperçu").click();
      await dialogue.attendreTitre(/^Aperçu/);
      await dialogue.bouton(/^Écrire dans/).click();
      await dialogue.attendreTitre(/^Import terminé/);
      expect(dialogue.demandes("apiImportAppliquer")[1]).toMatchObject({
        empreinte: "e2",
        choix: { laisser: ["4200000"], collectivites: [{ numero: "4200001", cle: "c1" }] },
      });
    });

    it("holds 20 lines of 5 000 in the page; a search finds the others", async () => {
      const many = Array.from({ length: 5_000 }, (_, index) => nouveau(index));
      await dialogue.ouvrir({ apiImportApercu: [{ ...APERCU, nouveaux: many }] });
      await versApercu();
      const boxes = dialogue.page.getByRole("checkbox");
      expect(await boxes.count()).toBe(20);
      expect(await dialogue.page.locator(".ou").textContent()).toMatch(
        /^1 à 20 sur 5[\s\u202f]000$/,
      );
      await dialogue.bouton("Suivants ›").click();
      expect(await dialogue.page.locator(".ou").textContent()).toMatch(
        /^21 à 40 sur 5[\s\u202f]000$/,
      );
      await dialogue.page.getByRole("searchbox").fill("ville 4999");
      expect(await boxes.count()).toBe(1);
      await boxes.uncheck();
      expect(await dialogue.page.locator(".total").textContent()).toMatch(
        /4[\s\u202f]999 nouveaux dossiers/,
      );
    });
  });

  describe("an import left in the middle", () => {
    const enAttente = [{ lot: "lot-ancien-1", fichier: "mai.xlsx", recus: 25, total: 25 }];

    it("is taken up again at its preview", async () => {
      await dialogue.ouvrir({
        apiImportOuvrir: [{ ...OUVERT, enAttente }],
        apiImportApercu: [COMPLET],
      });
      await dialogue.bouton("Reprendre à l’aperçu").click();
      await dialogue.attendreTitre(/^Aperçu/);
      expect(dialogue.demandes("apiImportApercu")).toEqual([{ lot: "lot-ancien-1" }]);
    });

    it("is given up", async () => {
      await dialogue.ouvrir({
        apiImportOuvrir: [{ ...OUVERT, enAttente }, OUVERT],
        apiImportAbandonner: [{ kind: "fait", message: "Abandonné." }],
      });
      await dialogue.bouton("Abandonner cet import").click();
      expect(await dialogue.message()).toBe("Abandonné.");
      expect(await dialogue.page.getByText("n’a pas été terminé").count()).toBe(0);
    });
  });

  describe("with the keyboard, and to those who listen", () => {
    it("goes from the file to the result, each screen at its heading", async () => {
      await dialogue.ouvrir({
        apiImportApercu: [COMPLET],
        apiImportAppliquer: [FAIT],
        apiImportAnnuler: [{ kind: "fait", message: "Comme avant." }],
      });
      const focused = () => dialogue.page.evaluate("document.activeElement.textContent");
      const chooser = dialogue.page.waitForEvent("filechooser");
      await dialogue.page.keyboard.press("Tab");
      await dialogue.page.keyboard.press("Enter");
      await (await chooser).setFiles({
        name: "x.csv",
        mimeType: "",
        buffer: Buffer.from(utf8(EXPORT + lignes(2))),
      });
      await dialogue.attendreTitre(/^Ce que contient/);
      expect(await focused()).toMatch(/^Ce que contient/);
      await dialogue.page.getByRole("button", { name: "Voir l’aperçu" }).press("Enter");
      await dialogue.attendreTitre(/^Aperçu/);
      expect(await focused()).toMatch(/^Aperçu/);
      await dialogue.page.getByRole("tab", { name: "Nouveaux" }).press("ArrowRight");
      expect(await focused()).toBe("Modifiés (1)");
      await dialogue.page.keyboard.press("End");
      expect(await focused()).toBe("Disparus de l’export (1)");
      await dialogue.page.keyboard.press("Home");
      await dialogue.page.getByRole("button", { name: /^Écrire dans/ }).press("Enter");
      await dialogue.attendreTitre(/^Import terminé/);
      await expect
        .poll(() => dialogue.page.getByRole("status").first().textContent())
        .toBe("Import terminé");
      await dialogue.page.getByRole("button", { name: "Annuler cet import" }).press("Enter");
      expect(await focused()).toBe("Oui, annuler l’import");
      await dialogue.page.keyboard.press("Enter");
      await expect.poll(() => dialogue.message()).toBe("Comme avant.");
      expect(dialogue.demandes("apiImportAnnuler")).toEqual([{ lot: "L1" }]);
    });

    it("has nothing that axe finds, on any screen", async () => {
      const found: Record<string, readonly string[]> = {};
      const look = async (screen: string) => {
        found[screen] = await dialogue.fautes();
      };
      const enAttente = [{ lot: "lot-ancien-1", fichier: "mai.xlsx", recus: 5, total: 25 }];
      await dialogue.ouvrir({
        apiImportOuvrir: [{ ...OUVERT, enAttente }],
        apiImportApercu: [COMPLET],
        apiImportAppliquer: [FAIT],
      });
      await look("fichier");
      await dialogue.choisir("x.csv", utf8(""));
      await dialogue.message();
      await look("refus");
      await dialogue.choisir(
        "x.xlsx",
        xlsx(
          `<row>${["ID", "État du dossier", "Déposé le", "Instructeurs", "Observations", "Observations"].map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row><row><c><v>12</v></c><c t="inlineStr"><is><t>Accepté</t></is></c><c s="3"><v>44377</v></c></row>`,
        ),
      );
      await dialogue.attendreTitre(/^Ce que contient/);
      await look("contenu");
      await dialogue.bouton("Vérifier les colonnes").click();
      await look("colonnes");
      await dialogue.bouton("Voir l’aperçu").click();
      await dialogue.attendreTitre(/^Aperçu/);
      for (const tab of await dialogue.page.getByRole("tab").all()) {
        await tab.click();
        await look(`aperçu, ${await tab.textContent()}`);
      }
      await dialogue.bouton(/^Écrire dans/).click();
      await dialogue.attendreTitre(/^Import terminé/);
      await look("résultat");
      expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
      expect(Object.keys(found).length).toBeGreaterThan(10);
      expect(dialogue.errors).toEqual([]);
    });
  });
});
