/**
 * A day or a time of the file as French people read it; any other text as it is.
 * @example moment("2021-07-12 18:30:00 +0200") // "12/07/2021 18:30"
 */
export function moment(text: string): string {
  const [whole, year, month, day, time] =
    /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d:\d\d))?/.exec(text) ?? [];
  if (whole === undefined) return text;
  return `${day}/${month}/${year}${time === undefined ? "" : ` ${time}`}`;
}
