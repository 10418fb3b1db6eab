CREATE TABLE `decision` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_table` text NOT NULL,
	`subject_id` text NOT NULL,
	`field` text NOT NULL,
	`choice` text NOT NULL,
	`over` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `decision_subject` ON `decision` (`subject_table`,`subject_id`);--> statement-breakpoint
CREATE TABLE `handover` (
	`id` text PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`scope` text NOT NULL,
	`recipient` text DEFAULT '' NOT NULL,
	`recipient_key` text DEFAULT '' NOT NULL,
	`purpose` text DEFAULT '' NOT NULL,
	`handling` text NOT NULL,
	`selection` text DEFAULT '{}' NOT NULL,
	`vector` text DEFAULT '{}' NOT NULL,
	`counts` text DEFAULT '{}' NOT NULL,
	`file_name` text NOT NULL,
	`sha256` text NOT NULL,
	`byte_size` integer NOT NULL,
	`signed` integer NOT NULL,
	`encrypted` integer NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `handover_recipient` ON `handover` (`recipient_key`);--> statement-breakpoint
CREATE TABLE `left_out` (
	`table_name` text NOT NULL,
	`row_id` text NOT NULL,
	`replica` text NOT NULL,
	`first` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`table_name`, `row_id`, `replica`, `first`)
);
--> statement-breakpoint
CREATE TABLE `preset` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`body` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `preset_kind` ON `preset` (`kind`);--> statement-breakpoint
CREATE TABLE `withheld` (
	`sha256` text PRIMARY KEY NOT NULL
);
