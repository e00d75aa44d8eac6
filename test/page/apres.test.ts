import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Atelier, installe } from "../app/aides/atelier.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

describe.skipIf(!CHROMIUM)("the committee's sidebar after the session", () => {
  let bundle: Atelier;
  let panel: PageSeule;
  const button = (name: string | RegExp) => panel.page.getByRole("button", { name });
  const message = () => panel.page.locator("#message");
  /** States of the dossiers of July, by number. */
  const states = () => {
    const [headers = [], ...rows] = bundle.host.values("Suivi FITN7");
    const numero = headers.indexOf("N° dossier");
    const etat = headers.findIndex((title) => /décision|avis|état/i.test(String(title)));
    return new Map(rows.map((row) => [String(row[numero]), row[etat]]));
  };

  beforeAll(async () => {
    bundle = installe("suivi-nord.xlsx");
    bundle.api("apiComiteColonnes", {});
    bundle.api("apiComiteCreer", { nom: "Comité de juillet", date: "2021-07-09", presents: "" });
    panel = await openPage("Comite.html", (entree, demande) => bundle.api(entree, demande));
    await button("Ouvrir l’ordre du jour").click();
    await button("Après la séance").click();
    await panel.page.getByLabel("Nouvel état").waitFor();
  });
  afterAll(() => panel?.stop());

  it("says when to notify, with the source, and what the document does not provide for", async () => {
    const text = (await panel.page.locator("#vue").textContent()) ?? "";
    expect(text).toContain("la semaine du 12/07/2021 au 18/07/2021 (HDF,");
    expect(text).toContain("non prévue par HDF");
    expect(await button("Information régionale").count()).toBe(0);
  });

  it("makes the record, and says what it lacks", async () => {
    await button("Relevé de décisions").click();
    await panel.page.getByText("Déjà faits\u00a0: Relevé 2021-07-09.").waitFor();
    expect(await message().textContent()).toContain("10 avis favorables (314\u00a0166,66\u00a0€)");
    expect(await message().textContent()).toContain("motif du refus absent");
    expect(bundle.host.values("Relevé 2021-07-09").length).toBeGreaterThan(10);
  });

  it("marks nothing until a dossier is ticked", async () => {
    const before = states();
    expect(await panel.page.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await button("Marquer les dossiers cochés").click();
    expect(await message().textContent()).toContain("Cochez au moins un dossier.");
    expect(states()).toEqual(before);
  });

  it("takes the ticked ones to the state, by keyboard, and undoes it in one go", async () => {
    const before = states();
    await button("Cocher les 10 dossiers dont c’est l’étape suivante").focus();
    await panel.page.keyboard.press("Enter");
    await panel.page.getByLabel("Date", { exact: true }).fill("2021-07-12");
    await button("Marquer les dossiers cochés").focus();
    await panel.page.keyboard.press("Enter");
    await message().getByText("10 dossiers passent à «\u00a0Notifié\u00a0».").waitFor();
    expect([...states().values()].filter((etat) => etat === "Notifié").length).toBe(
      [...before.values()].filter((etat) => etat === "Notifié").length + 10,
    );
    await message().getByRole("button", { name: "Annuler" }).click();
    await message().getByText("10 dossiers remis dans l’état d’avant.").waitFor();
    expect(states()).toEqual(before);
  });

  it("keeps what was ticked where every dossier is refused, and says why", async () => {
    await panel.page.getByLabel("Nouvel état").selectOption("Payé");
    expect(await panel.page.getByLabel("Date", { exact: true }).isVisible()).toBe(false);
    await panel.page.getByRole("checkbox").first().check();
    await button("Marquer les dossiers cochés").click();
    await message().getByText("Rien n’a été modifié.").waitFor();
    expect(await message().textContent()).toContain("l’étape suivante est «\u00a0Notifié\u00a0»");
    expect(await panel.page.getByRole("checkbox").first().isChecked()).toBe(true);
  });

  it("gives axe nothing to say, and fits 300 px", async () => {
    expect(await faultsOf(panel.page)).toEqual([]);
    expect(await panel.page.evaluate("document.documentElement.scrollWidth")).toBe(300);
    expect(panel.errors).toEqual([]);
  });
});
