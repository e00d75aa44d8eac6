import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Atelier, CHROMIUM, example } from "./atelier.js";

describe.skipIf(!CHROMIUM)("the add-in in the local page", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"));
  });
  afterAll(() => atelier?.stop());

  it("is installed from the menu, asking a name once", async () => {
    await atelier.menu("FITN7", "Installer le suivi");
    expect(await atelier.answer({ text: "Camille Martin" })).toContain("votre nom");
    expect(await atelier.answer()).toContain(
      "Suivi installé sur l’onglet «\u00a0Dossiers 2021\u00a0»",
    );
  });

  it("offers the values of a list, and writes the one that is chosen", async () => {
    await atelier.showSheet("Comités");
    await atelier.goTo("D2");
    await atelier.page.keyboard.press("F2");
    await atelier.page.getByText("tenu", { exact: true }).click();
    await expect.poll(() => atelier.shown("D2")).toBe("tenu");
  });

  it("asks before a protected tab is changed", async () => {
    await atelier.showSheet("Journal");
    await atelier.type("A90", "essai");
    expect(await atelier.answer({ button: "Non" })).toContain("protégée");
    await expect.poll(() => atelier.shown("A90")).toBe("");
    await atelier.type("A90", "essai");
    await atelier.answer({ button: "Oui" });
    await expect.poll(() => atelier.shown("A90")).toBe("essai");
  });

  it("shows other rates once another guichet is chosen", async () => {
    await atelier.showSheet("Dossiers 2021");
    await atelier.type("X4", '=FITN_TAUX(80000;"3a";GUICHET)');
    await expect.poll(() => atelier.shown("X4")).toBe("0,8");
    await atelier.menu("FITN7", "Choisir le guichet");
    const list = await atelier.page.locator("dialog[open] .texte").textContent();
    const number = /(\d+)\. IDF-V1/.exec(list ?? "")?.[1];
    await atelier.answer({ text: number ?? "" });
    expect(await atelier.answer()).toContain("IDF-V1");
    await expect.poll(() => atelier.shown("X4")).toBe("0,5");
  });

  it("makes the monthly report, in a tab of its own", async () => {
    await atelier.menu("FITN7", "Rapport mensuel DITP");
    await atelier.answer({ text: "2021-06" });
    expect(await atelier.answer()).toContain("DITP 2021-06");
    await atelier.showSheet("DITP 2021-06");
    await expect.poll(() => atelier.shown("A1")).toContain("juin 2021");
  });

  it("takes the whole action back in one step", async () => {
    await atelier.page.getByRole("button", { name: "Annuler (Ctrl+Z)" }).click();
    const tab = atelier.page.locator("#grille").getByText("DITP 2021-06", { exact: true });
    await expect.poll(() => tab.count()).toBe(0);
  });

  it("carries to its pages what google.script.run carries, and nothing else", async () => {
    await atelier.menu("FITN7", "Aide");
    await atelier.page.frameLocator("iframe").getByRole("heading", { level: 1 }).waitFor();
    const frame = atelier.page.frames().find((one) => one !== atelier.page.mainFrame());
    const result = await frame?.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: Google's client gives no types to its pages.
      const { run } = (globalThis as any).google.script;
      const call = (name: string, ...args: unknown[]) =>
        new Promise((resolve) => {
          run
            .withSuccessHandler((value: unknown) => resolve({ value }))
            .withFailureHandler((error: Error) => resolve({ failure: error.message }))
            [name](...args);
        });
      const thrown = (work: () => void) => {
        try {
          work();
          return "";
        } catch (error) {
          return String(error);
        }
      };
      return {
        answer: await call("apiChoisirGuichet", { guichet: "MARNE-V1" }),
        unknown: await call("rien"),
        date: thrown(() => run.apiInstaller(new Date())),
        private: typeof run.secret_,
        many: (await Promise.all(
          Array.from({ length: 25 }, () => call("apiChoisirGuichet", { guichet: "MARNE-V1" })),
        )) as object[],
      };
    });
    expect(result?.answer).toMatchObject({ value: { kind: "fait" } });
    expect(result?.unknown).toMatchObject({ failure: expect.stringContaining("rien") });
    expect(result?.date).toContain("Date");
    expect(result?.private).toBe("undefined");
    expect(result?.many.filter((one) => "value" in one)).toHaveLength(25);
    await atelier.page.keyboard.press("Escape");
    await atelier.page.locator("dialog").waitFor({ state: "detached" });
    expect(atelier.errors).toEqual([]);
  });
});
