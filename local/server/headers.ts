import { createHash } from "node:crypto";

/**
 * Every answer carries these. The two `Cross-Origin` ones isolate the page: browsers give shared
 * memory, by which the engine's worker waits for the answer to a dialog, to isolated pages alone.
 */
export const COMMON_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
} as const;

/** For what is not a page: nothing of it may run or load, were it opened as one. */
export const INERT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
/** Types that a browser runs; any other is data. */
const RUNS = /^(?:|module|(?:text|application)\/(?:java|ecma)script)$/i;

/** Sources for `script-src` that allow exactly the inline scripts of these pages. */
export function inlineScriptHashes(pages: Iterable<string>): readonly string[] {
  const hashes = new Set<string>();
  for (const page of pages) {
    for (const [, attributes = "", text = ""] of page.matchAll(SCRIPT)) {
      const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? "";
      if (/\bsrc\s*=/i.test(attributes) || !RUNS.test(type)) continue;
      hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    }
  }
  return [...hashes];
}

/**
 * What a page may load. Code.js loads its actions with `new Function`: hence `unsafe-eval`; the grid
 * sets styles on elements: hence `unsafe-inline` for styles alone.
 */
function policy(ancestors: "'none'" | "'self'", hashes: readonly string[]): string {
  return [
    "default-src 'none'",
    ["script-src 'self' 'unsafe-eval'", ...hashes].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");
}

/** Policy of index.html, which frames made with `srcdoc` inherit. */
export function pagePolicy(hashes: readonly string[]): string {
  return policy("'none'", hashes);
}

/** Policy of the other HTML files: for a frame, without the page's origin. */
export function framePolicy(hashes: readonly string[]): string {
  return `${policy("'self'", hashes)}; sandbox allow-scripts allow-forms allow-modals allow-popups`;
}
