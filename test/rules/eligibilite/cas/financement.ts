import { euros } from "../dossiers";
import type { Cas } from "./cas";

/** Theme, cost, what is asked for, rates and the exception. */
export const CAS_FINANCEMENT: readonly Cas[] = [
  {
    regle: "a dossier without a theme",
    dossier: "HDF",
    faits: { theme: undefined },
    motif: ["THEME.absent", "a_verifier", "HDF"],
  },
  {
    regle: "DEP describes three themes of the four it announces",
    dossier: "DEP",
    faits: { theme: "3d" },
    motif: ["THEME.non_ouvert", "bloquant", "DEP"],
  },
  {
    regle: "IDF, volet 1: urban planning is another guichet's",
    dossier: "IDF-V1",
    faits: { theme: "ADS" },
    motif: ["THEME.non_ouvert", "bloquant", "IDF"],
  },
  {
    regle: "HDF serves laboratories",
    dossier: "HDF, laboratoire",
    sans: "THEME",
  },
  {
    regle: "HDF 5: 25 000 € is not above 25 000 €",
    dossier: "HDF",
    faits: { cout: euros(25_000) },
    motif: ["COUT.bas", "bloquant", "HDF"],
  },
  {
    regle: "HDF 5: 25 000,01 € is",
    dossier: "HDF",
    faits: { cout: euros(25_000.01), demande: euros(15_000), autres: euros(10_000) },
    sans: "COUT",
  },
  {
    regle: "HDF 5: 99 999,99 € is below 100 000 €",
    dossier: "HDF",
    faits: { cout: euros(99_999.99), demande: euros(50_000) },
    sans: "COUT",
  },
  {
    regle: "HDF 5: 100 000 € is not",
    dossier: "HDF",
    faits: { cout: euros(100_000), demande: euros(50_000) },
    motif: ["COUT.haut", "bloquant", "HDF"],
  },
  {
    regle: "HDF 5: a lot that meets the conditions may be funded alone",
    dossier: "HDF",
    faits: { cout: euros(150_000), cout_lot: euros(45_000) },
    motif: ["COUT.lot", "avertissement", "HDF"],
  },
  {
    regle: "HDF 5: the lot itself is tested",
    dossier: "HDF",
    faits: { cout: euros(150_000), cout_lot: euros(25_000) },
    motif: ["COUT.bas", "bloquant", "HDF"],
  },
  {
    regle: "a dossier without a cost",
    dossier: "HDF",
    faits: { cout: undefined },
    motif: ["COUT.absent", "a_verifier", "HDF"],
  },
  {
    regle: "DITP states no bounds of cost",
    dossier: "DITP",
    faits: { cout: euros(2_000_000), demande: euros(1_000_000) },
    sans: "COUT",
  },
  {
    regle: "a dossier that asks for no amount",
    dossier: "DITP",
    faits: { demande: undefined },
    motif: ["DEMANDE.absente", "a_verifier"],
  },
  {
    regle: "MAR 3: 80 % of 50 000 € is 40 000 €",
    dossier: "MARNE-V1",
    faits: { demande: euros(40_000.01), autres: 0 },
    motif: ["DEMANDE.haute", "avertissement", "MAR"],
  },
  {
    regle: "MAR 3: 40 000 € may be asked for",
    dossier: "MARNE-V1",
    faits: { demande: euros(40_000), autres: 0 },
    sans: "DEMANDE",
  },
  {
    regle: "ours: other funding leaves 40 000 € of the cost",
    dossier: "DITP",
    faits: { autres: euros(10_000.01) },
    motif: ["DEMANDE.haute", "avertissement", "DITP"],
  },
  {
    regle: "IDF, Rôle de la préfecture de région: 15 600 € for 29 communes",
    dossier: "IDF-ADS",
    faits: { communes: 29 },
    motif: ["DEMANDE.haute", "avertissement", "IDF"],
  },
  {
    regle: "IDF, Rôle de la préfecture de région: 16 000 € from 30 communes on",
    dossier: "IDF-ADS",
    faits: { communes: 31 },
    sans: "DEMANDE",
  },
  {
    regle: "ours: what other funding brings must be known",
    dossier: "DITP",
    faits: { autres: undefined },
    motif: ["AUTRES.absents", "a_verifier"],
  },
  {
    regle: "HDF 5: less than 50 % is a warning, not a refusal (our reading)",
    dossier: "HDF",
    faits: { demande: euros(24_999.99) },
    motif: ["TAUX.bas", "avertissement", "HDF"],
  },
  {
    regle: "HDF 5: 50 % is enough",
    dossier: "HDF",
    faits: { demande: euros(25_000) },
    sans: "TAUX",
  },
  {
    regle: "HDF 5: what is granted counts once it is known",
    dossier: "HDF",
    faits: { montant_accorde: euros(24_999.99) },
    motif: ["TAUX.bas", "avertissement", "HDF"],
  },
  {
    regle: "MAR 3: 20 % at least",
    dossier: "MARNE-V1",
    faits: { demande: euros(9_999.99) },
    motif: ["TAUX.bas", "avertissement", "MAR"],
  },
  {
    regle: "MAR 3: above 80 000 inhabitants no minimum is stated",
    dossier: "MARNE-V1",
    faits: { population: 80_001, demande: euros(100) },
    sans: "TAUX",
  },
  {
    regle: "IDF, Modalités de subventionnement: no exception up to 15 000 inhabitants",
    dossier: "IDF-V1",
    faits: { theme: "3c", exception: true, motif_exception: "enjeu départemental" },
    motif: ["EXCEPTION.non_prevue", "a_verifier", "IDF"],
  },
  {
    regle: "IDF, Modalités de subventionnement: no exception for training",
    dossier: "IDF-V1",
    faits: { theme: "3b", population: 15_001, demande: euros(25_000), exception: true },
    motif: ["EXCEPTION.non_prevue", "a_verifier", "IDF"],
  },
  {
    regle: "IDF, Modalités de subventionnement: an exception has its reason",
    dossier: "IDF-V1",
    faits: { theme: "3c", population: 15_001, exception: true },
    motif: ["EXCEPTION.sans_motif", "a_verifier", "IDF"],
  },
  {
    regle: "IDF, Modalités de subventionnement: 80 % by exception for the relation with users",
    dossier: "IDF-V1",
    faits: {
      theme: "3c",
      population: 15_001,
      exception: true,
      motif_exception: "enjeu départemental",
    },
    sans: "EXCEPTION",
  },
  {
    regle: "an exception that is not asked for",
    dossier: "DITP",
    faits: { exception: false },
    sans: "EXCEPTION",
  },
];
