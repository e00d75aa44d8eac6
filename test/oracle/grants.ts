import { type OracleCase, oracleTaux } from "./rates";

/** An amount in cents, or the error that the rate of the case gives. */
export type OracleMontant = { kind: "montant"; centimes: bigint } | { kind: "erreur" };

/**
 * Ceiling of a grant: total cost (cents, not negative) × maximum rate, rounded down to the cent.
 *
 * @example 3 333 333n cents at 80 % // 2 666 666n
 */
export function oraclePlafond(of: OracleCase & { cout: bigint }): OracleMontant {
  const taux = oracleTaux(of);
  if (taux.kind === "erreur") return taux;
  return { kind: "montant", centimes: (of.cout * taux.points) / 10_000n };
}

/** Grant: the smallest of ceiling, amount asked and cost less other funding (all in cents), never below 0. */
export function oracleSubvention(
  of: OracleCase & { cout: bigint; demande: bigint; autres: bigint },
): OracleMontant {
  const plafond = oraclePlafond(of);
  if (plafond.kind === "erreur") return plafond;
  let centimes = of.cout - of.autres;
  if (of.demande < centimes) centimes = of.demande;
  if (plafond.centimes < centimes) centimes = plafond.centimes;
  return { kind: "montant", centimes: centimes < 0n ? 0n : centimes };
}
