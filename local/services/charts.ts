import { rememberedOf } from "../engine/remembered.js";
import type { ChartKind } from "../engine/snapshot.js";
import type { ServiceContext } from "./context.js";
import { enumeration, enumName } from "./enumeration.js";
import { handOut } from "./hand-out.js";
import type { Kind } from "./kind.js";

/** The kinds of chart that the local host draws; naming another one says that it is missing. */
const DRAWN: readonly ChartKind[] = ["area", "bar", "column", "line", "pie"];

/** `Charts.ChartType`, the same object at every call. */
const chartTypes = rememberedOf((context: ServiceContext) =>
  enumeration(context, "ChartType", DRAWN.join(" ").toUpperCase()),
);

/** A kind as scripts write it: `Charts.ChartType.COLUMN`. */
export function chartType(context: ServiceContext, kind: ChartKind): object {
  return (chartTypes(context) as Record<string, object>)[kind.toUpperCase()] as object;
}

/** The kind that a value of `Charts.ChartType` names. */
export function chartKind(type: object): ChartKind {
  return enumName(type).toLowerCase() as ChartKind;
}

/** `Charts`, of which only `ChartType` is there: charts stand on sheets. */
export function charts(context: ServiceContext): object {
  const kind: Kind<undefined> = {
    family: "Charts",
    name: "Charts",
    members: {},
    constants: { ChartType: chartTypes(context) },
  };
  return handOut(context, kind, undefined);
}
