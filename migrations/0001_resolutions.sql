CREATE TABLE `assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`name_id` text,
	`attribute_id` text,
	`link_id` text,
	`body` text NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`name_id`) REFERENCES `name`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`attribute_id`) REFERENCES `attribute`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`link_id`) REFERENCES `link`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "assessment_of_one_fact" CHECK(("assessment"."name_id" IS NOT NULL) + ("assessment"."attribute_id" IS NOT NULL) + ("assessment"."link_id" IS NOT NULL) = 1)
);
--> statement-breakpoint
CREATE INDEX `assessment_entity` ON `assessment` (`entity_id`);--> statement-breakpoint
CREATE INDEX `assessment_name` ON `assessment` (`name_id`);--> statement-breakpoint
CREATE INDEX `assessment_attribute` ON `assessment` (`attribute_id`);--> statement-breakpoint
CREATE INDEX `assessment_link` ON `assessment` (`link_id`);--> statement-breakpoint
CREATE TABLE `resolution` (
	`id` text PRIMARY KEY NOT NULL,
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`judgement` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`first_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`second_id`) REFERENCES `entity`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "resolution_in_order" CHECK("resolution"."first_id" < "resolution"."second_id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `resolution_pair` ON `resolution` (`first_id`,`second_id`);--> statement-breakpoint
CREATE INDEX `resolution_second` ON `resolution` (`second_id`);