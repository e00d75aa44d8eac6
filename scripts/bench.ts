import { loadDist } from "../local/load-dist.js";
import { benchAppels } from "./bench/appels.js";
import { benchCharge } from "./bench/charge.js";
import { benchChargement } from "./bench/chargement.js";
import { benchFonctions } from "./bench/fonctions.js";
import { benchImport } from "./bench/import.js";
import { benchOptimum } from "./bench/optimum.js";
import { benchPage } from "./bench/page.js";
import { benchTaille } from "./bench/taille.js";
import { buildDist } from "./build.js";

const built = await buildDist();
const dist = await loadDist();
console.log(`${benchTaille(built)}\n`);
console.log(`${await benchChargement(dist.code)}\n`);
console.log(`${benchFonctions(dist.code)}\n`);
console.log("Appels de service, mesurés sur des classeurs de 10 à 10 000 dossiers…\n");
const appels = benchAppels(dist, process.argv.includes("--details"));
console.log(appels.texte);
console.log(`\n${benchImport(dist)}`);
console.log(`\n${benchCharge(dist)}`);
console.log(`\n${benchOptimum()}`);
console.log(`\n${await benchPage()}`);
if (!appels.atteint) {
  console.error(
    "\nDes actions font plus d’appels de service quand il y a plus de dossiers : voir plus haut.",
  );
  process.exitCode = 1;
}
