import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "../app/aides/atelier.js";
import { Atelier, CHROMIUM, example } from "./atelier.js";

/** How many times Tab is pressed before something counts as out of the keyboard's reach. */
const FAR = 80;

describe.skipIf(!CHROMIUM)("a committee in the local page, by keyboard alone", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
    await atelier.menu("FITN7", "Installer le suivi");
    await atelier.answer({ text: "Camille Martin" });
    await atelier.answer();
    await atelier.showSheet("Dossiers 2021");
    await atelier.menu("FITN7", "Comité de sélection");
  });
  afterAll(() => atelier?.stop());

  const panel = () => atelier.page.frameLocator("#volet iframe");
  const press = (keys: string) => atelier.page.keyboard.press(keys);
  const heading = (name: string | RegExp) =>
    panel().getByRole("heading", { name, level: 2 }).waitFor();
  /** What the focus is on in the sidebar: text of a button, label of a field. */
  const focus = () =>
    panel()
      .locator("body")
      .evaluate((body) => {
        const on = body.ownerDocument.activeElement;
        const label = body.ownerDocument.querySelector(`label[for="${on?.id}"]`);
        return ((label ?? on)?.textContent ?? "").replace(/\u00a0/g, " ").trim();
      });
  const tabTo = async (name: string, tab = "Tab"): Promise<void> => {
    for (let count = 0; count < FAR; count++) {
      if ((await focus()) === name) return;
      await press(tab);
    }
    throw new Error(`Tab does not reach ${name}.`);
  };
  const run = async (name: string, tab?: string): Promise<void> => {
    await tabTo(name, tab);
    await press("Enter");
  };

  it("is opened in the sidebar, with the focus in it", async () => {
    await heading("Colonnes à ajouter");
    expect(await panel().locator("html").getAttribute("lang")).toBe("fr");
    await expect.poll(focus).toBe("Colonnes à ajouter");
  });

  it("creates the committee and its agenda", async () => {
    await run("Ajouter ces colonnes");
    await heading("Séance");
    await tabTo("Nom");
    await press("Control+a");
    await atelier.page.keyboard.type("Comité d’essai");
    await run("Créer le comité");
    await heading("Ordre du jour");
    await run("Inscrire des dossiers");
    await run("Cocher tous les dossiers trouvés");
    await run("Inscrire 9 dossiers");
    await panel().getByText("0 décidé sur 9").waitFor();
  });

  it("decides three dossiers one after the other", async () => {
    await press("Alt+ArrowDown");
    await heading("Dossier 4306077");
    await panel().getByRole("group", { name: "Avis du comité" }).waitFor();
    await run("Aller à la décision");
    await press("Space");
    await tabTo("Montant (€)");
    await atelier.page.keyboard.type("15 100");
    await press("Control+Enter");
    await expect.poll(focus).toBe("Dossier suivant : 4307036");

    await press("Enter");
    await heading("Dossier 4307036");
    await panel().getByRole("group", { name: "Avis du comité" }).waitFor();
    await run("Aller à la décision");
    await press("Space");
    await press("ArrowDown");
    await tabTo("Motif (obligatoire)");
    await atelier.page.keyboard.type("Projet trop peu avancé");
    await run("Enregistrer la décision");
    await expect.poll(focus).toBe("Dossier suivant : 4307173");

    await press("Enter");
    await heading("Dossier 4307173");
    await panel().getByRole("group", { name: "Avis du comité" }).waitFor();
    await run("Aller à la décision");
    await press("Space");
    await tabTo("Taux (%)");
    await atelier.page.keyboard.type("0,5");
    await press("Control+Enter");
    await expect.poll(focus).toBe("Dossier suivant : 4307721");
  });

  it("shows the envelope that the sheet shows", async () => {
    await run("Séance", "Shift+Tab");
    await heading("Séance");
    const text = plain(await panel().locator("#vue").textContent());
    const left = /MARNE-V1 : [\d ,]+ € accordés sur 270 000 €, reste ([\d ,]+) €\./.exec(text)?.[1];
    await atelier.showSheet("Enveloppes");
    const total = await cellBeside(atelier, "Total");
    expect(left).toBe(total);
  });

  it("opens the dossier of the active row, wherever its row is", async () => {
    await atelier.showSheet("Dossiers 2021");
    await atelier.goTo("B11");
    const numero = await atelier.shown("A11");
    await panel().getByRole("button", { name: "Ordre du jour", exact: true }).first().click();
    await panel().getByRole("button", { name: "Dossier de la ligne active" }).click();
    await heading(`Dossier ${numero}`);
    expect(atelier.errors).toEqual([]);
  });
});

/** What is left of the first envelope of the tab, under « Reste », as it is shown. */
async function cellBeside(atelier: Atelier, row: string): Promise<string> {
  for (let line = 1; line < 20; line++) {
    if ((await atelier.shown(`A${line}`)) === row) {
      return plain(await atelier.shown(`G${line}`)).replace(/ €$/, "");
    }
  }
  throw new Error(row);
}
