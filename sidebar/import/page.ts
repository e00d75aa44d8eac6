import { demarrer } from "./dialogue.js";
import { dansUnTravailleur, servirLectures } from "./lecture/ailleurs.js";

// The same script runs in the page and in the worker that reads files for it.
if (dansUnTravailleur) servirLectures();
else demarrer(document.currentScript?.textContent ?? "");
