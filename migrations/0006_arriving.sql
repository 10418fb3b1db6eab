CREATE TABLE `arriving_blob` (
	`sha256` text PRIMARY KEY NOT NULL,
	`byte_size` integer
);
--> statement-breakpoint
CREATE INDEX `source_created` ON `source` (`created_at`,`id`);