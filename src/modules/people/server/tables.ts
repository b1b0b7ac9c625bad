import { sql } from 'drizzle-orm';
import type { WayIn } from '../way-in.ts';
import { bigint, boolean, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true });

export const people = pgTable('people', {
	id: uuid().primaryKey(),
	name: text().notNull(),
	email: text().notNull().unique(),
	emailVerified: boolean('email_verified').notNull().default(false),
	/** One sentence about the person; the demo introduces its cast with it. */
	biography: text(),
	createdAt: moment('created_at').notNull().defaultNow(),
	updatedAt: moment('updated_at').notNull().defaultNow()
});

/** Who somebody is at an identity provider (OpenID Connect): its `sub` belongs to one person here for good. */
export const identities = pgTable(
	'identities',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		issuer: text().notNull(),
		subject: text().notNull(),
		createdAt: moment('created_at').notNull(),
		lastUsedAt: moment('last_used_at').notNull()
	},
	(t) => [uniqueIndex().on(t.issuer, t.subject), index().on(t.personId)]
);

/** Only the SHA-256 of a session's token is kept, and of the device no more than a word or two ("Firefox, Windows"). */
export const sessions = pgTable(
	'sessions',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		token: text().notNull().unique(),
		expiresAt: moment('expires_at').notNull(),
		device: text().notNull().default(''),
		createdAt: moment('created_at').notNull(),
		lastSeenAt: moment('last_seen_at').notNull(),
		/** When the second factor was shown in this session; whoever has one, or must have one, may do nothing before. */
		secondFactorAt: moment('second_factor_at'),
		/** Through which identity provider it began: seats and roles from that provider's groups count in such sessions only. */
		via: text(),
		identityId: uuid('identity_id').references(() => identities.id, { onDelete: 'cascade' }),
		/** The provider's own name of its session (`sid`), so that it can end this one, and its sealed word, so that we can end that one. */
		sid: text(),
		idToken: text('id_token')
	},
	(t) => [index().on(t.personId), index().on(t.expiresAt), index().on(t.identityId)]
);

/** When and how somebody came in: for themselves to read. Gone after ninety days. */
export const signIns = pgTable(
	'sign_ins',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		way: text().$type<WayIn>().notNull(),
		device: text().notNull(),
		at: moment('at').notNull()
	},
	(t) => [index().on(t.personId, t.at), index().on(t.at)]
);

/** The app that shows six digits (TOTP, RFC 6238), one per person. The secret is sealed (`vault.ts`); `lastStep` keeps a code from working twice. */
export const authenticatorApps = pgTable('authenticator_apps', {
	personId: uuid('person_id')
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	secret: text().notNull(),
	lastStep: bigint('last_step', { mode: 'number' }).notNull(),
	createdAt: moment('created_at').notNull()
});

/** Keys that a device keeps and unlocks with finger, face or PIN (WebAuthn); here is only the public half. */
export const passkeys = pgTable(
	'passkeys',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		credentialId: text('credential_id').notNull().unique(),
		publicKey: text('public_key').notNull(),
		counter: bigint({ mode: 'number' }).notNull(),
		transports: text().array().notNull(),
		label: text().notNull(),
		createdAt: moment('created_at').notNull(),
		lastUsedAt: moment('last_used_at')
	},
	(t) => [index().on(t.personId)]
);

/** Questions put to a device, each answered once within minutes; `personId` when a passkey is added, none at sign-in. */
export const passkeyChallenges = pgTable(
	'passkey_challenges',
	{
		challenge: text().primaryKey(),
		personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
		expiresAt: moment('expires_at').notNull()
	},
	(t) => [index().on(t.expiresAt), index().on(t.personId)]
);

/** Argon2id (`internal/password-hash.ts`). Most people have none. */
export const passwords = pgTable('passwords', {
	personId: uuid('person_id')
		.primaryKey()
		.references(() => people.id, { onDelete: 'cascade' }),
	hash: text().notNull(),
	setAt: moment('set_at').notNull()
});

/** For the day when the phone is lost: each works once, only its SHA-256 is kept. */
export const recoveryCodes = pgTable(
	'recovery_codes',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		hash: text().notNull(),
		createdAt: moment('created_at').notNull(),
		usedAt: moment('used_at')
	},
	(t) => [uniqueIndex().on(t.personId, t.hash)]
);

