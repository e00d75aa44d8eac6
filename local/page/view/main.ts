import { byId } from "./element.js";
import { start } from "./start.js";

start().catch((error: unknown) => {
  const place = document.getElementById("chargement") ?? byId("ligne");
  place.textContent = error instanceof Error ? error.message : String(error);
});
