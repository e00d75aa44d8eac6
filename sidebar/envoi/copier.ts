/**
 * Copies the text of a field: by the clipboard where the browser gives it, else by selecting the field,
 * as a person would. A page of an add-in is in a frame, where many browsers refuse the clipboard.
 *
 * @returns whether it was copied; where not, the text is selected and Ctrl+C does it
 */
export async function copier(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}
