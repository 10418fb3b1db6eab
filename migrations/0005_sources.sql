CREATE TABLE `custody` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`act` text NOT NULL,
	`party` text DEFAULT '' NOT NULL,
	`actor` text DEFAULT '' NOT NULL,
	`happened` text DEFAULT '' NOT NULL,
	`happened_earliest` text,
	`happened_latest` text,
	`purpose` text DEFAULT '' NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	`file_name` text DEFAULT '' NOT NULL,
	`provenance` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `custody_source` ON `custody` (`source_id`);--> statement-breakpoint
CREATE TABLE `import_batch` (
	`id` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `import_item` (
	`batch_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`path` text NOT NULL,
	`byte_size` integer,
	`outcome` text NOT NULL,
	`source_id` text,
	`error` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`batch_id`, `ordinal`),
	FOREIGN KEY (`batch_id`) REFERENCES `import_batch`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `text_version` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`text_sha256` text NOT NULL,
	`text_length` integer NOT NULL,
	`pages` integer,
	`encoding` text,
	`extraction` text DEFAULT '{}' NOT NULL,
	`extracted_by` text DEFAULT '' NOT NULL,
	`layout_sha256` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `text_version_source` ON `text_version` (`source_id`);--> statement-breakpoint
CREATE INDEX `text_version_text` ON `text_version` (`text_sha256`);--> statement-breakpoint
CREATE INDEX `text_version_layout` ON `text_version` (`layout_sha256`);--> statement-breakpoint
ALTER TABLE `source` ADD `retrieved_from` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `retrieved_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `retrieved_with` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `container_id` text REFERENCES source(id) ON UPDATE no action ON DELETE set null;--> statement-breakpoint
ALTER TABLE `source` ADD `member_path` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `extraction` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `extracted_by` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `details` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `message_id` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `source` ADD `layout_sha256` text;--> statement-breakpoint
CREATE INDEX `source_container` ON `source` (`container_id`) WHERE "source"."container_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX `source_message` ON `source` (`message_id`) WHERE "source"."message_id" <> '';--> statement-breakpoint
CREATE INDEX `source_layout` ON `source` (`layout_sha256`) WHERE "source"."layout_sha256" IS NOT NULL;