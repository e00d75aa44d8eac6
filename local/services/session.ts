import { handOut, membersOf } from "./hand-out.js";
import type { Kind } from "./kind.js";

const { free } = membersOf<undefined>();

const USER: Kind<undefined> = {
  family: "Session",
  name: "User",
  members: {
    getEmail: free("", ({ context }) => context.userEmail),
  },
};

export const SESSION: Kind<undefined> = {
  family: "Session",
  name: "Session",
  members: {
    getActiveUser: free("", ({ context }) => handOut(context, USER, undefined)),
    getEffectiveUser: free("", ({ context }) => handOut(context, USER, undefined)),
    getScriptTimeZone: free("", ({ context }) => context.scriptTimeZone),
    getActiveUserLocale: free("", ({ context }) => context.workbook.locale.slice(0, 2)),
  },
};
