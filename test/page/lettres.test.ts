import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Atelier, installe } from "../app/aides/atelier.js";
import { poser } from "../app/aides/poser.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

/** Writes into a cell as a person would. */
function type({ host }: Atelier, sheet: string, row: number, column: number, value: string): void {
  poser(host, sheet, row, column, value);
}

/** Row of a key of the settings. */
function rowOf({ host }: Atelier, cle: string): number {
  return host.values("Paramètres").findIndex(([key]) => key === cle) + 1;
}

describe.skipIf(!CHROMIUM)("the dialog of letters", () => {
  let bundle: Atelier;
  let dialog: PageSeule;
  const printed = () => dialog.page.evaluate("window.printed ?? 0");
  const refresh = () => dialog.page.getByRole("button", { name: "Actualiser" }).click();

  beforeAll(async () => {
    bundle = installe("suivi-seine-et-marne.xlsx");
    const script = (entree: string, demande: unknown) => bundle.api(entree, demande);
    dialog = await openPage("Lettres.html", script, { width: 900, height: 640 });
    await dialog.page.evaluate(
      "window.print = () => { window.printed = (window.printed ?? 0) + 1; }",
    );
    await dialog.page.locator("#comite").waitFor();
    await dialog.page.locator("#comite").selectOption("2021-07-08");
    await dialog.page.getByRole("heading", { name: "8 lettres" }).waitFor();
  });
  afterAll(() => dialog?.stop());

  it("says first who lacks what, and ticks no such letter", async () => {
    const warning = dialog.page.locator(".liste .message.attention");
    expect(await warning.textContent()).toContain("8 lettres à compléter");
    expect(await warning.textContent()).toContain("clé prefecture des Paramètres");
    expect(await dialog.page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    expect(await dialog.page.locator(".feuille mark").first().textContent()).toContain(
      "prefecture",
    );
  });

  it("asks once more before it prints a letter with a gap", async () => {
    await dialog.page.getByRole("button", { name: "Tout cocher" }).click();
    await dialog.page.getByRole("button", { name: "Imprimer 8 lettres" }).click();
    expect(await printed()).toBe(0);
    expect(await dialog.page.locator("#message").textContent()).toContain(
      "8 lettres cochées ont des champs à compléter",
    );
    await dialog.page.getByRole("button", { name: "Imprimer quand même" }).click();
    expect(await printed()).toBe(1);
  });

  it("shows each letter whole once the gap is filled, ready to print", async () => {
    type(bundle, "Paramètres", rowOf(bundle, "prefecture"), 2, "Préfecture de Seine-et-Marne");
    await refresh();
    await dialog.page.getByRole("button", { name: "Imprimer 8 lettres" }).waitFor();
    const first = await dialog.page.locator(".feuille").first().textContent();
    expect(first).toContain("Préfecture de Seine-et-Marne");
    expect(first).toContain("30\u00a0000\u00a0€ (trente mille euros)");
    expect(await dialog.page.locator(".feuille mark").count()).toBe(0);
    await dialog.page.getByRole("button", { name: "Imprimer 8 lettres" }).click();
    expect(await printed()).toBe(2);
  });

  it("prints what is ticked alone, one letter a page", async () => {
    const pages = async () => {
      const file = await dialog.page.pdf({ preferCSSPageSize: true });
      return file.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    };
    expect(await pages()).toBe(8);
    await dialog.page.getByRole("checkbox").nth(1).uncheck();
    await dialog.page.getByRole("checkbox").nth(7).uncheck();
    expect(await pages()).toBe(6);
    await dialog.page.emulateMedia({ media: "print" });
    expect(await dialog.page.locator(".outils").first().isVisible()).toBe(false);
    expect(await dialog.page.locator(".feuille").nth(0).isVisible()).toBe(true);
    expect(await dialog.page.locator(".feuille").nth(1).isVisible()).toBe(false);
    await dialog.page.emulateMedia({ media: "screen" });
  });

  it("prints nothing where nothing is ticked, and says so", async () => {
    const before = await printed();
    await dialog.page.getByRole("button", { name: "Tout décocher" }).click();
    await dialog.page.getByRole("button", { name: "Imprimer les lettres cochées" }).click();
    expect(await dialog.page.locator("#message").textContent()).toContain("Cochez au moins une");
    expect(await printed()).toBe(before);
  });

  it("copies a letter", async () => {
    await dialog.page.getByRole("button", { name: /^Copier la lettre, Melun/ }).click();
    await dialog.page.getByText("Lettre copiée\u00a0: Melun.").first().waitFor();
  });

  it("names an unknown field and what is known, and comes back once it is mended", async () => {
    const [, , text] = bundle.host.values("Modèles")[1] ?? [];
    type(bundle, "Modèles", 2, 3, `${text} {{montan}}`);
    await refresh();
    const message = dialog.page.locator("#message");
    await message.getByText("{{montan}}").waitFor();
    expect(await message.textContent()).toContain("montant_lettres");
    expect(await dialog.page.locator(".feuille").count()).toBe(0);
    type(bundle, "Modèles", 2, 3, String(text));
    await refresh();
    await dialog.page.getByRole("heading", { name: "8 lettres" }).waitFor();
  });

  it("shows what a cell holds as text, never as markup", async () => {
    const headers = bundle.host.values("Tableau de suivi");
    const at = headers.findIndex((row) => row.includes("4118950")) + 1;
    const title = headers
      .find((row) => row.includes("4118950"))
      ?.findIndex((cell) => String(cell).startsWith("Signalement"));
    type(bundle, "Tableau de suivi", at, (title ?? 0) + 1, "<img src=x onerror=alert(1)>");
    await refresh();
    await dialog.page.locator(".feuille", { hasText: "<img src=x" }).first().waitFor();
    expect(await dialog.page.locator(".feuille img").count()).toBe(0);
  });

  it("gives axe nothing to say", async () => {
    expect(await faultsOf(dialog.page)).toEqual([]);
    expect(dialog.errors).toEqual([]);
  });

  it("says what went wrong and offers to try again", async () => {
    const lock = bundle.host.locks.get("document");
    if (lock) lock.heldElsewhere = true;
    await refresh();
    await dialog.page.getByText("Une autre personne enregistre").first().waitFor();
    if (lock) lock.heldElsewhere = false;
    await dialog.page.getByRole("button", { name: "Réessayer" }).click();
    await dialog.page.getByRole("heading", { name: "8 lettres" }).waitFor();
  });
});
