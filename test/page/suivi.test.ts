import { afterEach, describe, expect, it } from "vitest";
import { type Atelier, atelier, lignes, plain } from "../app/aides/atelier.js";
import { classeur, jour, onglet } from "../app/aides/saisie.js";
import { CHROMIUM } from "./atelier.js";
import { faultsOf } from "./axe.js";
import { openPage, type PageSeule } from "./page-seule.js";

const DOSSIERS = onglet("Suivi", [
  ["N° dossier", "Porteur", "Intitulé du projet", "État", "Montant accordé", "Notifié le"],
  ["A", "Ville A", "Site des démarches", "Notifié", 20_000, jour("2021-03-15")],
  ["B", "Ville B", "Formation des agents", "Notifié", 9_000, jour("2021-06-15")],
]);

describe.skipIf(!CHROMIUM)("the sidebar of lauréats", () => {
  let opened: PageSeule;
  let script: Atelier;
  afterEach(() => opened?.stop());

  const open = async () => {
    script = atelier(classeur([DOSSIERS]), { le: "2021-07-16T10:00:00Z" });
    script.api("apiInstaller", { guichet: "HDF" });
    opened = await openPage("Suivi.html", (entree, demande) => script.api(entree, demande ?? {}));
    await opened.page.getByLabel(/^Lauréat \(/).waitFor();
    return opened.page;
  };
  const show = (name: string) =>
    opened.page.getByRole("navigation").getByRole("button", { name }).click();

  it("keeps a report of progress, and the lauréat is late no more", async () => {
    const page = await open();
    expect(plain(await page.locator("#vue .message").textContent())).toBe(
      "État d’avancement attendu le 15/06/2021 : en retard.",
    );
    await page.getByLabel("Statut").selectOption("En cours");
    await page.getByLabel(/^Pourcentage/).fill("40");
    await page.getByRole("button", { name: "Enregistrer l’avancement" }).click();
    await page.locator("#message .fait").waitFor();
    expect(await page.getByLabel(/^Lauréat \(0 en retard/).count()).toBe(1);
    expect(lignes(script.host, "Avancement")[1]?.slice(2, 4)).toEqual(["En cours", 0.4]);
    expect(opened.errors).toEqual([]);
  });

  it("takes back what was just kept, or what was kept last", async () => {
    const page = await open();
    const keep = async (statut: string) => {
      await page.getByLabel("Statut").selectOption(statut);
      await page.getByRole("button", { name: "Enregistrer l’avancement" }).click();
      await page.getByRole("button", { name: "Annuler", exact: true }).waitFor();
    };
    await keep("En cours");
    await keep("Bloqué");
    await page.getByRole("button", { name: "Annuler", exact: true }).click();
    await page.locator("#message").getByText("Annulé, remis comme avant").waitFor();
    expect(lignes(script.host, "Avancement")[1]?.[2]).toBe("En cours");
    await page.getByRole("button", { name: "Annuler ma dernière saisie" }).click();
    await page.getByLabel(/^Lauréat \(1 en retard/).waitFor();
    expect(lignes(script.host, "Avancement").length).toBe(1);
    await page.getByRole("button", { name: "Annuler ma dernière saisie" }).click();
    await page.locator("#message .erreur").waitFor();
    expect(plain(await page.locator("#message").textContent())).toContain(
      "Aucune de vos saisies n’est à annuler.",
    );
  });

  it("keeps what is typed while another lauréat or screen is looked at", async () => {
    const page = await open();
    await page.getByLabel("Commentaire").fill("maquettes validées");
    await show("Entreprises");
    await page.getByLabel(/^Lauréat \(/).selectOption("B");
    await show("Avancement");
    expect(await page.getByLabel("Commentaire").inputValue()).toBe("");
    await page.getByLabel(/^Lauréat \(/).selectOption("A");
    expect(await page.getByLabel("Commentaire").inputValue()).toBe("maquettes validées");
  });

  it("says which département is meant, refuses one that is none, and keeps what was typed", async () => {
    const page = await open();
    await show("Entreprises");
    await page.getByLabel("Entreprise", { exact: true }).fill("Atelier du Web");
    const head = page.getByLabel("Département du siège");
    await head.fill("corse du sud");
    await page.getByText("2A – Corse-du-Sud").waitFor();
    await head.fill("Atlantide");
    await page.getByRole("button", { name: "Enregistrer l’entreprise" }).click();
    await page.locator("#message .erreur").waitFor();
    expect(await head.inputValue()).toBe("Atlantide");
    await head.fill("2A");
    await page.getByRole("button", { name: "Enregistrer l’entreprise" }).click();
    await page.getByRole("listitem").filter({ hasText: "Atelier du Web (2A)" }).waitFor();
    expect(await head.inputValue()).toBe("");
    await page.getByRole("button", { name: "Compléter Atelier du Web" }).click();
    expect(await head.inputValue()).toBe("2A");
    await page.getByLabel(/^SIRET/).fill("123 456 789 00012");
    await page.getByRole("button", { name: "Enregistrer l’entreprise" }).click();
    await page.locator("#message .fait").waitFor();
    expect(lignes(script.host, "Entreprises").slice(1)).toEqual([
      expect.arrayContaining(["Atelier du Web", "12345678900012", "2A"]),
    ]);
  });

  it("gives a reminder to copy and passes over a due date with its reason", async () => {
    const page = await open();
    await show("Relance");
    await page.getByRole("button", { name: "Copier le texte" }).click();
    await page.getByRole("button", { name: "Passer cette échéance" }).click();
    await page.locator("#message .erreur").waitFor();
    await page.getByLabel("Motif").fill("Élections");
    await page.getByRole("button", { name: "Passer cette échéance" }).click();
    await page.getByText("Passer l’échéance du 15/09/2021").waitFor();
  });

  it("passes axe on each of its screens, 300 px wide, and nothing overflows", async () => {
    const page = await open();
    for (const name of ["Avancement", "Entreprises", "Relance", "Évaluation"]) {
      await show(name);
      expect(await faultsOf(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(300);
    }
  });
});
