import type { Page } from '@playwright/test';

/** Collects what goes wrong in a page without being shown in it; see `Workbench.problems`. */
export function watchProblems(page: Page, origin: string): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    // The browser's own viewer of PDFs is an extension, which comes with it as its parts do.
    const local = ['data:', 'blob:', 'about:', 'chrome-extension:', 'chrome:'];
    const own = url.origin === origin || local.includes(url.protocol);
    // `origin` of a scheme of our own is "null" to the URL standard, so its beginning is compared.
    if (!own && !request.url().startsWith(`${origin}/`))
      problems.push(`request to another place: ${request.url()}`);
  });
  return problems;
}
