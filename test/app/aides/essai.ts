import { build } from "esbuild";
import { createHost, type Host } from "../../../local/host/index.js";
import { BUNDLE_OPTIONS } from "../../../scripts/build.js";
import { installe, type NomSuivi, stopped } from "./atelier.js";

const result = await build({
  ...BUNDLE_OPTIONS,
  entryPoints: ["test/app/aides/essai-entree.ts"],
  globalName: "ESSAI",
});

const CODE = `${result.outputFiles[0]?.text ?? ""}
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
