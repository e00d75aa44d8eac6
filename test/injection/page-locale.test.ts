import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeOds } from "../../local/files/index.js";
import { Atelier, CHROMIUM } from "../page/atelier.js";
import { prefecture } from "../page/ecrans/classeurs.js";
import { ecoute, hostiles, INTRUS, MONTRES } from "./hostiles.js";

/** Lines of the menu that open a page, and where it is shown. */
const PAGES = [
  ["Comité de sélection", "#volet iframe"],
  ["Suivi des lauréats", "#volet iframe"],
  ["Simulation", "dialog iframe"],
  ["Lettres", "dialog iframe"],
  ["Préparer l’envoi", "dialog iframe"],
  ["Importer des dossiers", "dialog iframe"],
] as const;

/** Attributes that run something, anywhere in the local page itself. */
const GESTIONNAIRES = `[...document.querySelectorAll("*")].flatMap((element) =>
  [...element.attributes].filter(({ name }) => /^on/.test(name)).map(({ name }) => element.localName + " " + name))`;

describe.skipIf(!CHROMIUM)("the local page on a workbook full of hostile texts", () => {
  let atelier: Atelier;
  let folder: string;
  let heard: readonly string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fitn7-hostile-"));
    const { host } = prefecture(hostiles(), 'Suivi <img src=x onerror="alert(1)">');
    const file = join(folder, "classeur <b>.ods");
    const { calculator } = host;
    await writeFile(
      file,
      writeOds(
        host.workbook.snapshot(),
        (...at) => calculator.value(...at),
        (...at) => calculator.spillOrigin(...at),
      ),
    );
    atelier = await Atelier.start(file);
    atelier.page.setDefaultTimeout(15_000);
    await atelier.menu("FITN7", "Installer le suivi");
    await atelier.answer({ text: "Camille <b>" });
    await atelier.answer();
    heard = ecoute(atelier.page, /^(blob:|data:|about:|http:\/\/127\.0\.0\.1:)/);
  });
  afterAll(async () => {
    await atelier?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The page that a menu line has opened, once it has something to show. */
  async function framed(place: string): Promise<Frame> {
    const holder = await atelier.page.locator(place).elementHandle();
    const frame = await holder?.contentFrame();
    if (!frame) throw new Error(`${place} holds no page.`);
    const inner = frame.childFrames()[0] ?? frame;
    await inner.waitForFunction("!/Lecture du classeur|Préparation/.test(document.body.innerText)");
    return inner;
  }

  it.each(PAGES)("%s: texts stay texts, in the page and around it", async (line, place) => {
    await atelier.menu("FITN7", line);
    const frame = await framed(place);
    expect(await frame.evaluate(INTRUS)).toEqual([]);
    expect(await frame.evaluate(MONTRES)).toBe(true);
    expect(await atelier.page.evaluate(GESTIONNAIRES)).toEqual([]);
    await atelier.page
      .locator(place.replace(" iframe", ""))
      .getByRole("button", { name: "Fermer", exact: true })
      .first()
      .click();
    await atelier.page.locator(place).waitFor({ state: "detached" });
  });

  it("nothing spoke, nothing was called, nothing broke", () => {
    expect(heard).toEqual([]);
    expect(atelier.errors).toEqual([]);
  });
});
