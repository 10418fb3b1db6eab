/** The address of the PDF printed last. Its frame needs it as long as the dialog is open, which no event tells. */
let shown = '';

/**
 * Prints a PDF through the browser's own viewer, in a frame that is never seen. The frame stays until the next print.
 * A browser without a viewer downloads the PDF instead.
 */
export function printPdf(pdf: Blob): Promise<void> {
  document.querySelector('iframe[data-print]')?.remove();
  URL.revokeObjectURL(shown);
  shown = URL.createObjectURL(new Blob([pdf], { type: 'application/pdf' }));
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
  frame.src = shown;
  document.body.append(frame);
  // Where there is no viewer the frame stays empty, and its load may never be told.
  if (!navigator.pdfViewerEnabled) return Promise.resolve();
  return new Promise((resolve) => {
    frame.addEventListener(
      'load',
      () => {
        frame.contentWindow?.focus();
        frame.contentWindow?.print();
        resolve();
      },
      { once: true },
    );
  });
}
