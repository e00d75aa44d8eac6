/** A failure that Google reports to the script, in Google's own words where they are known. */
export class GoogleError extends Error {
  override readonly name = "Exception";
}

/** What a script meets when it uses a member of Google's services that the local host lacks. */
export class NotImplementedError extends Error {
  constructor(member: string) {
    super(`${member} is not implemented in the local host`);
  }
}
