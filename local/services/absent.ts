import type { ServiceContext } from "./context.js";
import { enumeration } from "./enumeration.js";
import { handOut } from "./hand-out.js";

/** Google's services of which the local host has nothing: using one says so. */
const ABSENT = [
  "UrlFetchApp",
  "MailApp",
  "GmailApp",
  "DriveApp",
  "DocumentApp",
  "FormApp",
  "SlidesApp",
  "CalendarApp",
  "ContentService",
  "XmlService",
  "Maps",
  "LanguageApp",
  "GroupsApp",
  "CardService",
  "Jdbc",
];

/** The services that are only named, and `ScriptApp`, of which only `AuthMode` is there. */
export function absentServices(context: ServiceContext): Record<string, object> {
  const named = ABSENT.map((name) => [
    name,
    handOut(context, { family: name, name, members: {} }, undefined),
  ]);
  const constants = {
    AuthMode: enumeration(context, "AuthMode", "NONE CUSTOM_FUNCTION LIMITED FULL"),
  };
  const kind = { family: "ScriptApp", name: "ScriptApp", members: {}, constants };
  return { ...Object.fromEntries(named), ScriptApp: handOut(context, kind, undefined) };
}
