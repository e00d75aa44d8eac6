import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../app/aides/atelier.js";
import { CHROMIUM } from "./atelier.js";
import { COMITE, Seance } from "./seance.js";

const PRUNAY = "4306077";

describe.skipIf(!CHROMIUM)("a committee that changes once it exists", () => {
  let seance: Seance;
  const day = () => seance.page.getByLabel("Date", { exact: true }).first();
  const open = async () => {
    await seance.button("Séance").click();
    await seance.page.getByText("Modifier ce comité").click();
  };
  beforeAll(async () => {
    seance = await Seance.prepared();
    await seance.goTo(PRUNAY);
    await seance.choose("Favorable");
    await seance.page.getByLabel("Montant (€)").fill("15 100");
    await seance.page.keyboard.press("Control+Enter");
    await seance.button(/^Dossier suivant/).waitFor();
    await seance.goTo("4307036");
    await seance.choose("Ajourné");
  });
  afterAll(() => seance?.stop());

  it("says anew when one is due, a decision having been recorded, and keeps what is typed meanwhile", async () => {
    const release = seance.hold();
    await open();
    await seance.page.getByText("septembre 2021, 9 dossiers en attente").waitFor();
    await seance.page.getByLabel("Membres présents").first().fill("Mme Durand");
    release();
    await seance.page.getByText("septembre 2021, 8 dossiers en attente").waitFor();
    expect(await seance.page.getByLabel("Membres présents").first().inputValue()).toBe(
      "Mme Durand",
    );
    await seance.button("Ordre du jour").first().click();
  });

  it("asks for a day and a name, and goes where they are typed", async () => {
    await open();
    expect(await seance.faults()).toEqual([]);
    await day().fill("");
    await seance.button("Enregistrer").click();
    expect(await seance.page.locator("input[type=date]:focus").count()).toBe(1);
    await seance.page.getByText("✗ Indiquez la date du comité.").waitFor();
    await day().fill("0021-07-20");
    await seance.button("Enregistrer").click();
    await seance.page.getByText("✗ Tapez l’année en quatre chiffres").waitFor();
    expect(seance.count("apiComiteModifier")).toBe(0);
  });

  it("says which decisions would change their day, and keeps what is typed meanwhile", async () => {
    await day().fill("2021-07-20");
    await seance.page.getByLabel("Membres présents").first().fill("Mme Durand");
    await seance.button("Enregistrer").click();
    expect(plain(await seance.said())).toContain(
      "1 décision est déjà enregistrée à la date du 15/07/2021 (4306077).",
    );
    expect(plain(await seance.focused())).toBe("Redater les décisions");
    expect(await day().inputValue()).toBe("2021-07-20");
    expect(await seance.faults()).toEqual([]);
  });

  it("takes them to the new day at one press", async () => {
    await seance.page.keyboard.press("Enter");
    await seance.page.locator("#message .fait").waitFor();
    expect(plain(await seance.said())).toBe(
      "Comité mis à jour. 1 décision est redatée du 15/07/2021 au 20/07/2021.",
    );
    await seance.button("Ordre du jour").first().click();
    await seance.page.getByText("1 décidé sur 9").waitFor();
  });

  it("takes the change back at one press", async () => {
    await open();
    await day().fill("2021-07-22");
    await seance.button("Enregistrer").click();
    await seance.button("Redater les décisions").click();
    await seance.page
      .locator("#message")
      .getByText("1 décision est redatée du 20/07/2021 au 22/07/2021.")
      .waitFor();
    expect(await seance.faults()).toEqual([]);
    await seance.button("Annuler").click();
    await seance.page
      .locator("#message")
      .getByText(/^Annulé, remis comme avant/)
      .waitFor();
    await seance.page.getByText("Modifier ce comité").click();
    expect(await day().inputValue()).toBe("2021-07-20");
    await seance.button("Ordre du jour").first().click();
    await seance.page.getByText("1 décidé sur 9").waitFor();
  });

  it("goes on under another name, with its agenda and what is typed and not recorded", async () => {
    await open();
    await seance.page.getByLabel("Nom", { exact: true }).first().fill("Comité d’été");
    await seance.button("Enregistrer").click();
    await seance.page.locator("#message .fait").waitFor();
    expect(await seance.page.getByRole("heading", { level: 1 }).textContent()).toBe("Comité d’été");
    expect(seance.cell(PRUNAY, "Comité")).toBe("Comité d’été");
    await seance.page.getByRole("heading", { name: "✎ 1 saisie non enregistrée" }).waitFor();
    await seance.button(/^4307036/).click();
    await seance.page.getByRole("group", { name: "Avis du comité" }).waitFor();
    expect(await seance.page.getByRole("radio", { name: "Ajourné", exact: true }).isChecked()).toBe(
      true,
    );
  });

  it("keeps the day that its name tells in step with its day, as long as nobody typed another name", async () => {
    const name = () => seance.page.getByLabel("Nom", { exact: true }).first();
    await open();
    await name().fill("Comité du 20/07/2021");
    await seance.button("Enregistrer").click();
    await seance.page.locator("#message .fait").waitFor();
    await open();
    for (const jour of ["22", "23"]) {
      await day().fill(`2021-07-${jour}`);
      await day().dispatchEvent("change");
      expect(await name().inputValue()).toBe(`Comité du ${jour}/07/2021`);
    }
    await name().fill("Comité d’été");
    await day().fill("2021-07-24");
    await day().dispatchEvent("change");
    expect(await name().inputValue()).toBe("Comité d’été");
  });

  it("keeps both once a decision is notified, and says why", async () => {
    seance.change(PRUNAY, "Avis comité", "Notifié");
    await open();
    await day().fill("2021-07-21");
    await seance.button("Enregistrer").click();
    expect(plain(await seance.said())).toContain("garde son nom et sa date");
    expect(await day().inputValue()).toBe("2021-07-21");
    expect(seance.atelier.host.values("Comités").flat()).not.toContain(COMITE);
    expect(seance.errors).toEqual([]);
  });
});
