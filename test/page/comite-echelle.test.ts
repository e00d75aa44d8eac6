import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EtatComite } from "../../src/app/comite/protocole.js";
import { plain } from "../app/aides/atelier.js";
import { CHROMIUM } from "./atelier.js";
import { COMITE, Seance } from "./seance.js";

const MANY = 5_000;

/** The agenda with many more dossiers than the workbook has. */
function crowded(answer: unknown): unknown {
  const etat = answer as EtatComite;
  const [first] = etat.kind === "ouvert" ? etat.dossiers : [];
  if (etat.kind !== "ouvert" || !first) return answer;
  const more = Array.from({ length: MANY }, (_, index) => ({
    ...first,
    numero: `9${String(index).padStart(6, "0")}`,
    porteur: `Commune n° ${index}`,
    comite: COMITE,
    decide: false,
  }));
  return { ...etat, dossiers: more };
}

describe.skipIf(!CHROMIUM)(`an agenda of ${MANY} dossiers`, () => {
  let seance: Seance;
  const rows = () => seance.page.locator(".liste li");
  beforeAll(async () => {
    seance = await Seance.prepared();
    seance.changed.set("apiComiteOuvrir", crowded);
    await seance.page.getByText("Autres actions").click();
    await seance.button("Actualiser").click();
    await seance.page.getByText(`0 décidé sur ${MANY}`).waitFor();
  });
  afterAll(() => seance?.stop());

  it("shows the first ones and their count, and more when asked", async () => {
    expect(await rows().count()).toBe(50);
    await seance.page.getByText("50 dossiers affichés sur 5000.").waitFor();
    await seance.button("Afficher 50 de plus").click();
    expect(await rows().count()).toBe(100);
    expect(await seance.focused()).toContain("9000050");
  });

  it("finds one of them as its number is typed", async () => {
    await seance.page.getByLabel("Rechercher").pressSequentially("9004321");
    await expect.poll(() => rows().count()).toBe(1);
    expect(plain(await rows().textContent())).toContain("Commune n° 4321");
    expect(seance.errors).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)("the committee's page at twice its size", () => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await Seance.prepared({ width: 150, height: 400 });
  });
  afterAll(() => seance?.stop());

  it.each([
    ["Séance", "Calendrier des comités"],
    ["Ordre du jour", "0 décidé sur 9"],
    ["Propositions", "Ajouter ces colonnes"],
    ["Après la séance", "Relevé de décisions"],
  ])("keeps « %s » within its width", async (screen, shown) => {
    await seance.button(screen).first().click();
    await seance.page.getByText(shown).first().waitFor();
    expect(await seance.overflow()).toBe(0);
    expect(await seance.faults()).toEqual([]);
  });

  it("keeps a decision over the envelope within its width, figures included", async () => {
    seance.change("4307036", "Montant sollicité", 290_000);
    await seance.goTo("4307036");
    await seance.choose("Favorable");
    await seance.page.getByLabel("Montant (€)").fill("290 000");
    await seance.page.getByText("Enveloppe dépassée de").waitFor();
    expect(await seance.overflow()).toBe(0);
    expect(await seance.faults()).toEqual([]);
  });
});

describe.skipIf(!CHROMIUM)("the dossier of the active row", () => {
  let seance: Seance;
  beforeAll(async () => {
    seance = await Seance.prepared();
  });
  afterAll(() => seance?.stop());

  it("says so where the row holds none", async () => {
    seance.atelier.host.select("Paramètres", "A1");
    await seance.button("Dossier de la ligne active").click();
    expect(await seance.said()).toContain("La ligne active ne porte pas de dossier.");
  });

  it("is shown off the agenda, and locked once it is notified", async () => {
    seance.select("4305392");
    await seance.button("Dossier de la ligne active").click();
    await seance.heading("Dossier 4305392").waitFor();
    await seance.page.getByText("hors ordre du jour").waitFor();
    await seance.page.getByRole("heading", { name: "Décision notifiée" }).waitFor();
    expect(await seance.page.getByRole("group", { name: "Avis du comité" }).count()).toBe(0);
    expect(await seance.faults()).toEqual([]);
  });

  it("leads to the other dossiers of its collectivité, and back", async () => {
    seance.change("4305392", "Porteur", "Prunay");
    seance.change("4305392", "Code INSEE", "");
    await seance.goTo("4306077");
    await seance.page.getByText("même porteur, d’après le nom seul").waitFor();
    expect(await seance.faults()).toEqual([]);
    await seance.button("4305392").click();
    await seance.heading("Dossier 4305392").waitFor();
    await seance.page.getByRole("heading", { name: "Décision notifiée" }).waitFor();
  });

  it("is reopened with a reason alone", async () => {
    await seance.button("Rouvrir la décision").click();
    await seance.page.getByText("Indiquez pourquoi la décision est rouverte.").waitFor();
    expect(seance.count("apiComiteRouvrir")).toBe(0);
    await seance.page.getByLabel("Motif de la réouverture").fill("Erreur de montant");
    await seance.button("Rouvrir la décision").click();
    await seance.page.getByRole("group", { name: "Avis du comité" }).waitFor();
    expect(seance.atelier.host.values("Journal").flat().join(" ")).toContain("Erreur de montant");
  });

  it("is notified again once its reopening is taken back", async () => {
    await seance.button("Annuler cette réouverture").click();
    await seance.page.getByRole("heading", { name: "Décision notifiée" }).waitFor();
    expect(await seance.faults()).toEqual([]);
  });

  it("is put on the agenda and taken off it from its own screen", async () => {
    seance.select("4309639");
    await seance.button("Ordre du jour").first().click();
    await seance.button("Dossier de la ligne active").click();
    await seance.button("Retirer de l’ordre du jour").click();
    await seance.button("Inscrire à l’ordre du jour").waitFor();
    expect(seance.cell("4309639", "Comité")).toBeNull();
    await seance.button("Inscrire à l’ordre du jour").click();
    await seance.button("Retirer de l’ordre du jour").waitFor();
    expect(seance.cell("4309639", "Comité")).toBe(COMITE);
    expect(seance.errors).toEqual([]);
  });
});