/** Links to sign in: one use, fifteen minutes, only the SHA-256 of the token. Kept a day, so that a used one can say so. */
export const signInLinks = pgTable(
	'sign_in_links',
	{
		id: uuid().primaryKey(),
		email: text().notNull(),
		hash: text().notNull().unique(),
		returnTo: text('return_to').notNull(),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at')
	},
	(t) => [index().on(t.expiresAt)]
);

/** A new mail address for an account: open, confirmed, taken back (`mail-change.ts`). The links in the mails are signed when they leave. */
export const mailChanges = pgTable(
	'mail_changes',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		oldEmail: text('old_email').notNull(),
		newEmail: text('new_email').notNull(),
		createdAt: moment('created_at').notNull(),
		confirmedAt: moment('confirmed_at'),
		takenBackAt: moment('taken_back_at')
	},
	(t) => [index().on(t.personId), index().on(t.createdAt)]
);

/** How often something was tried in a window of time; a bucket names what and who (as a hash with a salt of the day). */
export const attempts = pgTable(
	'attempts',
	{ bucket: text().primaryKey(), count: integer().notNull(), endsAt: moment('ends_at').notNull() },
	(t) => [index().on(t.endsAt)]
);

/** Every mail that left or could not: no content, and gone after thirty days. */
export const mails = pgTable(
	'mails',
	{
		id: uuid().primaryKey(),
		email: text().notNull(),
		template: text().notNull(),
		subject: text().notNull().default(''),
		createdAt: moment('created_at').notNull(),
		sentAt: moment('sent_at'),
		failedAt: moment('failed_at'),
		problem: text(),
		attempts: integer().notNull().default(0)
	},
	(t) => [index().on(t.createdAt)]
);

export const grants = pgTable(
	'grants',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		role: text({ enum: ['editor', 'office', 'admin'] }).notNull(),
		ags: text(),
		grantedBy: uuid('granted_by').references(() => people.id, { onDelete: 'set null' }),
		grantedAt: moment('granted_at').notNull(),
		/** The identity provider whose group gives it; null when somebody gave it by hand. Only sessions that began there carry it. */
		via: text()
	},
	(t) => [uniqueIndex('grants_once').on(t.personId, t.role, sql`coalesce(${t.ags}, '')`)]
);

/** What happened, by whom and why: audit trail and outbox in one. A job carries each row to the reactions. */
export const events = pgTable(
	'events',
	{
		id: uuid().primaryKey(),
		kind: text().notNull(),
		subjectId: text('subject_id').notNull(),
		actorId: uuid('actor_id').references(() => people.id, { onDelete: 'set null' }),
		at: moment('at').notNull(),
		reason: text(),
		data: jsonb().$type<Record<string, unknown>>().notNull()
	},
	(t) => [index().on(t.subjectId, t.at), index().on(t.kind, t.at)]
);

/** Half-finished input that must survive: one row per person, form and thing. */
export const drafts = pgTable(
	'drafts',
	{
		id: uuid().primaryKey(),
		personId: uuid('person_id')
			.notNull()
			.references(() => people.id, { onDelete: 'cascade' }),
		form: text().notNull(),
		subjectId: text('subject_id').notNull(),
		values: jsonb().$type<Record<string, unknown>>().notNull(),
		updatedAt: moment('updated_at').notNull()
	},
	(t) => [uniqueIndex().on(t.personId, t.form, t.subjectId)]
);

/** Bearer keys for the API: the key itself is shown once, only its SHA-256 is kept. */
export const apiKeys = pgTable('api_keys', {
	id: uuid().primaryKey(),
	personId: uuid('person_id')
		.notNull()
		.references(() => people.id, { onDelete: 'cascade' }),
	label: text().notNull(),
	hash: text().notNull().unique(),
	scopes: text().array().notNull(),
	/** Whether it carries what its person may do as office or administration: only when they could already, with a second factor, as they made it. */
	privileged: boolean().notNull().default(false),
	createdAt: moment('created_at').notNull(),
	lastUsedAt: moment('last_used_at'),
	revokedAt: moment('revoked_at')
});

/** Keys of this installation (sessions, blur, signed links), made at first use and never shown. */
export const secrets = pgTable('secrets', { name: text().primaryKey(), value: text().notNull() });
