import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FrameLocator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Atelier, CHROMIUM, example } from "./atelier.js";

const SCRIPT = fileURLToPath(new URL("complement-essai", import.meta.url));

describe.skipIf(!CHROMIUM)("pages of a script in the local page's frames", () => {
  let atelier: Atelier;
  beforeAll(async () => {
    atelier = await Atelier.start(example("suivi-marne.xlsx"), { dist: SCRIPT });
  });
  afterAll(() => atelier?.stop());

  const panel = () => atelier.page.frameLocator("#volet iframe");
  const dialog = () => atelier.page.frameLocator("dialog iframe");
  const size = () => atelier.page.locator("dialog .cadre").boundingBox();
  const focused = (frame: FrameLocator) =>
    frame.locator("body").evaluate((body) => body.ownerDocument.activeElement?.id);

  it("shows a sidebar of 300 px, whose inline script and style work", async () => {
    await atelier.menu("FITN7", "Panneau");
    await panel().getByRole("heading", { name: "Essai" }).waitFor();
    expect(await atelier.page.locator("#volet").boundingBox()).toMatchObject({ width: 300 });
    const heading = await panel().getByRole("heading", { name: "Essai" }).boundingBox();
    expect(heading?.width).toBe(300 - 1 - 2 * 12);
    await expect.poll(() => focused(panel())).toBe("ou");
  });

  it.each(["B4", "C7:D9"])("tells a script that %s is selected", async (range) => {
    await atelier.goTo(range);
    await panel().getByRole("button", { name: "Où est-on" }).click();
    await expect.poll(() => panel().locator("#lu").textContent()).toBe(`Dossiers 2021 ${range}`);
  });

  it("tells a script which sheet is shown", async () => {
    await atelier.showSheet("Paramètres");
    await atelier.goTo("B2");
    await panel().getByRole("button", { name: "Où est-on" }).click();
    await expect.poll(() => panel().locator("#lu").textContent()).toBe("Paramètres B2");
  });

  it("goes where a script goes", async () => {
    await atelier.menu("FITN7", "Aller en C12");
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toMatch(/^C12\u00a0:/);
    await panel().getByRole("button", { name: "Où est-on" }).click();
    await expect.poll(() => panel().locator("#lu").textContent()).toBe("Dossiers 2021 C12");
  });

  /** Until the grid has the keyboard: a key pressed before is lost, as a person would see. */
  const inGrid = () =>
    expect
      .poll(() => atelier.page.evaluate("document.activeElement.closest('#grille') !== null"))
      .toBe(true);

  it("goes from the grid to the menus, to the sidebar and back with F6", async () => {
    const place = () =>
      atelier.page.evaluate(
        "document.activeElement.closest('[id]:not(input, body)')?.id ?? document.activeElement.tagName",
      );
    await panel().getByRole("button", { name: "Vers la grille" }).click();
    await expect.poll(place).not.toBe("volet");
    await atelier.page.keyboard.press("F6");
    await expect.poll(place).toBe("menus");
    await atelier.page.keyboard.press("F6");
    await expect.poll(() => atelier.page.evaluate("document.activeElement.tagName")).toBe("IFRAME");
    await atelier.page.keyboard.press("Escape");
    expect(await panel().locator("#lu").count()).toBe(1);
    await atelier.page.keyboard.press("F6");
    await inGrid();
    await atelier.page.keyboard.press("ArrowDown");
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toMatch(/^C13\u00a0:/);
  });

  it("shows a dialog of the size asked for, with the keyboard in its first field", async () => {
    await atelier.menu("FITN7", "Dialogue");
    await dialog().getByLabel("Nom").waitFor();
    expect(await size()).toMatchObject({ width: 1000, height: 420 });
    await expect.poll(() => focused(dialog())).toBe("nom");
    await atelier.page.keyboard.type("Épernay");
    expect(await dialog().getByLabel("Nom").inputValue()).toBe("Épernay");
  });

  it("reads a file that is chosen, and sends what it holds to the script", async () => {
    await dialog()
      .getByLabel("Fichier")
      .setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("1;2") });
    await expect.poll(() => dialog().locator("#lu").textContent()).toBe("a.csv\u00a0: 1;2");
  });

  it("reads a file that is dropped in the dialog; beside it, the file opens nothing", async () => {
    const drop = (target: ReturnType<FrameLocator["locator"]>) =>
      target.evaluate((place) => {
        // biome-ignore lint/suspicious/noExplicitAny: tests have no types for a browser's globals.
        const { DataTransfer, DragEvent, File } = globalThis as any;
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(["3;4"], "b.csv", { type: "text/csv" }));
        for (const type of ["dragover", "drop"]) {
          const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
          if (place.dispatchEvent(event)) throw new Error(`${type} is left to the browser`);
        }
      });
    await drop(dialog().locator("#depot"));
    await expect.poll(() => dialog().locator("#lu").textContent()).toBe("b.csv\u00a0: 3;4");
    await drop(dialog().locator("#nom"));
    await drop(atelier.page.locator("#corps"));
    expect(await atelier.page.locator("#nom").textContent()).toBe("suivi-marne.xlsx");
    expect(await dialog().locator("#lu").textContent()).toBe("b.csv\u00a0: 3;4");
  });

  it("keeps a file that the page of a dialog makes", async () => {
    const download = atelier.page.waitForEvent("download");
    await dialog().getByRole("button", { name: "Télécharger" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("liste.csv");
    expect(await readFile(await file.path(), "utf8")).toBe("a;b\r\n1;2\r\n");
  });

  it("gives a dialog another size when its page asks", async () => {
    await dialog().getByRole("button", { name: "Plus petit" }).click();
    await expect.poll(size).toMatchObject({ width: 480, height: 260 });
  });

  it("leaves Escape to a list that is open, then closes the dialog with it", async () => {
    const list = dialog().getByRole("button", { name: "Liste" });
    await list.click();
    await atelier.page.keyboard.press("Escape");
    expect(await list.getAttribute("aria-expanded")).toBe("false");
    await atelier.page.keyboard.press("Escape");
    await atelier.page.locator("dialog").waitFor({ state: "detached" });
    await inGrid();
    await atelier.page.keyboard.press("ArrowDown");
    await expect.poll(() => atelier.page.locator("#cellule").textContent()).toMatch(/^C14\u00a0:/);
    expect(atelier.errors).toEqual([]);
  });
});
