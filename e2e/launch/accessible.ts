import { AxeBuilder } from '@axe-core/playwright';
import { type Page, expect } from '@playwright/test';

/**
 * Fails when axe finds something serious or critical in what the page shows now.
 *
 * @param rules the rules to look for, by their ids in axe; all of them when left out
 */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
  // The usual mode opens a page of its own, which Electron does not allow.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, html, failureSummary }) =>
        [`${id}: ${help}`, `at ${target.join(' ')}`, html, failureSummary ?? ''].join('\n'),
      ),
    );
  expect(grave, 'what axe finds serious or critical').toEqual([]);
}
