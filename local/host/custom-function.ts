import { messageOf } from "../engine/formula/index.js";
import type { CustomFunction } from "../engine/types.js";
import { inRealm, OWN_REALM, type Realm, type ServiceContext } from "../services/index.js";

/**
 * A function of the script as cells call it: arguments and results change realm, services allow what
 * Google allows in a cell, and what it throws is an error of this realm with the same message.
 */
export function customFunction(
  run: (...args: unknown[]) => unknown,
  realm: Realm,
  context: ServiceContext,
): CustomFunction {
  return (...args) => {
    const before = context.mode;
    context.mode = "custom";
    try {
      const given = args.map((arg) => inRealm(arg, realm));
      return inRealm(run(...given), OWN_REALM);
    } catch (error) {
      throw new Error(messageOf(error));
    } finally {
      context.mode = before;
    }
  };
}
