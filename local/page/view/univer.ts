import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import sheetsCoreFrFR from "@univerjs/preset-sheets-core/locales/fr-FR";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationFrFR from "@univerjs/preset-sheets-data-validation/locales/fr-FR";
import { createUniver, LocaleType, mergeLocales } from "@univerjs/presets";

/** Lines of Univer's own context menu for which this page has no counterpart. */
const HIDDEN_MENUS = [
  "sheet.menu.paste-special",
  "sheet.menu.clear-selection",
  "sheet.contextMenu.permission",
  "sheet.menu.sheets-sort-ctx",
  "data-validation.operation.open-validation-panel",
];

/** Starts Univer in an element, in French, as a view: its formula engine never computes. */
export function startUniver(container: HTMLElement) {
  return createUniver({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: mergeLocales(sheetsCoreFrFR, dataValidationFrFR) },
    presets: [
      UniverSheetsCorePreset({
        container,
        header: true,
        toolbar: false,
        formulaBar: true,
        statusBarStatistic: false,
        footer: { sheetBar: true, statisticBar: false, menus: false, zoomSlider: true },
        contextMenu: true,
        formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
        sheets: { disableForceStringAlert: true, disableForceStringMark: true },
        menu: Object.fromEntries(HIDDEN_MENUS.map((id) => [id, { hidden: true }])),
      }),
      UniverSheetsDataValidationPreset({ showEditOnDropdown: false }),
    ],
  });
}

export type Started = ReturnType<typeof startUniver>;
