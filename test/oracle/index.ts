/**
 * A second, independent reading of the rates, ceilings and grants, made with BigInt from the description
 * of the domain alone. It imports nothing of the product: the property tests compare the two.
 */
export { type OracleType, oracleAds, oracleForfait } from "./amounts";
export { type OracleMontant, oraclePlafond, oracleSubvention } from "./grants";
export {
  type OracleCase,
  type OracleGuichet,
  type OracleTaux,
  type OracleTheme,
  oracleTaux,
  oracleTauxMin,
} from "./rates";
