import { byId } from "./element.js";

/**
 * Says something to whoever listens to the page instead of looking at it. The page has an empty
 * `<div id="annonce" role="status">`; the same words said twice are heard twice.
 */
export function announce(text: string): void {
  const region = byId("annonce");
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
