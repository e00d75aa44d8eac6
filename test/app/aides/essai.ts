import { createHost, type Host } from "../../../local/host/index.js";
import { bundle } from "../../../scripts/bundle.js";
import { installe, type NomSuivi, stopped } from "./atelier.js";

const { code } = await bundle({
  entryPoints: ["test/app/aides/essai-entree.ts"],
  globalName: "ESSAI",
});

const CODE = `${code}
function essaiEnregistrer(demande) { return ESSAI.essaiEnregistrer(demande); }
function essaiAnnuler(demande) { return ESSAI.essaiAnnuler(demande); }
`;

const MAINTENANT = Date.parse("2021-07-15T08:30:12Z");

/** A tracking workbook where the add-in is installed, run by the use case under test alone. */
export function essai(nom: NomSuivi): Host {
  return essaiSur(installe(nom).host);
}

/** The same workbook in a new host: an interrupted run has left no memory. */
export function essaiSur(host: Host): Host {
  return createHost({
    code: stopped(MAINTENANT) + CODE,
    snapshot: host.workbook.snapshot(),
    user: "referent@prefecture.test",
    now: () => MAINTENANT,
  });
}
