/** Blob URLs hold their memory until they are let go; by then the browser has long begun to save. */
const REVOKE_AFTER_MILLISECONDS = 30_000;

/** Hands a file to the browser's downloads. */
export function download(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, REVOKE_AFTER_MILLISECONDS);
}
