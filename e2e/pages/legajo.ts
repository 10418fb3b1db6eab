import type { Page } from '@playwright/test';
import type { Language } from '#contract/vocabulary.ts';
import type { Workbench } from '../launch/workbench.ts';
import { Dossiers } from './dossiers.ts';
import { Entities } from './entities.ts';
import { Exchange } from './exchange.ts';
import { History } from './history.ts';
import { Inspector } from './inspector.ts';
import { Lock } from './lock.ts';
import { Notes } from './notes.ts';
import { Reader } from './reader.ts';
import { Review } from './review.ts';
import { Search } from './search.ts';
import { Shell } from './shell.ts';
import { Sources } from './sources.ts';
import { Tags } from './tags.ts';
import { Welcome } from './welcome.ts';
import { Words } from './words.ts';

/** A running workbench by its screens, in the language it speaks. */
export class Legajo {
  readonly workbench: Workbench;
  readonly page: Page;
  readonly words: Words;
  readonly shell: Shell;
  readonly welcome: Welcome;
  readonly sources: Sources;
  readonly reader: Reader;
  readonly inspector: Inspector;
  readonly entities: Entities;
  readonly tags: Tags;
  readonly notes: Notes;
  readonly search: Search;
  readonly exchange: Exchange;
  readonly dossiers: Dossiers;
  readonly history: History;
  readonly lock: Lock;
  readonly review: Review;

  constructor(workbench: Workbench, language: Language) {
    const { page } = workbench;
    const words = new Words(language);
    this.workbench = workbench;
    this.page = page;
    this.words = words;
    this.shell = new Shell(page, words);
    this.welcome = new Welcome(workbench, words);
    this.sources = new Sources(workbench, words);
    this.reader = new Reader(page, words);
    this.inspector = new Inspector(page, words);
    this.entities = new Entities(page, words);
    this.tags = new Tags(page, words);
    this.notes = new Notes(page, words);
    this.search = new Search(page, words);
    this.exchange = new Exchange(workbench, words);
    this.dossiers = new Dossiers(workbench, words);
    this.history = new History(page, words);
    this.lock = new Lock(page, words);
    this.review = new Review(page, words);
  }

  get t(): Words['t'] {
    return this.words.t.bind(this.words);
  }
}
