/**
 * Prints a PDF through the browser's own viewer, in a frame that is never seen. The frame stays until the next print,
 * for the dialog needs it as long as it is open.
 */
export function printPdf(pdf: Blob): Promise<void> {
  document.querySelector('iframe[data-print]')?.remove();
  const address = URL.createObjectURL(new Blob([pdf], { type: 'application/pdf' }));
  const frame = document.createElement('iframe');
  frame.dataset['print'] = '';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, {
    position: 'fixed',
    inset: '0',
    width: '0',
    height: '0',
    border: '0',
  });
  return new Promise((resolve) => {
    frame.addEventListener(
      'load',
      () => {
        frame.contentWindow?.focus();
        frame.contentWindow?.print();
        URL.revokeObjectURL(address);
        resolve();
      },
      { once: true },
    );
    frame.src = address;
    document.body.append(frame);
  });
}
