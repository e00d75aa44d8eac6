import { readFile } from "node:fs/promises";
import * as XLSX from "@e965/xlsx";
import { afterEach, describe, expect, it } from "vitest";
import { type Atelier, atelier, plain } from "../app/aides/atelier.js";
import { classeur, jour, onglet, type Saisie } from "../app/aides/saisie.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

const ENTETES = [
  "N° dossier",
  "Porteur",
  "Intitulé du projet",
  "État",
  "Montant accordé",
  "Date de fin",
  "Décidé le",
  "Prestataires",
];

const LIGNES: readonly (readonly Saisie[])[] = [
  [
    "01004",
    "Ville d’Été",
    "=1+1",
    "Retenu",
    12_000.5,
    jour("2022-03-31"),
    jour("2021-06-10"),
    "Atelier (59)",
  ],
  [
    "2",
    "Ville",
    "- de papier ; + de services",
    "Retenu",
    8_000,
    jour("2022-06-30"),
    jour("2021-06-10"),
    "Atelier (59)",
  ],
];

describe.skipIf(!CHROMIUM)("the dialog that prepares a sending", () => {
  let opened: PageSeule;
  let script: Atelier;
  afterEach(() => opened?.stop());

  const open = async (reports: readonly string[] = ["2021-06"]) => {
    script = atelier(classeur([onglet("Suivi", [ENTETES, ...LIGNES])]));
    script.api("apiInstaller", { guichet: "HDF", prefecture: "Préfecture du Nord" });
    for (const mois of reports) script.api("apiRapportDitp", { mois, telQuel: true });
    opened = await openPage("Envoi.html", (entree, demande) => script.api(entree, demande ?? {}), {
      width: 720,
      height: 620,
    });
    return opened.page;
  };

  const download = async (button: RegExp) => {
    const waiting = opened.page.waitForEvent("download");
    await opened.page.getByRole("button", { name: button }).click();
    const file = await waiting;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };

  it("shows recipient, subject and body, ready to be copied", async () => {
    const page = await open();
    expect(await page.getByLabel("Destinataire", { exact: true }).inputValue()).toBe(
      "fondsdetransformation@modernisation.gouv.fr",
    );
    expect(await page.getByLabel("Objet", { exact: true }).inputValue()).toBe(
      "FITN7 axe 3 – lauréats – juin 2021 – Préfecture du Nord",
    );
    expect(plain(await page.getByLabel("Message", { exact: true }).inputValue())).toContain(
      "2 lauréats, 20 000,50 €.",
    );
    await page.getByLabel("Objet", { exact: true }).fill("Été & envoi ?");
    const mail = await page
      .getByRole("link", { name: "Ouvrir dans ma messagerie" })
      .getAttribute("href");
    expect(mail).toContain("subject=%C3%89t%C3%A9%20%26%20envoi%20%3F");
    expect(await faultsOf(page)).toEqual([]);
    expect(opened.errors).toEqual([]);
  });

  it.each(["xlsx", "ods"])("gives the report as .%s, each value of its type", async (kind) => {
    await open();
    const { name, bytes } = await download(new RegExp(`\\.${kind}`));
    expect(name).toBe(`DITP 2021-06.${kind}`);
    const sheet = XLSX.read(bytes, { cellNF: true }).Sheets["DITP 2021-06"] ?? {};
    const cells = Object.values(sheet) as XLSX.CellObject[];
    const holding = (value: unknown) => cells.find((cell) => cell.v === value);
    expect(holding("01004")?.t).toBe("s");
    expect(holding("=1+1")).toMatchObject({ t: "s" });
    expect(holding("=1+1")?.f).toBeUndefined();
    expect(holding("- de papier ; + de services")?.t).toBe("s");
    expect(holding(12_000.5)?.t).toBe("n");
    const end = cells.find(
      ({ v }) => v === 44_651 || (v instanceof Date && v.getUTCFullYear() === 2022),
    );
    expect(end?.z).toMatch(/d.*m.*y|m.*d.*y/i);
    const texts = cells.map(({ v }) => String(v));
    expect(texts.some((text) => text.startsWith("Ce qui manque"))).toBe(false);
    expect(cells.every(({ f }) => f === undefined)).toBe(true);
  });

  it("adds what is missing where it is asked for", async () => {
    await open();
    await opened.page.getByLabel(/Avec le bas de l’onglet/).check();
    const { bytes } = await download(/\.xlsx/);
    const rows = XLSX.utils.sheet_to_json<unknown[]>(
      XLSX.read(bytes).Sheets["DITP 2021-06"] ?? {},
      { header: 1 },
    );
    expect(rows.flat().some((cell) => String(cell).startsWith("Ce qui manque"))).toBe(true);
  });

  it("gives the list alone as .csv, where no text is a formula", async () => {
    await open();
    const { name, bytes } = await download(/\.csv/);
    expect(name).toBe("DITP 2021-06.csv");
    const [header, first, second, ...rest] = bytes.toString("utf8").split("\r\n");
    expect(header).toMatch(/^\ufeff"N° dossier";"Guichet";"Collectivité porteuse"/);
    expect(first).toMatch(/^"01004";"HDF";"Ville d’Été";"'=1\+1";12000,50;31\/03\/2022;/);
    expect(second).toContain('"\'- de papier ; + de services"');
    expect(rest).toEqual([""]);
  });

  it("marks the report as sent after a second press, then says so", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Marquer comme transmis…" }).click();
    await page.getByRole("button", { name: "Annuler" }).click();
    expect(script.host.values("Envois").filter(([cell]) => cell === "DITP")).toHaveLength(0);
    await page.getByRole("button", { name: "Marquer comme transmis…" }).click();
    await page.getByRole("button", { name: "Oui, figer cet onglet" }).click();
    await page.getByText("Transmis le 15/07/2021").waitFor();
    expect(plain(await page.locator("#message").textContent())).toContain(
      "« DITP 2021-06 » est marqué comme transmis",
    );
    expect(script.host.values("Envois")[1]?.[0]).toBe("DITP");
  });

  it("begins with the latest report that was not sent, and goes to another", async () => {
    const page = await open(["2021-06", "2021-07"]);
    const select = page.getByLabel("Rapport", { exact: true });
    expect(await select.inputValue()).toBe("DITP 2021-07");
    await select.selectOption("DITP 2021-06");
    await expect
      .poll(() => page.getByLabel("Objet", { exact: true }).inputValue())
      .toContain("juin 2021");
  });

  it("says what to do where there is no report", async () => {
    const page = await open([]);
    await page.getByText("Aucun rapport dans ce classeur").waitFor();
  });
});
