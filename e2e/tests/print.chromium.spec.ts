import { report } from '../material/documents.ts';
import { caseOfPassages } from '../material/harbour-case.ts';
import { expect, test } from '../pages/test.ts';

test('a dossier is handed to the browser for printing, as the PDF it is', async ({
  start,
  folder,
}) => {
  const file = await caseOfPassages(folder);
  const { page, shell, dossiers, words } = await start({ file });
  await shell.go('dossiers');
  await dossiers.chooseSubject(report.person);
  await dossiers.shows(report.person);
  // Headless Chromium ends when it is asked to print, so what asks it is put in its stead.
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'pdfViewerEnabled', { value: true });
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const told = (): void => {
          document.documentElement.dataset['printed'] = this.src;
        };
        return { focus: () => undefined, print: told };
      },
    });
  });
  await page.getByRole('button', { name: words.t('dossier.print'), exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /^blob:/);
});
