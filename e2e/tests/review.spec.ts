import { Language } from '#contract/vocabulary.ts';
import { caseOfDuplicates, twice } from '../material/duplicates-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

for (const language of Language.options) {
  test(`pairs that may be one are judged by keys, left, come back and are undone, ${language}`, async ({
    start,
    folder,
  }) => {
    const file = await caseOfDuplicates(folder);
    const { page, shell, review, t } = await start({ file, language });
    await shell.go('review');
    await review.open('duplicates');
    await expect(review.progress).toContainText(t('review.left', { count: 2 }));
    await expect(review.queues).toContainText(t('review.duplicates'));
    const first = review.opening(twice.known);
    const firstOfCompany = review.opening(twice.company);
    await expect(first.or(firstOfCompany)).toBeVisible();
    const startsWithPerson = await first.isVisible();
    const [one, other] = startsWithPerson ? [first, firstOfCompany] : [firstOfCompany, first];
    await expect(review.pair.getByRole('heading', { name: t('review.why') })).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectAccessible(page, ['color-contrast']);

    await page.keyboard.press('ArrowRight');
    await expect(other).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(one).toBeVisible();

    // A key that is typed into the reason judges nothing.
    await review.reason.fill('dudas');
    await expect(one).toBeVisible();
    await review.act('different').click();
    await expect(other).toBeVisible();
    await expect(review.progress).toContainText(t('review.left', { count: 1 }));
    await page.keyboard.press('s');
    await expect(review.duplicates).toContainText(t('review.none'));

    await page.keyboard.press('ControlOrMeta+z');
    await expect(other).toBeVisible();
    await page.keyboard.press('u');
    await expect(review.duplicates).toContainText(t('review.none'));
    await review.duplicates.getByRole('checkbox', { name: t('review.unsureOnly') }).check();
    await expect(other).toBeVisible();
    await page.keyboard.press('1');
    await expect(shell.work.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/#\/entity\//);
  });
}

test('the name of a new entity offers those it may mean', async ({ start, folder }) => {
  const file = await caseOfDuplicates(folder);
  const { page, shell, t } = await start({ file });
  await shell.go('entities');
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: t('command.newEntity'), exact: true });
  await form.getByRole('textbox', { name: t('common.name'), exact: true }).fill('Ксения Волкова');
  const offered = form.getByRole('region', { name: t('review.likely') }).getByRole('button');
  await expect(offered).toHaveCount(1);
  await expect(offered).toContainText(twice.nobody);
  await expectAccessible(page);
  await offered.click();
  await expect(form).toBeHidden();
  await expect(page).toHaveURL(/#\/entity\//);
});
