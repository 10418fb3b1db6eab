import { report } from '../material/documents.ts';
import { caseOfPassages, caseWithReport } from '../material/harbour-case.ts';
import { expect, expectAccessible, test } from '../pages/test.ts';

test('a tag is undone by key and redone by button; the history tells both and takes it back', async ({
  start,
  folder,
}) => {
  const file = await caseWithReport(folder);
  const { page, shell, sources, reader, inspector, history, t } = await start({ file });
  const tagging = t('gestures.excerpt.tag');
  const importing = t('gestures.source.import');
  await sources.read(report.title);
  await reader.shows(report.title);
  await reader.selectWithMouse(report.post);
  await reader.tag('posts held');
  await expect(inspector.part('rail.tags')).toContainText('posts held');
  await expect(history.button('undo', tagging)).toBeVisible();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(history.button('redo', tagging)).toBeVisible();
  await expect(history.notice).toContainText(t('history.undone', { what: tagging }));
  await expect(inspector.panel).toContainText(t('inspector.noPassages'));

  await history.button('redo', tagging).click();
  await expect(history.button('undo', tagging)).toBeVisible();
  // The passage that was at hand is at hand again.
  await expect(inspector.part('rail.tags')).toContainText('posts held');

  await shell.go('history');
  const again = t('history.kind.redo', { what: tagging });
  const undone = t('history.kind.undo', { what: tagging });
  await expect(history.gesture(again)).toContainText('posts held');
  await expect(history.gesture(undone)).toContainText(t('history.takenBack'));
  await expect(history.gestures).toHaveCount(5);
  await history.expand(history.gesture('Tag passage'));
  await expect(history.gesture('Tag passage')).toContainText(t('history.field.quotation'));
  await expectAccessible(page);

  // What the import brought carries a passage now: taking it back asks first.
  await history.takeBack('Import documents');
  await expect(history.question).toContainText(t('history.builtUpon', { what: importing }));
  await expect(history.question).toContainText(report.post);
  await expectAccessible(page);
  await history.question.getByRole('button', { name: t('common.cancel'), exact: true }).click();
  await expect(history.question).toBeHidden();
  await expect(history.gestures).toHaveCount(5);

  await history.takeBack('Tag passage');
  await expect(history.gesture('Tag passage')).toContainText(t('history.takenBack'));
  await expect(history.gestures).toHaveCount(6);

  // A field that is typed in keeps its own undo.
  await page.getByRole('combobox', { name: t('history.person'), exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(history.gestures).toHaveCount(6);
  await page.getByLabel(t('history.day'), { exact: true }).fill('2001-01-01');
  await expect(shell.work).toContainText(t('history.noneMatch'));
});

test('a record tells its own history and leads to the whole of it', async ({ start, folder }) => {
  const file = await caseOfPassages(folder);
  const { page, shell, entities, history, t } = await start({ file, language: 'es' });
  await shell.go('entities');
  await entities.open(report.person);
  const section = shell.work.getByRole('region', { name: t('rail.history'), exact: true });
  await section.getByRole('button', { name: t('rail.history'), exact: true }).click();
  await expect(section.getByRole('listitem').first()).toContainText('Añadir vínculo');
  await section.getByRole('button', { name: t('history.all', { count: 3 }), exact: true }).click();
  await expect(history.gestures).toHaveCount(3);
  await shell.work.getByRole('button', { name: t('history.wholeCase'), exact: true }).click();
  await expect(history.gestures).toHaveCount(6);
  await history.gesture('Añadir vínculo').getByRole('button', { name: report.person }).click();
  await entities.shows(report.person);
  await expect(page).toHaveURL(/#\/entity\//);
});
