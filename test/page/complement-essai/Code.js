/** A script as small as can be: what it shows and asks for is what the page is tested on. */
function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu("FITN7")
    .addItem("Panneau", "menuPanneau")
    .addItem("Dialogue", "menuDialogue")
    .addItem("Aller en C12", "menuAller")
    .addToUi();
}

function menuPanneau() {
  const page = HtmlService.createHtmlOutputFromFile("Panneau").setTitle("Panneau d’essai");
  SpreadsheetApp.getUi().showSidebar(page);
}

function menuDialogue() {
  const page = HtmlService.createHtmlOutputFromFile("Dialogue").setWidth(1000).setHeight(420);
  SpreadsheetApp.getUi().showModalDialog(page, "Dialogue d’essai");
}

function menuAller() {
  SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange("C12").activate();
}

function apiOuEstOn() {
  const sheet = SpreadsheetApp.getActiveSheet();
  return { onglet: sheet.getName(), plage: SpreadsheetApp.getActiveRange().getA1Notation() };
}

function apiLire(input) {
  return { lu: `${input.nom}\u00a0: ${input.texte}` };
}
