/**
 * The day that every part of a written file carries, so that the same content gives the same bytes.
 * Zip files hold a local time: noon of the zone in use, whichever it is.
 */
export const zipDay = () => new Date(2021, 0, 1, 12);
