import {
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  Univer,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import sheetsCoreFrFR from "@univerjs/preset-sheets-core/locales/fr-FR";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationFrFR from "@univerjs/preset-sheets-data-validation/locales/fr-FR";

/** Lines of Univer's own menus for which this page has no counterpart. */
const HIDDEN_MENUS = [
  "sheet.menu.copy-special",
  "sheet.command.paste-col-width",
  "sheet.command.paste-besides-border",
  "sheet.contextMenu.text-to-number",
  "sheet.contextMenu.permission",
  "sheet.menu.sheets-sort-ctx",
  "sheet.command.insert-range-move-right-confirm",
  "sheet.command.insert-range-move-down-confirm",
  "sheet.command.delete-range-move-left-confirm",
  "sheet.command.delete-range-move-up-confirm",
  "sheet.command.hide-col-confirm",
  "sheet.command.set-row-height",
  "sheet.command.set-row-is-auto-height",
  "sheet.command.copy-sheet",
  "sheet.command.add-range-protection-from-sheet-bar",
  "sheet.command.delete-worksheet-protection-from-sheet-bar",
  "sheet.command.change-sheet-protection-from-sheet-bar",
  "sheet.command.view-sheet-permission-from-sheet-bar",
  "data-validation.operation.open-validation-panel",
];

/** A preset is a list of plugins; where two bring the same, the last one's options count. */
type Preset = ReturnType<typeof UniverSheetsCorePreset>;

function register(univer: Univer, presets: readonly Preset[]): void {
  const plugins = new Map<string, readonly [PluginCtor<Plugin>, unknown]>();
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    const [made, options] = Array.isArray(plugin) ? plugin : [plugin, undefined];
    plugins.delete(made.pluginName);
    plugins.set(made.pluginName, [made, options]);
  }
  for (const [made, options] of plugins.values()) {
    univer.registerPlugin(made, options as never);
  }
}

/** Starts Univer in an element, in French, as a view: its formula engine never computes. */
export function startUniver(container: HTMLElement) {
  const univer = new Univer({
    locale: LocaleType.FR_FR,
    locales: { [LocaleType.FR_FR]: mergeLocales(sheetsCoreFrFR, dataValidationFrFR) },
    logLevel: LogLevel.WARN,
  });
  register(univer, [
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
  ]);
  return { univer, univerAPI: FUniver.newAPI(univer) };
}

export type Started = ReturnType<typeof startUniver>;
