import { boolean, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { GroupRights } from '../provider.ts';
import type { SeatFunction } from '../seat.ts';
import { organisations } from './tables.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** The identity provider (OpenID Connect) of an organisation, with its mail domains and what its groups give. The client's secret is sealed. */
export const identityProviders = pgTable('identity_providers', {
	id: uuid().primaryKey(),
	organisationId: uuid('organisation_id')
		.notNull()
		.unique()
		.references(() => organisations.id, { onDelete: 'cascade' }),
	issuer: text().notNull(),
	clientId: text('client_id').notNull(),
	clientSecret: text('client_secret').notNull(),
	groupsClaim: text('groups_claim').notNull(),
	createsPeople: boolean('creates_people').notNull(),
	/** Only the administration of the installation may trust another's second factor. */
	trustsMfa: boolean('trusts_mfa').notNull(),
	mfaAcr: text('mfa_acr'),
	updatedAt: moment('updated_at').notNull()
});

/** A mail domain leads to one provider; it counts as long as the office knows it as the organisation's own. */
export const providerDomains = pgTable(
	'provider_domains',
	{
		domain: text().primaryKey(),
		providerId: uuid('provider_id')
			.notNull()
			.references(() => identityProviders.id, { onDelete: 'cascade' })
	},
	(t) => [index().on(t.providerId)]
);

export const providerGroups = pgTable(
	'provider_groups',
	{
		providerId: uuid('provider_id')
			.notNull()
			.references(() => identityProviders.id, { onDelete: 'cascade' }),
		group: text().notNull(),
		function: text().$type<SeatFunction>().notNull(),
		rights: text().$type<GroupRights>().notNull()
	},
	(t) => [primaryKey({ columns: [t.providerId, t.group] })]
);

/** Sign-ins that began and have not come back: only a hash, used up once, worthless without the cookie of the browser that began. */
export const signInStates = pgTable(
	'sign_in_states',
	{
		hash: text().primaryKey(),
		via: text().notNull(),
		returnTo: text('return_to').notNull(),
		expiresAt: moment('expires_at').notNull()
	},
	(t) => [index().on(t.expiresAt)]
);
