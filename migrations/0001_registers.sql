CREATE TABLE "match_weights" (
	"version" integer PRIMARY KEY NOT NULL,
	"weights" jsonb NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "matches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"space_id" uuid NOT NULL,
	"unit_id" uuid,
	"request_id" uuid NOT NULL,
	"score" smallint NOT NULL,
	"reliability" smallint NOT NULL,
	"criteria" jsonb NOT NULL,
	"next_question" text,
	"algorithm_version" integer NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'suggested' NOT NULL,
	"seeker_interested_at" timestamp with time zone,
	"provider_interested_at" timestamp with time zone,
	"mutual_at" timestamp with time zone,
	"contact_released_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_reason" text
);
--> statement-breakpoint
CREATE TABLE "watch_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_points" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"unit" text NOT NULL,
	"name" text,
	"role" text NOT NULL,
	"email" text,
	"phone" text,
	"public_visibility" text NOT NULL,
	"response_target_days" integer DEFAULT 10 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "districts" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"state_code" text NOT NULL,
	CONSTRAINT "districts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "gazetteer" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gazetteer_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"postal_code" text NOT NULL,
	"place" text NOT NULL,
	"ags" text NOT NULL,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"search_text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "municipalities" (
	"ags" text PRIMARY KEY NOT NULL,
	"ars" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"name_short" text NOT NULL,
	"designation" text,
	"type" text NOT NULL,
	"is_town" boolean NOT NULL,
	"is_unincorporated" boolean NOT NULL,
	"state_code" text NOT NULL,
	"district_code" text NOT NULL,
	"association" text,
	"population" integer NOT NULL,
	"area_km2" real NOT NULL,
	"postal_code" text,
	"lat" double precision NOT NULL,
	"lon" double precision NOT NULL,
	"urbanisation" text,
	"rural_type" text,
	"size_class" text NOT NULL,
	"search_text" text NOT NULL,
	CONSTRAINT "municipalities_ars_unique" UNIQUE("ars"),
	CONSTRAINT "municipalities_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "municipality_profiles" (
	"ags" text PRIMARY KEY NOT NULL,
	"goals" text[] NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "states" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "states_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "vacancy_statistics" (
	"level" text NOT NULL,
	"code" text NOT NULL,
	"reference_date" date NOT NULL,
	"dwellings" integer,
	"vacancy_rate_pct" real,
	"vacancy_rate_official_leq_pct" real,
	"status" text NOT NULL,
	CONSTRAINT "vacancy_statistics_level_code_pk" PRIMARY KEY("level","code")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"label" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"form" text NOT NULL,
	"subject_id" text NOT NULL,
	"values" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"reason" text,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"ags" text,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"mailed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_mappings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"signature" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"outcome" text NOT NULL,
	"property_id" uuid,
	"raw" jsonb NOT NULL,
	"changes" jsonb,
	"problems" jsonb
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"file_name" text NOT NULL,
	"file_key" text NOT NULL,
	"file_bytes" integer NOT NULL,
	"state" text NOT NULL,
	"layout" jsonb,
	"mapping" jsonb,
	"progress" jsonb,
	"report" jsonb,
	"failure" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "media" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"alt" text,
	"caption" text,
	"credit" text,
	"visibility" text DEFAULT 'public' NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "properties" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ags" text NOT NULL,
	"reference" text NOT NULL,
	"external_id" text,
	"title" text NOT NULL,
	"summary" text,
	"story" text,
	"property_type" text DEFAULT 'unknown' NOT NULL,
	"street" text,
	"house_number" text,
	"postal_code" text,
	"city" text,
	"district" text,
	"raw_address" text,
	"address_key" text,
	"lat" double precision,
	"lon" double precision,
	"location_source" text DEFAULT 'unknown' NOT NULL,
	"public_precision" text DEFAULT 'district' NOT NULL,
	"setting" text DEFAULT 'unknown' NOT NULL,
	"construction_year" integer,
	"epoch" text DEFAULT 'unknown' NOT NULL,
	"storeys" smallint,
	"usable_area_m2" real,
	"living_area_m2" real,
	"gross_area_m2" real,
	"plot_area_m2" real,
	"area_basis" text DEFAULT 'unknown' NOT NULL,
	"outdoor" text[] DEFAULT '{}' NOT NULL,
	"vacancy_degree" text DEFAULT 'unknown' NOT NULL,
	"vacant_since" date,
	"vacant_since_precision" text,
	"last_use" text DEFAULT 'unknown' NOT NULL,
	"last_permitted_use" text,
	"condition" text DEFAULT 'unknown' NOT NULL,
	"heritage" text DEFAULT 'unknown' NOT NULL,
	"accessibility" text DEFAULT 'unknown' NOT NULL,
	"public_access" text DEFAULT 'unknown' NOT NULL,
	"available_from" date,
	"available_until" date,
	"availability_kind" text DEFAULT 'unknown' NOT NULL,
	"offer_modes" text[] DEFAULT '{}' NOT NULL,
	"price_amount" double precision,
	"price_unit" text,
	"price_type" text DEFAULT 'unknown' NOT NULL,
	"ancillary_costs" double precision,
	"divisible_from_m2" real,
	"uses_allowed" text[] DEFAULT '{}' NOT NULL,
	"uses_wanted" text[] DEFAULT '{}' NOT NULL,
	"uses_excluded" text[] DEFAULT '{}' NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"provenance" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"direct_contact" boolean DEFAULT false NOT NULL,
	"is_municipal" boolean DEFAULT false NOT NULL,
	"owner_person_id" uuid,
	"lifecycle_state" text DEFAULT 'recorded' NOT NULL,
	"publication_state" text DEFAULT 'internal' NOT NULL,
	"published_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"last_confirmed_at" timestamp with time zone,
	"confirmed_by" text,
	"source" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid
);
--> statement-breakpoint
CREATE TABLE "property_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"machine" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"by_person_id" uuid
);
--> statement-breakpoint
CREATE TABLE "publication_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"legal_basis" text NOT NULL,
	"given_by" text NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"scope" text NOT NULL,
	"note" text,
	"withdrawn_at" timestamp with time zone,
	"recorded_by" uuid
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"reference" text NOT NULL,
	"ags" text NOT NULL,
	"state_code" text NOT NULL,
	"district_code" text NOT NULL,
	"municipality" text NOT NULL,
	"municipality_slug" text NOT NULL,
	"district_name" text NOT NULL,
	"lat" double precision,
	"lon" double precision,
	"precision" text NOT NULL,
	"title" text NOT NULL,
	"summary" text,
	"story" text,
	"property_type" text NOT NULL,
	"setting" text NOT NULL,
	"last_use" text NOT NULL,
	"construction_year" integer,
	"epoch" text NOT NULL,
	"storeys" smallint,
	"area_min_m2" real,
	"area_max_m2" real,
	"plot_area_m2" real,
	"uses" text[] NOT NULL,
	"uses_excluded" text[] NOT NULL,
	"offers" text[] NOT NULL,
	"price_amount" double precision,
	"price_unit" text,
	"price_type" text NOT NULL,
	"price_monthly" double precision,
	"price_purchase" double precision,
	"condition" text NOT NULL,
	"heritage" text NOT NULL,
	"accessibility" text NOT NULL,
	"public_access" text NOT NULL,
	"available_from" date,
	"available_until" date,
	"availability_kind" text NOT NULL,
	"lit" smallint NOT NULL,
	"picture" jsonb,
	"pictures" jsonb NOT NULL,
	"documents" jsonb NOT NULL,
	"units" jsonb NOT NULL,
	"facts" jsonb NOT NULL,
	"way" jsonb NOT NULL,
	"is_demo" boolean NOT NULL,
	"last_confirmed_at" timestamp with time zone,
	"confirmed_by" text,
	"published_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"search_text" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('gestaltungsraum'::regconfig, search_text)) STORED,
	CONSTRAINT "spaces_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"property_id" uuid NOT NULL,
	"label" text NOT NULL,
	"unit_type" text DEFAULT 'other' NOT NULL,
	"floor" text DEFAULT 'unknown' NOT NULL,
	"area_min_m2" real,
	"area_max_m2" real,
	"divisible_from_m2" real,
	"ceiling_height_m" real,
	"daylight" text DEFAULT 'unknown' NOT NULL,
	"heated" text DEFAULT 'unknown' NOT NULL,
	"water_connection" text DEFAULT 'unknown' NOT NULL,
	"power" text DEFAULT 'unknown' NOT NULL,
	"accessibility" text DEFAULT 'unknown' NOT NULL,
	"max_persons" integer,
	"uses_wanted" text[] DEFAULT '{}' NOT NULL,
	"available_from" date,
	"available_until" date,
	"price_amount" double precision,
	"price_unit" text,
	"price_type" text DEFAULT 'unknown' NOT NULL,
	"unit_state" text DEFAULT 'free' NOT NULL,
	"waiting_list_open" boolean DEFAULT false NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "actor_profiles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"tagline" text,
	"actor_kind" text NOT NULL,
	"legal_form" text,
	"founded_on" date,
	"size" integer,
	"topics" text[] DEFAULT '{}' NOT NULL,
	"offers" text[] DEFAULT '{}' NOT NULL,
	"home_ags" text,
	"references" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contact_email" text,
	"contact_phone" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "actor_profiles_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "space_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"title" text NOT NULL,
	"request_kind" text NOT NULL,
	"summary" text,
	"concept" text,
	"common_good" text[] DEFAULT '{}' NOT NULL,
	"common_good_notes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"uses" text[] DEFAULT '{}' NOT NULL,
	"area_min_m2" real,
	"area_max_m2" real,
	"area_is_hard" boolean DEFAULT false NOT NULL,
	"rooms" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"region_ags" text[] DEFAULT '{}' NOT NULL,
	"region_name" text,
	"region_lat" double precision,
	"region_lon" double precision,
	"radius_km" real,
	"region_is_hard" boolean DEFAULT false NOT NULL,
	"settings" text[] DEFAULT '{}' NOT NULL,
	"start_from" date,
	"start_latest" date,
	"duration_months" integer,
	"interim_ok" boolean DEFAULT true NOT NULL,
	"offer_modes" text[] DEFAULT '{}' NOT NULL,
	"offer_modes_are_hard" boolean DEFAULT true NOT NULL,
	"max_monthly" double precision,
	"max_purchase" double precision,
	"max_investment" double precision,
	"conditions" text[] DEFAULT '{}' NOT NULL,
	"self_help" text DEFAULT 'none' NOT NULL,
	"heritage_ok" text DEFAULT 'indifferent' NOT NULL,
	"accessibility_required" boolean DEFAULT false NOT NULL,
	"public_access_needed" boolean DEFAULT false NOT NULL,
	"people_now" integer,
	"people_target" integer,
	"skills_sought" text[] DEFAULT '{}' NOT NULL,
	"visibility" text DEFAULT 'public' NOT NULL,
	"request_state" text DEFAULT 'draft' NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"fulfilled_by" uuid,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "space_requests_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_request_id_space_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."space_requests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matches" ADD CONSTRAINT "matches_algorithm_version_match_weights_version_fk" FOREIGN KEY ("algorithm_version") REFERENCES "public"."match_weights"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watch_items" ADD CONSTRAINT "watch_items_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_points" ADD CONSTRAINT "contact_points_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "districts" ADD CONSTRAINT "districts_state_code_states_code_fk" FOREIGN KEY ("state_code") REFERENCES "public"."states"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gazetteer" ADD CONSTRAINT "gazetteer_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_state_code_states_code_fk" FOREIGN KEY ("state_code") REFERENCES "public"."states"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_district_code_districts_code_fk" FOREIGN KEY ("district_code") REFERENCES "public"."districts"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipality_profiles" ADD CONSTRAINT "municipality_profiles_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_mappings" ADD CONSTRAINT "import_mappings_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media" ADD CONSTRAINT "media_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "properties" ADD CONSTRAINT "properties_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "properties" ADD CONSTRAINT "properties_owner_person_id_people_id_fk" FOREIGN KEY ("owner_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "properties" ADD CONSTRAINT "properties_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "properties" ADD CONSTRAINT "properties_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_steps" ADD CONSTRAINT "property_steps_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_steps" ADD CONSTRAINT "property_steps_by_person_id_people_id_fk" FOREIGN KEY ("by_person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_consents" ADD CONSTRAINT "publication_consents_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_consents" ADD CONSTRAINT "publication_consents_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_id_properties_id_fk" FOREIGN KEY ("id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_ags_municipalities_ags_fk" FOREIGN KEY ("ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_property_id_properties_id_fk" FOREIGN KEY ("property_id") REFERENCES "public"."properties"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_profiles" ADD CONSTRAINT "actor_profiles_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_profiles" ADD CONSTRAINT "actor_profiles_home_ags_municipalities_ags_fk" FOREIGN KEY ("home_ags") REFERENCES "public"."municipalities"("ags") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_requests" ADD CONSTRAINT "space_requests_actor_id_actor_profiles_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."actor_profiles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "matches_space_id_request_id_index" ON "matches" USING btree ("space_id","request_id");--> statement-breakpoint
CREATE INDEX "matches_request_id_score_index" ON "matches" USING btree ("request_id","score");--> statement-breakpoint
CREATE INDEX "matches_space_id_score_index" ON "matches" USING btree ("space_id","score");--> statement-breakpoint
CREATE UNIQUE INDEX "watch_items_person_id_kind_subject_id_index" ON "watch_items" USING btree ("person_id","kind","subject_id");--> statement-breakpoint
CREATE INDEX "contact_points_ags_index" ON "contact_points" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "gazetteer_postal_code_index" ON "gazetteer" USING btree ("postal_code");--> statement-breakpoint
CREATE INDEX "gazetteer_ags_index" ON "gazetteer" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "gazetteer_search_text_index" ON "gazetteer" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "municipalities_district_code_index" ON "municipalities" USING btree ("district_code");--> statement-breakpoint
CREATE INDEX "municipalities_state_code_index" ON "municipalities" USING btree ("state_code");--> statement-breakpoint
CREATE INDEX "municipalities_search_text_index" ON "municipalities" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "municipalities_population_index" ON "municipalities" USING btree ("population");--> statement-breakpoint
CREATE INDEX "accounts_person_id_index" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_person_id_form_subject_id_index" ON "drafts" USING btree ("person_id","form","subject_id");--> statement-breakpoint
CREATE INDEX "events_subject_id_at_index" ON "events" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "events_kind_at_index" ON "events" USING btree ("kind","at");--> statement-breakpoint
CREATE UNIQUE INDEX "grants_once" ON "grants" USING btree ("person_id","role",coalesce("ags", ''));--> statement-breakpoint
CREATE UNIQUE INDEX "notices_person_id_kind_subject_id_index" ON "notices" USING btree ("person_id","kind","subject_id");--> statement-breakpoint
CREATE INDEX "notices_waiting" ON "notices" USING btree ("person_id") WHERE "notices"."mailed_at" is null;--> statement-breakpoint
CREATE INDEX "sessions_person_id_index" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_index" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "import_mappings_ags_signature_index" ON "import_mappings" USING btree ("ags","signature");--> statement-breakpoint
CREATE UNIQUE INDEX "import_rows_import_id_row_number_index" ON "import_rows" USING btree ("import_id","row_number");--> statement-breakpoint
CREATE INDEX "import_rows_import_id_outcome_row_number_index" ON "import_rows" USING btree ("import_id","outcome","row_number");--> statement-breakpoint
CREATE INDEX "imports_ags_created_at_index" ON "imports" USING btree ("ags","created_at");--> statement-breakpoint
CREATE INDEX "media_property_id_index" ON "media" USING btree ("property_id");--> statement-breakpoint
CREATE UNIQUE INDEX "properties_ags_reference_index" ON "properties" USING btree ("ags","reference");--> statement-breakpoint
CREATE UNIQUE INDEX "properties_ags_external_id_index" ON "properties" USING btree ("ags","external_id");--> statement-breakpoint
CREATE INDEX "properties_ags_updated_at_index" ON "properties" USING btree ("ags","updated_at");--> statement-breakpoint
CREATE INDEX "properties_ags_address_key_index" ON "properties" USING btree ("ags","address_key");--> statement-breakpoint
CREATE INDEX "properties_lat_lon_index" ON "properties" USING btree ("lat","lon");--> statement-breakpoint
CREATE INDEX "properties_owner_person_id_index" ON "properties" USING btree ("owner_person_id");--> statement-breakpoint
CREATE INDEX "property_steps_property_id_at_index" ON "property_steps" USING btree ("property_id","at");--> statement-breakpoint
CREATE INDEX "publication_consents_property_id_index" ON "publication_consents" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "spaces_ags_index" ON "spaces" USING btree ("ags");--> statement-breakpoint
CREATE INDEX "spaces_published_at_id_index" ON "spaces" USING btree ("published_at","id");--> statement-breakpoint
CREATE INDEX "spaces_area_max_m2_index" ON "spaces" USING btree ("area_max_m2");--> statement-breakpoint
CREATE INDEX "spaces_uses_index" ON "spaces" USING gin ("uses");--> statement-breakpoint
CREATE INDEX "spaces_offers_index" ON "spaces" USING gin ("offers");--> statement-breakpoint
CREATE INDEX "spaces_search_index" ON "spaces" USING gin ("search");--> statement-breakpoint
CREATE INDEX "spaces_search_text_index" ON "spaces" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "spaces_place" ON "spaces" USING gist (ll_to_earth("lat", "lon")) WHERE "spaces"."lat" is not null;--> statement-breakpoint
CREATE INDEX "units_property_id_index" ON "units" USING btree ("property_id");--> statement-breakpoint
CREATE INDEX "actor_profiles_person_id_index" ON "actor_profiles" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "space_requests_actor_id_index" ON "space_requests" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "space_requests_request_state_published_at_index" ON "space_requests" USING btree ("request_state","published_at");--> statement-breakpoint
CREATE INDEX "space_requests_uses_index" ON "space_requests" USING gin ("uses");--> statement-breakpoint
CREATE INDEX "space_requests_region_ags_index" ON "space_requests" USING gin ("region_ags");