CREATE TABLE `attribute` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`property` text NOT NULL,
	`value` text NOT NULL,
	`since` text DEFAULT '' NOT NULL,
	`since_earliest` text,
	`since_latest` text,
	`until` text DEFAULT '' NOT NULL,
	`until_earliest` text,
	`until_latest` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `attribute_entity` ON `attribute` (`entity_id`,`property`);--> statement-breakpoint
CREATE TABLE `blob` (
	`sha256` text PRIMARY KEY NOT NULL,
	`byte_size` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `blob_chunk` (
	`sha256` text NOT NULL,
	`ordinal` integer NOT NULL,
	`bytes` blob NOT NULL,
	PRIMARY KEY(`sha256`, `ordinal`),
	FOREIGN KEY (`sha256`) REFERENCES `blob`(`sha256`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `case_file` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`reference` text DEFAULT '' NOT NULL,
	`language` text NOT NULL,
	`handling` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `change` (
	`id` integer PRIMARY KEY NOT NULL,
	`change_set_id` integer NOT NULL,
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`operation` text NOT NULL,
	`fields` text NOT NULL,
	FOREIGN KEY (`change_set_id`) REFERENCES `change_set`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_in_set` ON `change` (`change_set_id`);--> statement-breakpoint
CREATE INDEX `change_row` ON `change` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `change_set` (
	`id` integer PRIMARY KEY NOT NULL,
	`replica` text NOT NULL,
	`sequence` integer NOT NULL,
	`clock` text NOT NULL,
	`actor` text NOT NULL,
	`label` text NOT NULL,
	`undoes` text,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `change_set_sequence` ON `change_set` (`replica`,`sequence`);--> statement-breakpoint
CREATE TABLE `entity` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`schema` text NOT NULL,
	`handling` text NOT NULL,
	`summary` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `entity_kind` ON `entity` (`kind`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`excerpt_id` text NOT NULL,
	`name_id` text,
	`attribute_id` text,
	`link_id` text,
	`stance` text NOT NULL,
	`credibility` text DEFAULT '6' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`excerpt_id`) REFERENCES `excerpt`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`name_id`) REFERENCES `name`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attribute_id`) REFERENCES `attribute`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`link_id`) REFERENCES `link`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "evidence_for_one_fact" CHECK(("evidence"."name_id" IS NOT NULL) + ("evidence"."attribute_id" IS NOT NULL) + ("evidence"."link_id" IS NOT NULL) = 1)
);
--> statement-breakpoint
CREATE INDEX `evidence_excerpt` ON `evidence` (`excerpt_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_name` ON `evidence` (`name_id`,`excerpt_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_attribute` ON `evidence` (`attribute_id`,`excerpt_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_link` ON `evidence` (`link_id`,`excerpt_id`);--> statement-breakpoint
CREATE TABLE `excerpt` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`text_sha256` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quotation` text NOT NULL,
	`prefix` text DEFAULT '' NOT NULL,
	`suffix` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `excerpt_span` ON `excerpt` (`source_id`,`start`,`end`);--> statement-breakpoint
CREATE TABLE `excerpt_tag` (
	`id` text PRIMARY KEY NOT NULL,
	`excerpt_id` text NOT NULL,
	`tag_id` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`excerpt_id`) REFERENCES `excerpt`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`tag_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `excerpt_tag_once` ON `excerpt_tag` (`excerpt_id`,`tag_id`);--> statement-breakpoint
CREATE INDEX `excerpt_tag_tag` ON `excerpt_tag` (`tag_id`);--> statement-breakpoint
CREATE TABLE `extracted_text` (
	`sha256` text PRIMARY KEY NOT NULL,
	`length` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `link` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`type` text NOT NULL,
	`role` text DEFAULT '' NOT NULL,
	`since` text DEFAULT '' NOT NULL,
	`since_earliest` text,
	`since_latest` text,
	`until` text DEFAULT '' NOT NULL,
	`until_earliest` text,
	`until_latest` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`to_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `link_from` ON `link` (`from_id`);--> statement-breakpoint
CREATE INDEX `link_to` ON `link` (`to_id`);--> statement-breakpoint
CREATE TABLE `local` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `mention` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`text_sha256` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quotation` text NOT NULL,
	`excerpt_id` text,
	`entity_id` text NOT NULL,
	`verdict` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`excerpt_id`) REFERENCES `excerpt`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mention_span` ON `mention` (`source_id`,`start`);--> statement-breakpoint
CREATE INDEX `mention_entity` ON `mention` (`entity_id`);--> statement-breakpoint
CREATE INDEX `mention_excerpt` ON `mention` (`excerpt_id`);--> statement-breakpoint
CREATE TABLE `name` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `name_entity` ON `name` (`entity_id`,`kind`);--> statement-breakpoint
CREATE INDEX `name_value` ON `name` (`value`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_table` text NOT NULL,
	`subject_id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `note_subject` ON `note` (`subject_table`,`subject_id`);--> statement-breakpoint
CREATE TABLE `segment` (
	`id` integer PRIMARY KEY NOT NULL,
	`text_sha256` text NOT NULL,
	`ordinal` integer NOT NULL,
	`start` integer NOT NULL,
	`kind` text NOT NULL,
	`page` integer,
	`content` text NOT NULL,
	FOREIGN KEY (`text_sha256`) REFERENCES `extracted_text`(`sha256`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `segment_ordinal` ON `segment` (`text_sha256`,`ordinal`);--> statement-breakpoint
CREATE INDEX `segment_start` ON `segment` (`text_sha256`,`start`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`media_type` text NOT NULL,
	`encoding` text,
	`sha256` text NOT NULL,
	`byte_size` integer NOT NULL,
	`text_sha256` text NOT NULL,
	`text_length` integer NOT NULL,
	`pages` integer,
	`publisher` text DEFAULT '' NOT NULL,
	`author` text DEFAULT '' NOT NULL,
	`published` text DEFAULT '' NOT NULL,
	`published_earliest` text,
	`published_latest` text,
	`retrieved` text DEFAULT '' NOT NULL,
	`url` text DEFAULT '' NOT NULL,
	`language` text DEFAULT '' NOT NULL,
	`reliability` text DEFAULT 'F' NOT NULL,
	`handling` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `source_sha256` ON `source` (`sha256`);--> statement-breakpoint
CREATE INDEX `source_text_sha256` ON `source` (`text_sha256`);--> statement-breakpoint
CREATE TABLE `tag` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`color` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `tag`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `tag_parent` ON `tag` (`parent_id`);