import type { Page } from "playwright-core";
import type { Texte } from "../page/ecrans/classeurs.js";
import { HOSTILES } from "./corpus.js";

/** Those that fit in a line. */
const COURTS = HOSTILES.filter((texte) => texte.length < 200 && texte.trim() !== "");

/** A workbook's texts, all hostile: several in each place, begun each time at another one. */
export function hostiles(): Texte {
  let at = 0;
  return () => {
    at += 1;
    const from = at % COURTS.length;
    return [...COURTS.slice(from), ...COURTS.slice(0, from)].slice(0, 8).join(" ");
  };
}

/** What only somebody else's markup would have put into a page of the add-in: an expression for the browser. */
export const INTRUS = `(() => {
  const found = [];
  for (const element of document.body.querySelectorAll("*")) {
    const tag = element.localName;
    if (/^(img|svg|iframe|object|embed|link|meta|base|form|video|audio|style)$/.test(tag)) found.push(tag);
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|^autofocus$/.test(name) || !/^[a-z-]+$/.test(name)) found.push(tag + " " + name);
      if (/^(href|src|action)$/.test(name) && /^\\s*(javascript|data):/i.test(value)) found.push(tag + " " + value);
    }
  }
  const foreign = [...document.body.querySelectorAll("script")].filter(({ textContent }) => /^alert\\(/.test(textContent));
  return foreign.length > 0 ? [...found, "script"] : found;
})()`;

/** Whether one of the hostile texts is on the screen, in a text or in a field: an expression too. */
export const MONTRES = `${JSON.stringify(
  COURTS.map((texte) => texte.trim()).filter((texte) => texte.length > 5),
)}
  .some((texte) => [document.body, ...document.querySelectorAll("input, textarea")]
    .some(({ innerText, value }) => (value ?? innerText).includes(texte)))`;

/** Listens to what a script of somebody else's would do: speak to the person, call out. @returns what was heard */
export function ecoute(page: Page, own: RegExp): readonly string[] {
  const heard: string[] = [];
  page.on("dialog", (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!own.test(request.url())) heard.push(`request: ${request.url()}`);
  });
  return heard;
}
