/** Name under which the actions' bundle gives its functions; the build uses it too. */
export const ACTIONS_GLOBAL = "FITN7_ACTIONS";

/** File of the pushed project that holds the actions' bundle. */
export const ACTIONS_FILE = "Actions";
