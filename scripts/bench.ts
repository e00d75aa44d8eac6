import { loadDist } from "../local/load-dist.js";
import { benchAppels } from "./bench/appels.js";
import { benchChargement } from "./bench/chargement.js";
import { benchFonctions } from "./bench/fonctions.js";
import { benchImport } from "./bench/import.js";
import { benchPage } from "./bench/page.js";
import { benchTaille } from "./bench/taille.js";
import { buildDist } from "./build.js";

const built = await buildDist();
const dist = await loadDist();
console.log(`${benchTaille(built)}\n`);
console.log(`${await benchChargement(dist.code)}\n`);
console.log(`${benchFonctions(dist.code)}\n`);
console.log("Appels de service, mesurés sur des classeurs de 10 à 10 000 dossiers…\n");
console.log(benchAppels(dist));
console.log(`\n${benchImport(dist)}`);
console.log(`\n${await benchPage()}`);
