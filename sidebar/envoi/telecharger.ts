/** Gives a file to the browser, which keeps it where it keeps downloads. */
export function telecharger(nom: string, contenu: Blob): void {
  const url = URL.createObjectURL(contenu);
  const link = document.createElement("a");
  link.href = url;
  link.download = nom;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
