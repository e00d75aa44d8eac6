import type { Page } from "playwright-core";
import type { Atelier } from "../../app/aides/atelier.js";
import type { PageSeule } from "../page-seule.js";
import { departement, exportCsv, prefecture, region, type Texte } from "./classeurs.js";

/** A page of the add-in, the workbook it is opened on, and what it needs before there is much to see. */
export interface Parcours {
  readonly page: string;
  readonly taille: { readonly width: number; readonly height: number };
  readonly ouvre: (texte: Texte) => Atelier;
  readonly avant?: (page: Page, texte: Texte) => Promise<void>;
  /** What is not pressed: it would leave behind what there is to see. */
  readonly jamais?: RegExp;
}

const VOLET = { width: 300, height: 800 };

/** Every page that is not the help, at the size Google gives it. */
export const PARCOURS: readonly Parcours[] = [
  { page: "Comite", taille: VOLET, ouvre: prefecture, jamais: /Créer le comité/ },
  { page: "Suivi", taille: VOLET, ouvre: prefecture },
  { page: "Simulation", taille: { width: 1100, height: 700 }, ouvre: prefecture },
  { page: "Lettres", taille: { width: 900, height: 640 }, ouvre: prefecture },
  { page: "Envoi", taille: { width: 720, height: 700 }, ouvre: prefecture },
  { page: "Archives", taille: { width: 460, height: 260 }, ouvre: prefecture },
  {
    page: "Import",
    taille: { width: 960, height: 680 },
    ouvre: prefecture,
    avant: async (page, texte) => {
      const name = `${texte("export").slice(0, 100)}.csv`;
      await page
        .locator("#fichier")
        .setInputFiles({ name, mimeType: "text/csv", buffer: exportCsv(texte) });
      await page.getByRole("heading", { name: /^Ce que contient/ }).waitFor();
    },
  },
  {
    page: "Consolider",
    taille: { width: 1000, height: 700 },
    ouvre: region,
    avant: async (page, texte) => {
      await page.getByLabel("Classeur du département").setInputFiles({
        name: `${texte("département").slice(0, 100)}.ods`,
        mimeType: "",
        buffer: departement(texte),
      });
      await page.getByLabel("Département", { exact: true }).fill("77");
      await page.getByRole("button", { name: "Continuer" }).click();
      await page.getByRole("button", { name: /^Consolider/ }).waitFor();
    },
  },
];

/** What a person could press now, by its place and its words. */
interface Commande {
  readonly cle: string;
  readonly rang: number;
  /** It leads to another screen: what is on this one comes first. */
  readonly ailleurs: boolean;
}

const COMMANDES = "main button, header button, nav button, summary, [role=tab]";

/** Waits until the page has its answers and has drawn them. */
async function calme({ page, out }: PageSeule): Promise<void> {
  do {
    await page.waitForTimeout(40);
    await page.evaluate(
      "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
    );
  } while (out() > 0);
}

/** The screen as one would name it: its headings and what can be pressed. */
function ecran(page: Page): Promise<string> {
  return page.evaluate((selector) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own globals.
    const { document } = globalThis as any;
    const texts = (wanted: string) =>
      Array.from<{ textContent: string }>(document.querySelectorAll(wanted)).map(
        ({ textContent }) => textContent.trim(),
      );
    const controls = new Set(texts(selector).map((text: string) => text.replace(/\d+/g, "0")));
    return [...texts("h1, h2, legend"), "|", ...controls]
      .join(" ")
      .replace(/\s+/g, " ")
      .slice(0, 400);
  }, COMMANDES);
}

function commandes(page: Page): Promise<readonly Commande[]> {
  return page.evaluate((selector) => {
    // biome-ignore lint/suspicious/noExplicitAny: the browser's own globals.
    const { document } = globalThis as any;
    const heading = document.querySelector("#vue h2")?.textContent ?? "";
    return [...document.querySelectorAll(selector)].flatMap((element, rang) => {
      const name = (element.getAttribute("aria-label") ?? element.textContent).trim();
      const usable = !element.disabled && element.checkVisibility();
      const cle = `${heading} ▸ ${name}`.replace(/\d+/g, "0");
      return usable ? [{ cle, rang, ailleurs: element.closest("nav, header") !== null }] : [];
    });
  }, COMMANDES);
}

/**
 * Goes through a page by pressing everything there is, each thing once a screen, and looks at each screen
 * it has not seen.
 *
 * @param texte what the workbook is filled with
 * @param regarde looks at the screen; its name says where it is
 * @param most presses, at most
 * @returns names of the screens
 */
export async function parcourir(
  opened: PageSeule,
  { avant, jamais }: Parcours,
  texte: Texte,
  regarde: (nom: string) => Promise<void>,
  most = 60,
): Promise<readonly string[]> {
  const { page } = opened;
  const seen = new Set<string>();
  const pressed = new Set<string>();
  const look = async () => {
    const nom = await ecran(page);
    if (seen.has(nom)) return;
    seen.add(nom);
    await regarde(nom);
  };
  await page.evaluate("window.print = () => {}");
  await calme(opened);
  await look();
  await avant?.(page, texte);
  await calme(opened);
  await look();
  for (let press = 0; press < most; press += 1) {
    const left = (await commandes(page)).filter(
      ({ cle }) => !pressed.has(cle) && !jamais?.test(cle),
    );
    const next = left.find(({ ailleurs }) => !ailleurs) ?? left[0];
    if (!next) break;
    pressed.add(next.cle);
    await page.locator(COMMANDES).nth(next.rang).click({ timeout: 5_000 });
    await calme(opened);
    await look();
  }
  return [...seen];
}
