import "./first-keys.js";
import { byId } from "./element.js";
import { start } from "./start.js";

if (globalThis.fitn7) start(globalThis.fitn7);
else byId("chargement").textContent = "Cette page doit être ouverte par le serveur local.";
