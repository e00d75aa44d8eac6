/**
 * The eleven établissements publics territoriaux of the métropole du Grand Paris, that the package leaves
 * out: SIREN and name as the SIRENE register has them, départements of their communes (the one of the seat
 * first). Their populations are not in the package and are left out.
 */
export const EPT: readonly {
  readonly siren: string;
  readonly nom: string;
  readonly departements: readonly string[];
}[] = [
  { siren: "200057966", nom: "Vallée Sud - Grand Paris", departements: ["92"] },
  { siren: "200057974", nom: "Grand Paris Seine Ouest", departements: ["92"] },
  { siren: "200057982", nom: "Paris Ouest La Défense", departements: ["92"] },
  { siren: "200057990", nom: "Boucle Nord de Seine", departements: ["92", "95"] },
  { siren: "200057867", nom: "Plaine Commune", departements: ["93"] },
  { siren: "200058097", nom: "Paris Terres d'Envol", departements: ["93"] },
  { siren: "200057875", nom: "Est Ensemble", departements: ["93"] },
  { siren: "200058790", nom: "Grand Paris Grand Est", departements: ["93"] },
  { siren: "200057941", nom: "Paris Est Marne et Bois", departements: ["94"] },
  { siren: "200058006", nom: "Grand Paris Sud Est Avenir", departements: ["94"] },
  { siren: "200058014", nom: "Grand-Orly Seine Bièvre", departements: ["94", "91"] },
];
