import * as z from "zod/mini";
import { marquerTransmis } from "../app/envois.js";
import { once } from "../rules/once.js";
import { googlePorts } from "./classeur.js";
import { parseEntree } from "./entree.js";

const onglet = once(() => z.object({ onglet: z.string() }));

/** Marks a report's tab as sent. */
export const apiMarquerTransmis = (input: unknown) =>
  marquerTransmis(googlePorts(), parseEntree(onglet, input).onglet);
