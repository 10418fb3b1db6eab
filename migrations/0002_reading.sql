CREATE TABLE `rejection` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text,
	`text_sha256` text,
	`start` integer,
	`end` integer,
	`quotation` text NOT NULL,
	`form` text NOT NULL,
	`kind` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "rejection_of_passage_or_name" CHECK(("rejection"."source_id" IS NULL) = ("rejection"."start" IS NULL) AND ("rejection"."start" IS NULL) = ("rejection"."end" IS NULL) AND ("rejection"."source_id" IS NULL) = ("rejection"."text_sha256" IS NULL))
);
--> statement-breakpoint
CREATE INDEX `rejection_span` ON `rejection` (`source_id`,`start`);--> statement-breakpoint
CREATE INDEX `rejection_form` ON `rejection` (`form`);--> statement-breakpoint
ALTER TABLE `excerpt` ADD `handling` text;--> statement-breakpoint
ALTER TABLE `source` ADD `reading` text DEFAULT 'unread' NOT NULL;--> statement-breakpoint
ALTER TABLE `tag` ADD `inclusion` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `tag` ADD `exclusion` text DEFAULT '' NOT NULL;