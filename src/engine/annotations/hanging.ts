import { CaseError } from '#contract/error.ts';
import type { Credibility } from '#contract/vocabulary.ts';
import { newId } from '#shared/id.ts';
import type { Writer } from '../store/index.ts';
import type { StoredPassage } from './passage.ts';

/*
 * What hangs on a passage: tags, evidence, mentions and notes, each on its own row. A tag and a fact hang on a passage
 * once, and so does the mention of an entity.
 */

interface EvidenceRow {
  id: string;
  fact: string;
  stance: string;
  credibility: Credibility;
}

const evidenceOf = `SELECT id, coalesce(name_id, attribute_id, link_id) AS fact, stance, credibility
  FROM evidence WHERE excerpt_id = ? ORDER BY id`;

/**
 * Moves all that hangs on one passage to another, within a gesture that is under way. What hangs on both stays once, as
 * the other has it; but a credibility that was judged outweighs one that was not (6).
 *
 * @throws CaseError `excerpt.contrary` when one supports a fact that the other contradicts
 */
export function moveHanging(writer: Writer, from: string, to: string): void {
  const there = new Map(writer.all<EvidenceRow>(evidenceOf, to).map((row) => [row.fact, row]));
  for (const row of writer.all<EvidenceRow>(evidenceOf, from)) {
    const same = there.get(row.fact);
    if (same === undefined) {
      writer.update('evidence', row.id, { excerptId: to });
      continue;
    }
    if (same.stance !== row.stance) {
      throw new CaseError('excerpt.contrary', { id: to, other: from });
    }
    if (same.credibility === '6') {
      writer.update('evidence', same.id, { credibility: row.credibility });
    }
    writer.remove('evidence', row.id);
  }
  const pair = { from, to };
  writer.run(
    `UPDATE excerpt_tag SET excerpt_id = @to WHERE excerpt_id = @from
     AND tag_id NOT IN (SELECT tag_id FROM excerpt_tag WHERE excerpt_id = @to)`,
    pair,
  );
  writer.run(
    `UPDATE mention SET excerpt_id = @to WHERE excerpt_id = @from
     AND NOT EXISTS (SELECT 1 FROM mention other WHERE other.excerpt_id = @to
       AND other.entity_id = mention.entity_id AND other.verdict = mention.verdict)`,
    pair,
  );
  writer.run(
    `UPDATE note SET subject_id = @to WHERE subject_table = 'excerpt' AND subject_id = @from`,
    pair,
  );
  // What hangs on both goes with the passage, and would not where that stays.
  writer.run('DELETE FROM excerpt_tag WHERE excerpt_id = @from', { from });
  writer.run('DELETE FROM mention WHERE excerpt_id = @from', { from });
}

/**
 * Hangs on another passage what hangs on one, but for its notes: those would be two, and drift apart. What the other has
 * already stays as it is.
 */
export function copyHanging(writer: Writer, from: string, to: StoredPassage): void {
  const createdAt = new Date().toISOString();
  const tags = writer.all<{ tagId: string }>(
    `SELECT tag_id AS tagId FROM excerpt_tag WHERE excerpt_id = @from
     AND tag_id NOT IN (SELECT tag_id FROM excerpt_tag WHERE excerpt_id = @to) ORDER BY id`,
    { from, to: to.id },
  );
  for (const { tagId } of tags) {
    writer.insert('excerptTag', { id: newId(), excerptId: to.id, tagId, createdAt });
  }
  const evidence = writer.all<{
    nameId: string | null;
    attributeId: string | null;
    linkId: string | null;
    stance: 'supports' | 'contradicts';
    credibility: Credibility;
  }>(
    `SELECT name_id AS nameId, attribute_id AS attributeId, link_id AS linkId, stance, credibility
     FROM evidence v WHERE excerpt_id = @from AND NOT EXISTS (SELECT 1 FROM evidence other WHERE other.excerpt_id = @to
       AND other.name_id IS v.name_id AND other.attribute_id IS v.attribute_id AND other.link_id IS v.link_id)
     ORDER BY id`,
    { from, to: to.id },
  );
  for (const row of evidence) {
    writer.insert('evidence', { id: newId(), excerptId: to.id, ...row, createdAt });
  }
  const mentions = writer.all<{ entityId: string; verdict: 'refers' | 'differs' }>(
    `SELECT entity_id AS entityId, verdict FROM mention m WHERE excerpt_id = @from
     AND NOT EXISTS (SELECT 1 FROM mention other WHERE other.excerpt_id = @to
       AND other.entity_id = m.entity_id AND other.verdict = m.verdict) ORDER BY id`,
    { from, to: to.id },
  );
  const { id, handling: _, ...place } = to;
  for (const row of mentions) {
    writer.insert('mention', { id: newId(), ...place, excerptId: id, ...row, createdAt });
  }
}
