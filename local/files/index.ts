export { readWorkbookFile } from "./read-workbook-file.js";
export { saveAtomically } from "./save-atomically.js";
export { FichierIllisible } from "./unreadable.js";
export { FichierImpossible } from "./unwritable.js";
export { writeOds } from "./write-ods.js";
export { writeXlsx } from "./write-xlsx.js";
