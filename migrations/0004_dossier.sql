CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text,
	`body` text NOT NULL,
	`likelihood` text,
	`confidence` text,
	`ordinal` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `finding_entity` ON `finding` (`entity_id`);--> statement-breakpoint
CREATE TABLE `photo` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`source_id` text,
	`sha256` text NOT NULL,
	`byte_size` integer NOT NULL,
	`media_type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`file_name` text DEFAULT '' NOT NULL,
	`caption` text DEFAULT '' NOT NULL,
	`credit` text DEFAULT '' NOT NULL,
	`handling` text,
	`ordinal` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `photo_entity` ON `photo` (`entity_id`);--> statement-breakpoint
CREATE INDEX `photo_source` ON `photo` (`source_id`);--> statement-breakpoint
CREATE INDEX `photo_sha256` ON `photo` (`sha256`);--> statement-breakpoint
ALTER TABLE `source` ADD `derives_from` text REFERENCES source(id) ON UPDATE no action ON DELETE set null;--> statement-breakpoint
CREATE INDEX `source_derives_from` ON `source` (`derives_from`);